// Pictures and files of a matter: thumbnails two or three to a row, what is still on its way, what was not taken and why.

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface AttachmentItem {
  readonly id: string
  readonly icon: IconName
  /** 照片, or the name of the document. */
  readonly title: string
  /** Who and when. */
  readonly text?: string | undefined
  /** Address of the picture, when it can be shown. */
  readonly picture?: string | undefined
  /** Where it opens, and what that is called. */
  readonly open?: { readonly href: string; readonly name: string } | undefined
  /** ready · coming: dashed, with its words · refused: ink edge */
  readonly state: 'ready' | 'coming' | 'refused'
  /** 照片还在手机上, 正在送出 40%, 没有收下：… */
  readonly words?: string | undefined
  /** Share that is there, 0–1, while it is on its way. */
  readonly part?: number | undefined
  /** For voice notes: the address to play. */
  readonly sound?: string | undefined
  /** A Button, when it can be put away. */
  readonly action?: ReactNode
}

export function Attachments({ label, items }: { label: string; items: readonly AttachmentItem[] }) {
  return (
    <ul className="attachments" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={`attachment attachment--${item.state}`}>
          <Face item={item} />
          <span className="attachment__body">
            <b>{item.title}</b>
            {item.text && <span className="quieter small">{item.text}</span>}
            {item.words && <span className="small">{item.words}</span>}
            {item.part !== undefined && (
              <span className="session__bar" aria-hidden="true">
                <span className="session__part" style={{ width: `${Math.round(item.part * 100)}%` }} />
              </span>
            )}
            {item.sound && (
              // biome-ignore lint/a11y/useMediaCaption: a voice note has no captions; what it says is noted in words beside it
              <audio controls preload="none" src={item.sound} aria-label={item.title} />
            )}
            {item.action}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Face({ item }: { item: AttachmentItem }) {
  const inside = item.picture ? <img src={item.picture} alt="" loading="lazy" /> : <Icon name={item.icon} />
  if (!item.open) return <span className="attachment__face">{inside}</span>
  return (
    <a
      className="attachment__face"
      href={item.open.href}
      target="_blank"
      rel="noreferrer"
      aria-label={item.open.name}
    >
      {inside}
    </a>
  )
}
