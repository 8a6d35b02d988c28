// An order from above: ink edge, what kind, from whom and when, the words in the largest type, how long to confirm, one button.

import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface OrderProps {
  /** 停止测试 */
  title: string
  /** 青河县·县实施办公室 陆知远·09:31 */
  by: string
  text: ReactNode
  /** 09:40 起·到 10:00 */
  times?: string | undefined
  /** Withdrawn: no weight any more. */
  over?: boolean | undefined
  clock?: ReactNode
  /** One solid wide Button, or who confirmed when. */
  action?: ReactNode
  children?: ReactNode
}

/** Announced when it comes in. */
export function Order({ title, by, text, times, over = false, clock, action, children }: OrderProps) {
  return (
    <section className={over ? 'order order--over' : 'order'} aria-live="polite" aria-label={title}>
      <div className="order__head">
        <Icon name="megaphone" />
        <b>{title}</b>
        {clock && <span className="order__clock">{clock}</span>}
      </div>
      <p className="order__text">{text}</p>
      {times && <p className="order__times">{times}</p>}
      <p className="order__by">{by}</p>
      {action}
      {children}
    </section>
  )
}
