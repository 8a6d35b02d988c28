// A sheet from the bottom (a dialog in the middle on the desk): the browser's own dialog, so that focus is kept
// inside, Escape closes and the page behind is inert.

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'

export interface SheetProps {
  open: boolean
  title: string
  /** Name of the closing button: 关闭. */
  closeName: string
  /** Escape, the close button, or a tap beside the sheet. Nothing typed may be lost by it. */
  onClose: () => void
  children: ReactNode
  /** Buttons that stay in sight at the bottom. */
  foot?: ReactNode
}

/** Asks in one sentence and is answered with a verb. */
export function Sheet({ open, title, closeName, onClose, children, foot }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      {open && (
        <div className="sheet__in">
          <div className="sheet__head">
            <h2 id={heading}>{title}</h2>
            <IconButton icon="close" name={closeName} onPress={onClose} />
          </div>
          <div className="sheet__body">{children}</div>
          {foot && <div className="sheet__foot">{foot}</div>}
        </div>
      )}
    </dialog>
  )
}
