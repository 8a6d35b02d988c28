// The story of a matter: time, node, person, words. What arrived late or was noted offline says so.

import type { ReactNode } from 'react'

export interface TimelineItem {
  id: string
  /** 09:14 as shown. */
  time: string
  /** Machine-readable instant. */
  at?: string | undefined
  who: string
  post?: string | undefined
  /** 晚到 5 分：学校没网 / 等你答复 */
  note?: string | undefined
  /** plain · offline: noted without network, dashed · answer: from above · ask: waits for an answer */
  kind?: 'plain' | 'offline' | 'answer' | 'ask' | undefined
  words: ReactNode
  /** Struck through as wrong: by whom and why. The words stay readable. */
  struck?: ReactNode
  /** Pictures, forms, buttons under the words. */
  more?: ReactNode
  /** Came in a moment ago: its ground fades once. */
  fresh?: boolean | undefined
}

/** Oldest first unless the caller orders otherwise. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li
          key={item.id}
          className={`timeline__item timeline__item--${item.kind ?? 'plain'}${item.fresh ? ' fresh' : ''}${item.struck ? ' timeline__item--struck' : ''}`}
        >
          <time className="timeline__time" dateTime={item.at}>
            {item.time}
          </time>
          <div className="timeline__body">
            <span className="timeline__who">
              <b>{item.who}</b>
              {item.post && ` ${item.post}`}
              {item.note && <span className="timeline__note">{item.note}</span>}
            </span>
            <div className="timeline__words">
              {item.struck ? <s>{item.words}</s> : item.words}
              {item.struck && <span className="timeline__struck">{item.struck}</span>}
            </div>
            {item.more}
          </div>
        </li>
      ))}
    </ol>
  )
}
