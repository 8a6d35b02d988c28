// One line under the header on every page: no network, what waits to be sent, how old the data are. No dialog, no red.

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon.tsx'

export interface NetLineProps {
  icon?: IconName | undefined
  /** 没有网络 */
  state: string
  /** ，照常可用·更新于 09:02 */
  children?: ReactNode
  /** 待发 2, and where it opens. */
  waiting?: { label: string; href: string } | undefined
}

/** A polite live region: told once, never in the way. */
export function NetLine({ icon = 'cloud-off', state, children, waiting }: NetLineProps) {
  return (
    <div className="net" role="status">
      <Icon name={icon} />
      <span className="net__text">
        <b>{state}</b>
        {children}
      </span>
      {waiting && (
        <Link className="net__waiting" href={waiting.href}>
          {waiting.label}
        </Link>
      )}
    </div>
  )
}

/** The quiet line on every page that says this is a demonstration, with invented names. */
export function DemoLine({ children }: { children: ReactNode }) {
  return <div className="demo">{children}</div>
}
