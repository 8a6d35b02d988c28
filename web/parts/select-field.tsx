// One of many: the device's own list, so that it reads, scrolls and can be typed through as everywhere.
// For two to four answers that should be seen at once there is segments.tsx.

import { type ReactNode, useId } from 'react'

export interface SelectGroup<T extends string> {
  /** Heading over its options; without it they stand bare. */
  label?: string | undefined
  options: readonly { value: T; label: string }[]
}

export interface SelectFieldProps<T extends string> {
  label: string
  groups: readonly SelectGroup<T>[]
  value: T | undefined
  onChange: (value: T | undefined) => void
  /** Stands there while nothing is chosen: 选一个. */
  none: string
  quietLabel?: boolean | undefined
  hint?: ReactNode
  id?: string | undefined
}

/** A labelled list; the first entry says that nothing is chosen. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, groups, value, onChange, none, quietLabel = false, hint } = props
  const own = useId()
  const all = groups.flatMap((group) => group.options)
  return (
    <div className="ask" id={props.id}>
      <label className={quietLabel ? 'unseen' : 'ask__label'} htmlFor={own}>
        {label}
      </label>
      <span className="select">
        <select
          id={own}
          className="box box--line select__box"
          value={value ?? ''}
          aria-describedby={hint ? `${own}-hint` : undefined}
          onChange={(event) => onChange(all.find((one) => one.value === event.target.value)?.value)}
        >
          <option value="">{none}</option>
          {groups.map((group) =>
            group.label === undefined ? (
              group.options.map(optionOf)
            ) : (
              <optgroup key={group.label} label={group.label}>
                {group.options.map(optionOf)}
              </optgroup>
            ),
          )}
        </select>
      </span>
      {hint && (
        <span className="ask__hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

function optionOf<T extends string>({ value, label }: { value: T; label: string }) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}
