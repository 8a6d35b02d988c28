// A question with two to four answers as segments of 48. Native radio buttons underneath: arrows, space and
// screen readers work as everywhere. Nothing is chosen beforehand.

import { useId } from 'react'
import { Icon } from './icon.tsx'

export interface SegmentsProps<T extends string> {
  /** The question itself: 测试中断了吗？ */
  label: string
  options: readonly { value: T; label: string }[]
  value: T | undefined
  onChoose: (value: T) => void
  /** row: question left, answers right, for two short answers · stack */
  layout?: 'stack' | 'row' | undefined
  /** Said under the question when it is still to be answered. */
  missing?: string | undefined
  /** Hide the question: it stands in a heading already. Screen readers still hear it. */
  quietLabel?: boolean | undefined
  /** For moving the focus here when an answer is missing. */
  id?: string | undefined
}

/** One question, two to four answers. */
export function Segments<T extends string>(props: SegmentsProps<T>) {
  const { label, options, value, onChoose, layout = 'stack', missing, quietLabel = false } = props
  const own = useId()
  return (
    <div className={`ask ask--${layout}`} id={props.id}>
      <span className={quietLabel ? 'unseen' : 'ask__label'} id={`${own}-label`}>
        {label}
      </span>
      <div
        className="segments"
        role="radiogroup"
        aria-labelledby={`${own}-label`}
        aria-describedby={missing ? `${own}-missing` : undefined}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={`segments__one${option.value === value ? ' segments__one--on' : ''}`}
          >
            <input
              type="radio"
              className="segments__input"
              name={own}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span className="segments__face">
              {option.value === value && <Icon name="tick" />}
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {missing && (
        <span className="ask__missing" id={`${own}-missing`}>
          {missing}
        </span>
      )}
    </div>
  )
}
