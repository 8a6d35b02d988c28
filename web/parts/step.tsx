// One step of "what to do": a numbered ring that becomes a tick, the deed, the named person, and a call beside it.

import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface StepProps {
  n: number
  /** The deed, verb first. */
  text: ReactNode
  /** The person: 后勤副校长 苗立新. When done, with the time: 监测员 何家宁·09:15 已做. */
  who?: ReactNode
  done: boolean
  /** Ticks or unticks. Without it the step is only read. */
  onToggle?: (() => void) | undefined
  /** What the tick does, for screen readers: 做完第 2 步. */
  tickName?: string | undefined
  /** An IconButton: call, camera. */
  side?: ReactNode
  /** first: large text, read while hurrying · plain */
  weight?: 'first' | 'plain' | undefined
  /** Not settled yet: 待发 and the like, a Provisional. */
  mark?: ReactNode
}

/** Stands inside `Steps`. */
export function Step({ n, text, who, done, onToggle, tickName, side, weight = 'plain', mark }: StepProps) {
  const inside = (
    <>
      <span className={`step__ring${done ? ' step__ring--done' : ''}`} aria-hidden="true">
        {done ? <Icon name="tick" /> : n}
      </span>
      <span className="step__body">
        <span className="step__text">{text}</span>
        {who && <span className="step__who">{who}</span>}
        {mark}
      </span>
    </>
  )
  return (
    <li className={`step step--${weight}${done ? ' step--done' : ''}`}>
      {onToggle ? (
        // biome-ignore lint/a11y/useSemanticElements: the whole row is the target, a bare checkbox would be 13 px
        <button
          type="button"
          role="checkbox"
          aria-checked={done}
          aria-description={tickName}
          className="step__press"
          onClick={onToggle}
        >
          {inside}
        </button>
      ) : (
        <div className="step__press">{inside}</div>
      )}
      {side && <span className="step__side">{side}</span>}
    </li>
  )
}

/** The list of steps, in their order. */
export function Steps({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="card rows" aria-label={label}>
      {children}
    </ol>
  )
}
