// A button that opens the camera or the device's own choice of files. Looks like Button; underneath it is the file input, so that
// keyboard and screen reader find it where they expect it.

import { useId } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface FileButtonProps {
  label: string
  icon: IconName
  /** Beside the label, small: PDF、Word、Excel. */
  note?: string | undefined
  /** As the input's own: `image/*`. */
  accept: string
  /** Opens the camera at the back straight away, where there is one. */
  camera?: boolean | undefined
  kind?: 'solid' | 'outline' | undefined
  onPick: (file: File) => unknown
}

/** One file at a time; the same one may be chosen again. */
export function FileButton(props: FileButtonProps) {
  const { label, icon, note, accept, camera = false, kind = 'outline', onPick } = props
  const own = useId()
  return (
    <span className="file-button">
      <input
        id={own}
        className="file-button__input"
        type="file"
        accept={accept}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void onPick(file)
        }}
      />
      <label className={`btn btn--${kind} btn--m btn--wide`} htmlFor={own}>
        <Icon name={icon} />
        <span>{label}</span>
        {note && <span className="small quieter">{note}</span>}
      </label>
    </span>
  )
}
