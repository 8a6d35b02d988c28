// The desk's frame: top bar, rail, and columns that never jump. Import `#web/look/desk.css` with it.

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import type { TabItem } from './screen.tsx'

export interface TopBarProps {
  /** 护测 */
  product: string
  /** Where the sign leads: the first page. */
  homeHref: string
  /** 青河县实施办公室 */
  where: string
  /** 正式测试·第1天·语文 */
  what: string
  /** Opens the finder; `keys` is shown: Ctrl K. */
  find?: { label: string; keys: string; onPress: () => void } | undefined
  /** 实时, or how old. `live` false: dashed. */
  live: { label: string; live: boolean }
  sound?: { on: boolean; name: string; onPress: () => void } | undefined
  /** The campaign's clock: 09:36:12. */
  clock: string
  /** 陆知远 值班至 13:00, and what pressing opens. */
  me: { label: string; onPress: () => void }
}

/** The sign of the product: a shield with a tick. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M12 1.8 21 5v7.2c0 5-3.7 8.3-9 10-5.3-1.7-9-5-9-10V5z" fill="var(--accent)" />
      <path
        d="M7.6 12.2 11 15.5l5.6-6.6"
        stroke="var(--on-accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

export function TopBar({ product, homeHref, where, what, find, live, sound, clock, me }: TopBarProps) {
  return (
    <header className="topbar">
      <Link className="topbar__product" href={homeHref}>
        <Mark />
        {product}
      </Link>
      <span className="topbar__where">
        <b>{where}</b> <span>{what}</span>
      </span>
      {find && (
        <button type="button" className="topbar__find" onClick={find.onPress}>
          <Icon name="search" />
          <span>{find.label}</span>
          <kbd>{find.keys}</kbd>
        </button>
      )}
      <span className={`live${live.live ? '' : ' live--stale'}`} role="status">
        {live.label}
      </span>
      {sound && (
        <button
          type="button"
          className="topbar__sound"
          aria-pressed={sound.on}
          aria-label={sound.name}
          onClick={sound.onPress}
        >
          <Icon name={sound.on ? 'sound' : 'sound-off'} />
        </button>
      )}
      <span className="topbar__clock" role="timer" aria-live="off">
        {clock}
      </span>
      <button type="button" className="topbar__me" onClick={me.onPress}>
        <Icon name="user" />
        {me.label}
      </button>
    </header>
  )
}

export interface RailProps {
  items: readonly TabItem[]
  /** At the bottom: 预案. */
  last?: readonly TabItem[] | undefined
  label: string
}

/** The desk's rail of places. */
export function Rail({ items, last = [], label }: RailProps) {
  const one = (item: TabItem) => (
    <Link
      key={item.href}
      href={item.href}
      className={`rail__one${item.current ? ' rail__one--on' : ''}`}
      aria-current={item.current ? 'page' : undefined}
    >
      <Icon name={item.icon} />
      <span>{item.label}</span>
      {item.count !== undefined && item.count > 0 && (
        <span className="tabs__count" role="img" aria-label={item.countName}>
          {item.count}
        </span>
      )}
    </Link>
  )
  return (
    <nav className="rail" aria-label={label}>
      {items.map(one)}
      <span className="rail__gap" />
      {last.map(one)}
    </nav>
  )
}

export interface DeskFrameProps {
  top: ReactNode
  rail: ReactNode
  /** DemoLine, NetLine. */
  lines?: ReactNode
  /** Name of the way past the navigation: 跳到正文. */
  skip: string
  /** `Column`s, or one page. */
  children: ReactNode
}

export function DeskFrame({ top, rail, lines, skip, children }: DeskFrameProps) {
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {skip}
      </a>
      {top}
      {rail}
      <main className="desk__main" id="main" tabIndex={-1}>
        {lines}
        <div className="desk__columns">{children}</div>
      </main>
    </div>
  )
}

export interface ColumnProps {
  /** need: 336 · list: 412 · hand: the rest */
  width: 'need' | 'list' | 'hand'
  label: string
  children: ReactNode
}

/** One column with its own scroll; its place never changes. */
export function Column({ width, label, children }: ColumnProps) {
  return (
    <section className={`column column--${width}`} aria-label={label} tabIndex={-1}>
      {children}
    </section>
  )
}
