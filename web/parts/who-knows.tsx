// Who knows: the ladder of tiers, gravest duty on the line, posts beside it indented; and a short list for the phone.
// Dashed ring: not told or not seen. Ring: seen. Dot: confirmed. A word always stands with it.

import type { ReactNode } from 'react'
import { Delivery, type DeliveryState } from './delivery.tsx'
import { Icon } from './icon.tsx'

/** notTold: need not be told · unseen: delivered, not seen · handling: it is theirs now */
export type KnowsState = 'notTold' | 'waiting' | 'unseen' | 'seen' | 'confirmed' | 'handling'

export interface KnowsPost {
  id: string
  /** 省领导小组办公室 */
  post: string
  /** 方楠 */
  person?: string | undefined
  state: KnowsState
  /** 已看 09:20 / 送到未看 17 分 / 事件 2级，不需告知 */
  words: ReactNode
  /** Beside the line: 省视导员, 安全小组. */
  beside?: boolean | undefined
  /** 再催, a call: a small Button or IconButton. */
  side?: ReactNode
}

const AS_DELIVERY: Record<Exclude<KnowsState, 'notTold' | 'handling'>, DeliveryState> = {
  waiting: 'waiting',
  unseen: 'waiting',
  seen: 'seen',
  confirmed: 'confirmed',
}

function KnowsWords({ state, words }: Pick<KnowsPost, 'state' | 'words'>) {
  if (state === 'notTold') return <span className="delivery">{words}</span>
  if (state === 'handling') {
    return (
      <span className="delivery delivery--handling">
        <Icon name="shield" />
        <span>{words}</span>
      </span>
    )
  }
  return <Delivery state={AS_DELIVERY[state]}>{words}</Delivery>
}

/** The whole ladder, top tier first. */
export function WhoKnows({ posts, label }: { posts: readonly KnowsPost[]; label: string }) {
  return (
    <ol className="ladder" aria-label={label}>
      {posts.map((post) => (
        <li
          key={post.id}
          className={`ladder__post ladder__post--${post.state}${post.beside ? ' ladder__post--beside' : ''}`}
        >
          <span className="ladder__dot" aria-hidden="true" />
          <span className="ladder__body">
            <span>
              <b>{post.post}</b>
              {post.person && ' '}
              <span className="name">{post.person}</span>
            </span>
            <KnowsWords state={post.state} words={post.words} />
          </span>
          {post.side}
        </li>
      ))}
    </ol>
  )
}

/** Two columns for the phone: who, and how far. */
export function WhoKnowsShort({ posts, label }: { posts: readonly KnowsPost[]; label: string }) {
  return (
    <ul className="card knows" aria-label={label}>
      {posts.map((post) => (
        <li key={post.id} className="knows__post">
          <span className="knows__who">
            <span>
              {post.post}
              {post.person && ' '}
              <span className="name">{post.person}</span>
            </span>
            <KnowsWords state={post.state} words={post.words} />
          </span>
          {post.side}
        </li>
      ))}
    </ul>
  )
}
