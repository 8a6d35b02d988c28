// One answer out of many: the device's own list, which every phone opens large and every screen reader knows.
// For two to four answers there is Segments.

import { useId } from 'react'
import { Icon } from './icon.tsx'

export interface SelectOption {
  readonly value: string
  readonly label: string
}

export interface SelectFieldProps {
  label: string
  /** Of the options; an option with an empty value stands for "none". */
  value: string
  onChange: (value: string) => void
  options: readonly SelectOption[]
  /** Further options under headings of their own. */
  groups?: readonly { readonly label: string; readonly options: readonly SelectOption[] }[] | undefined
  quietLabel?: boolean | undefined
  hint?: string | undefined
}

/** A label with the chosen answer below it. */
export function SelectField(props: SelectFieldProps) {
  const { label, value, onChange, options, groups = [], quietLabel = false, hint } = props
  const own = useId()
  return (
    <div className="ask">
      <label className={quietLabel ? 'unseen' : 'ask__label'} htmlFor={own}>
        {label}
      </label>
      <span className="box box--select">
        <select
          id={own}
          className="box__select"
          value={value}
          aria-describedby={hint ? `${own}-hint` : undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map(optionOf)}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(optionOf)}
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
      {hint && (
        <span className="ask__hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

function optionOf({ value, label }: SelectOption) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}
