// Rows and the small furniture of lists: heading, card of rows, a row that leads somewhere, tiles of categories.

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon.tsx'

export interface SectionProps {
  title: string
  /** Beside the title: 24 校·720 人, a Count. */
  note?: ReactNode
  /** At the right: 已做 2 / 4, or a link 全部 18 人. */
  side?: ReactNode
  /** Where `side` leads; makes it a link with a full target. */
  sideHref?: string | undefined
  children: ReactNode
}

/** A headed part of a page. */
export function Section({ title, note, side, sideHref, children }: SectionProps) {
  return (
    <section className="section">
      <div className="section__head">
        <h2 className="section__title">{title}</h2>
        {note && <span className="section__note">{note}</span>}
        {side &&
          (sideHref === undefined ? (
            <span className="section__side">{side}</span>
          ) : (
            <Link className="section__side section__side--link" href={sideHref}>
              {side}
            </Link>
          ))}
      </div>
      {children}
    </section>
  )
}

/** A card of rows with hairlines between: PersonRow, ListRow, or any `<li>`. */
export function Rows({ label, children }: { label?: string | undefined; children: ReactNode }) {
  return (
    <ul className="card rows" aria-label={label}>
      {children}
    </ul>
  )
}

export interface ListRowProps {
  title: ReactNode
  /** Second line. */
  text?: ReactNode
  /** Before the title, on a soft teal square. */
  icon?: IconName | undefined
  /** Before the title, bare: ResponseLevel sign, SchoolDot, a quiet Icon. */
  lead?: ReactNode
  /** At the right: a Clock, a figure, 处置、答复. */
  side?: ReactNode
  /** With one of these the row leads somewhere and shows a chevron. */
  href?: string | undefined
  onPress?: (() => void) | undefined
  /** This row is the one in hand. */
  current?: boolean | undefined
  /** Came in a moment ago. */
  fresh?: boolean | undefined
}

/** One row, one line of thought. */
export function ListRow({
  title,
  text,
  icon,
  lead,
  side,
  href,
  onPress,
  current = false,
  fresh = false,
}: ListRowProps) {
  const leads = href !== undefined || onPress !== undefined
  const inside = (
    <>
      {icon && (
        <span className="row__icon">
          <Icon name={icon} />
        </span>
      )}
      {lead}
      <span className="row__body">
        <span className="row__title">{title}</span>
        {text && <span className="row__text">{text}</span>}
      </span>
      {side && <span className="row__side">{side}</span>}
      {leads && <Icon name="chevron" />}
    </>
  )
  return (
    <li className={`row${current ? ' row--current' : ''}${fresh ? ' fresh' : ''}`}>
      {href !== undefined ? (
        <Link className="row__press" href={href} aria-current={current ? 'true' : undefined}>
          {inside}
        </Link>
      ) : onPress ? (
        <button
          type="button"
          className="row__press"
          aria-current={current ? 'true' : undefined}
          onClick={onPress}
        >
          {inside}
        </button>
      ) : (
        <div className="row__press">{inside}</div>
      )}
    </li>
  )
}

export interface TileProps {
  icon: IconName
  title: string
  /** 30 种 */
  text?: string | undefined
  href?: string | undefined
  onPress?: (() => void) | undefined
}

/** A category to enter; two to a row. Stands in `Tiles`. */
export function Tile({ icon, title, text, href, onPress }: TileProps) {
  const inside = (
    <>
      <Icon name={icon} />
      <span>
        <span className="tile__title">{title}</span>
        {text && <span className="tile__text">{text}</span>}
      </span>
    </>
  )
  return (
    <li>
      {href !== undefined ? (
        <Link className="tile" href={href}>
          {inside}
        </Link>
      ) : (
        <button type="button" className="tile" onClick={onPress}>
          {inside}
        </button>
      )}
    </li>
  )
}

export function Tiles({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="tiles" aria-label={label}>
      {children}
    </ul>
  )
}
