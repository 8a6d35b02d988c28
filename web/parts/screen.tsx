// The phone's page: header, lines under it, the scrolling middle, actions or tabs at the thumb. And the report button.

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { IconButton } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

export interface HeaderProps {
  title: string
  /** Second line, in parts that stay whole where they can: 主监 林晓岚 · 5月28日 周四. Empty ones are left out. */
  text?: readonly (string | undefined)[] | undefined
  /** The way back and its name. */
  back?: { href: string; name: string } | { onPress: () => void; name: string } | undefined
  /** 第 2 步，共 4 步, or an IconButton. */
  side?: ReactNode
  /** Below the title, still on the header's ground: ProgressSteps, levels with a Clock, Calls. */
  children?: ReactNode
}

/** Holds the one `h1` of the page. */
export function Header({ title, text = [], back, side, children }: HeaderProps) {
  const parts = text.filter((part) => part !== undefined && part !== '')
  return (
    <header className="header">
      <div className="header__line">
        {back && (
          <IconButton
            icon="back"
            name={back.name}
            {...('href' in back ? { href: back.href } : { onPress: back.onPress })}
          />
        )}
        <h1 className="header__title">
          {title}
          {parts.length > 0 && (
            <span className="header__text">
              {parts.map((part) => (
                <span key={part} className="header__part">
                  {part}
                </span>
              ))}
            </span>
          )}
        </h1>
        {side && <span className="header__side">{side}</span>}
      </div>
      {children && <div className="header__more">{children}</div>}
    </header>
  )
}

export interface ScreenProps {
  header: ReactNode
  /** NetLine, DemoLine. */
  lines?: ReactNode
  children: ReactNode
  /** The main action, within the thumb. */
  foot?: ReactNode
  /** Tabs. */
  tabs?: ReactNode
  /** A Toast. */
  toast?: ReactNode
}

/** Header and foot stay; the middle scrolls with the page, so that the browser's own gestures work. */
export function Screen({ header, lines, children, foot, tabs, toast }: ScreenProps) {
  return (
    <div className="screen">
      <div className="screen__top">
        {header}
        {lines}
      </div>
      <main className={toast ? 'screen__main screen__main--toast' : 'screen__main'}>{children}</main>
      {(foot || tabs || toast) && (
        <div className="screen__bottom">
          {toast}
          {foot && <footer className="screen__foot">{foot}</footer>}
          {tabs}
        </div>
      )}
    </div>
  )
}

/** Buttons side by side, equal widths. `dense`: four short ones in one row of a small phone. */
export function Actions({ children, dense = false }: { children: ReactNode; dense?: boolean }) {
  return <div className={dense ? 'actions actions--dense' : 'actions'}>{children}</div>
}

export interface ReportButtonProps {
  title: string
  text: string
  href: string
  icon?: IconName | undefined
  /** Violet hatching: 演练报告, only to those in the drill. */
  drill?: boolean | undefined
}

/** The largest thing on the page; beside it nothing. */
export function ReportButton({ title, text, href, icon = 'warning', drill = false }: ReportButtonProps) {
  return (
    <Link className={`report${drill ? ' report--drill' : ''}`} href={href}>
      <span className="report__icon">
        <Icon name={icon} />
      </span>
      <span>
        <b className="report__title">{title}</b>
        <span className="report__text">{text}</span>
      </span>
    </Link>
  )
}

export interface TabItem {
  href: string
  label: string
  icon: IconName
  current?: boolean | undefined
  /** A number that waits, and its whole name: 2 条待发. */
  count?: number | undefined
  countName?: string | undefined
}

/** The phone's tab bar. */
export function Tabs({ items, label }: { items: readonly TabItem[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          className={`tabs__one${item.current ? ' tabs__one--on' : ''}`}
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
      ))}
    </nav>
  )
}
