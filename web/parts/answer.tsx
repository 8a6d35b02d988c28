// The answer from above: soft teal ground, the largest text on the page, who and when, one button.

import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface AnswerProps {
  /** 县里答复 */
  title: string
  /** 陆知远·09:24 */
  by: string
  text: ReactNode
  /** The one Button, solid and wide: 收到，照办. Once confirmed: the words who and when. */
  action?: ReactNode
}

/** Announced when it comes in; the place it stands in never moves other things under a finger. */
export function Answer({ title, by, text, action }: AnswerProps) {
  return (
    <section className="answer" aria-live="polite" aria-label={title}>
      <div className="answer__head">
        <Icon name="message" />
        <b>{title}</b>
        <span className="answer__by">{by}</span>
      </div>
      <p className="answer__text">{text}</p>
      {action}
    </section>
  )
}
