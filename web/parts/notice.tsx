// What the page says about itself: nothing here yet, not stored, refused, a limit, a passing word.
// No codes in front; a short code last, for the telephone.

import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

export interface EmptyStateProps {
  /** 今天还没有事件 */
  title: string
  /** What to do: 有情况点“报告”。 */
  text: ReactNode
  /** 数据至 09:02 */
  asOf?: string | undefined
  action?: ReactNode
}

/** Says that it is empty, as of when, and what to do. */
export function EmptyState({ title, text, asOf, action }: EmptyStateProps) {
  return (
    <div className="note">
      <b>{title}</b>
      <p>{text}</p>
      {asOf && <p className="quieter">{asOf}</p>}
      {action && <div className="note__ways">{action}</div>}
    </div>
  )
}

export interface FaultProps {
  /** What was not done: 没有存上. */
  title: string
  /** What is safe and what to do now: 手机空间满了。文字还在，先删 1 张照片再试。 */
  text: ReactNode
  action?: ReactNode
  /** 代码 S-12 */
  code?: string | undefined
}

/** Something failed. One action. */
export function Fault({ title, text, action, code }: FaultProps) {
  return (
    <div className="note" role="alert">
      <b>{title}</b>
      <p>{text}</p>
      {action && <div className="note__ways">{action}</div>}
      {code && <p className="quieter">{code}</p>}
    </div>
  )
}

export interface RefusalProps {
  /** What was not done: 没有改成. */
  title: string
  /** Why, and who could do it: 这件事已由县里陆知远接手，要由他改。 */
  text: ReactNode
  /** What was kept: 你写的理由还在。 */
  kept?: ReactNode
  /** Two ways on, as Buttons: 发给他, 打电话. */
  ways: ReactNode
}

/** Refused: ink edge, who could, what is kept, two ways on. Never a dead end. */
export function Refusal({ title, text, kept, ways }: RefusalProps) {
  return (
    <div className="note note--refused" role="alert">
      <b>
        <Icon name="cross" /> {title}
      </b>
      <p>{text}</p>
      {kept && <p>{kept}</p>}
      <div className="note__ways">{ways}</div>
    </div>
  )
}

export interface ToastProps {
  children: ReactNode
  icon?: IconName | undefined
  /** One thing to do: a text Button. */
  action?: ReactNode
  closeName: string
  onClose: () => void
}

/** A passing word at the bottom. It stays until closed or replaced; nobody has to read fast. */
export function Toast({ children, icon = 'tick', action, closeName, onClose }: ToastProps) {
  return (
    <div className="toast" role="status">
      <Icon name={icon} />
      <span className="toast__text">{children}</span>
      {action}
      <IconButton icon="close" name={closeName} onPress={onClose} />
    </div>
  )
}

export interface BannerProps {
  icon?: IconName | undefined
  /** level 1–4: the soft ground of a response level whose limit this is · mine: soft teal · plain: sunk · dashed: a proposal, not settled */
  tone?: 1 | 2 | 3 | 4 | 'mine' | 'plain' | 'dashed' | undefined
  children: ReactNode
  action?: ReactNode
}

/** A sentence that matters on its own ground: a limit with what follows, a pattern seen, a change of grade. */
export function Banner({ icon, tone = 'plain', children, action }: BannerProps) {
  const level = typeof tone === 'number' ? tone : undefined
  return (
    <div className={`banner banner--${level ? 'level' : tone}`} data-level={level}>
      {icon && <Icon name={icon} />}
      <div className="banner__text">
        {children}
        {action && <div className="note__ways">{action}</div>}
      </div>
    </div>
  )
}
