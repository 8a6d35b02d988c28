// Small marks with words: provisional (dashed), late (ink reversed), drill (hatched), counts, and tags one can switch.
// The words come from the caller; none of these relies on colour alone.

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface ChipProps {
  children: ReactNode
  icon?: IconName | undefined
  /** plain: thin edge · mine: soft teal */
  tone?: 'plain' | 'mine' | undefined
}

/** A quiet mark. */
export function Chip({ children, icon, tone = 'plain' }: ChipProps) {
  return (
    <span className={`chip chip--${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** Not settled: 暂定, 待发, 未报, 等确认, 离线记下. Always dashed, always with its word. */
export function Provisional({ children }: { children: ReactNode }) {
  return <span className="chip chip--dashed">{children}</span>
}

/** Late: ink reversed, with a clock. `children` is the whole sign: 超时 02:10. */
export function Late({ children }: { children: ReactNode }) {
  return (
    <span className="late">
      <Icon name="clock" />
      {children}
    </span>
  )
}

/** 演练, on the violet hatching that belongs to drills alone. */
export function DrillTag({ children }: { children: ReactNode }) {
  return <span className="drill-tag">{children}</span>
}

/** A number that waits for somebody: reversed, with an accessible name such as "4 件等我答复". */
export function Count({ n, name }: { n: number; name: string }) {
  return (
    <span className="count" role="img" aria-label={name}>
      {n}
    </span>
  )
}

export interface TagProps {
  children: ReactNode
  on: boolean
  onPress: () => void
}

/** A tag one can switch: to whom, copied to. Says its state by tick, edge and `aria-pressed`. */
export function Tag({ children, on, onPress }: TagProps) {
  return (
    <button type="button" className={`tag${on ? ' tag--on' : ''}`} aria-pressed={on} onClick={onPress}>
      <Icon name={on ? 'tick' : 'plus'} />
      {children}
    </button>
  )
}
