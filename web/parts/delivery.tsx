// How far a message has come: 待发 → 已送出 → 已收到 → 已看 → 已确认, or 被退回. Drawn icons with their words.

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type DeliveryState = 'waiting' | 'sent' | 'received' | 'seen' | 'confirmed' | 'returned'

const ICONS: Record<DeliveryState, IconName> = {
  waiting: 'hourglass',
  sent: 'tick',
  received: 'ticks',
  seen: 'eye',
  confirmed: 'ticks',
  returned: 'cross',
}

/** `children`: the word and, where known, the time: 已看 09:20. */
export function Delivery({ state, children }: { state: DeliveryState; children: ReactNode }) {
  return (
    <span className={`delivery delivery--${state}`}>
      <Icon name={ICONS[state]} />
      <span>{children}</span>
    </span>
  )
}
