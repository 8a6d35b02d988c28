// Both scales side by side, the four impacts, and a sentence of reason for each with its clause.
// Dashed while provisional. It shows a grade; it never works one out.

import type { ReactNode } from 'react'
import { EventLevel } from './event-level.tsx'
import { type LevelWords, ResponseLevel } from './response-level.tsx'

export interface GradeSide<L extends number> {
  level: L
  say: LevelWords
  /** 事件等级·3级最重 */
  title: string
  /** 一定影响，县里处置 */
  meaning: string
}

export interface GradeCardProps {
  event: GradeSide<1 | 2 | 3 | 4>
  response: GradeSide<1 | 2 | 3 | 4>
  provisional: boolean
  /** Four impacts: name and degree. `quiet` for "none". */
  impacts?: readonly { name: string; value: string; quiet: boolean }[] | undefined
  /** Why, and what would change it: 事件 2级 / 测试中断… / 县预案二(一). */
  reasons: readonly { title: string; text: ReactNode; clause?: string | undefined }[]
  /** Whole name of the card for screen readers. */
  name: string
}

/** The grading before it is sent, and as it was confirmed. */
export function GradeCard({ event, response, provisional, impacts, reasons, name }: GradeCardProps) {
  return (
    <section className={`card grade${provisional ? ' grade--provisional' : ''}`} aria-label={name}>
      <div className="grade__scales">
        <div className="grade__scale">
          <span className="grade__title">{event.title}</span>
          <EventLevel level={event.level} say={event.say} show="number" size="l" />
          <span className="grade__meaning">{event.meaning}</span>
        </div>
        <div className="grade__scale">
          <span className="grade__title">{response.title}</span>
          <ResponseLevel level={response.level} say={response.say} show="number" size="l" />
          <span className="grade__meaning">{response.meaning}</span>
        </div>
      </div>
      {impacts && impacts.length > 0 && (
        <dl className="grade__impacts">
          {impacts.map((impact) => (
            <div
              key={impact.name}
              className={impact.quiet ? 'grade__impact grade__impact--quiet' : 'grade__impact'}
            >
              <dt>{impact.name}</dt>
              <dd>{impact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      <dl className="grade__reasons">
        {reasons.map((reason) => (
          <div key={reason.title} className="grade__reason">
            <dt>{reason.title}</dt>
            <dd>
              {reason.text} {reason.clause && <span className="grade__clause">{reason.clause}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
