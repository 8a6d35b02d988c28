// One school as a cell: a small square for the strip, a large one for the wall. Four states (all quiet, open,
// not reported, late not reported) and, when open, the worst response level. Not reported never looks like quiet.

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import { type LevelWords, ResponseLevel } from './response-level.tsx'

export type SchoolState = 'quiet' | 'open' | 'unreported' | 'late'

export interface SchoolDotProps {
  state: SchoolState
  /** Required when open. */
  level?: 1 | 2 | 3 | 4 | undefined
  /** Whole name: 桥头小学，响应等级 Ⅱ级，重大 / 南坪小学，未报. */
  name: string
  /** Where pressing leads; without it the square is only read. */
  href?: string | undefined
}

const NO_WORDS = { scale: '', number: '' }

/** The small square of the strip over a county; its legend stands below. */
export function SchoolDot({ state, level, name, href }: SchoolDotProps) {
  const face =
    state === 'open' && level ? (
      <ResponseLevel level={level} say={{ ...NO_WORDS, whole: name }} show="sign" size="s" />
    ) : (
      <span className={`dot dot--${state}`} role="img" aria-label={name} />
    )
  return href === undefined ? (
    <span className="dot-cell" title={name}>
      {face}
    </span>
  ) : (
    <Link className="dot-cell" href={href} title={name}>
      {face}
    </Link>
  )
}

/** The cell is named by its own words, so that what is seen and what is heard agree (WCAG 2.5.3). */
export interface SchoolCellProps extends Omit<SchoolDotProps, 'name'> {
  /** 07 */
  number: string
  /** 桥头小学 */
  school: string
  levelWords?: LevelWords | undefined
  /** What is open: 全校停电. */
  situation?: string | undefined
  /** The state word: 平安 / 未报 / 未报·超时 06:12. */
  words: ReactNode
  /** Under the word: 09:05 报·到 30/30, 09:40 前要报, 校长 199-0000-0214. */
  detail?: ReactNode
  /** For an open one, left: EventLevel; right: a Clock. */
  event?: ReactNode
  clock?: ReactNode
}

/** The large cell of the school wall, readable across a room. Stands in a `SchoolWall`. */
export function SchoolCell(props: SchoolCellProps) {
  const { state, level, number, school, situation, words, detail, event, clock, levelWords, href } = props
  const open = state === 'open'
  const inside = (
    <>
      <span className="cell__number">{number}</span>
      <span className="cell__school">{school}</span>
      {open && situation && <span className="cell__situation">{situation}</span>}
      {open && level && levelWords && (
        <span className="cell__shape">
          <ResponseLevel level={level} say={levelWords} show="sign" size="xl" />
        </span>
      )}
      <span className="cell__foot">
        {open ? (
          <>
            {event}
            <span className="cell__clock">
              {clock}
              {words}
            </span>
          </>
        ) : (
          <span>
            <span className="cell__words">
              {state === 'quiet' && <Icon name="tick" />}
              {words}
            </span>
            {detail && <span className="cell__detail">{detail}</span>}
          </span>
        )}
      </span>
    </>
  )
  const className = `cell cell--${state}`
  return (
    <li className="wall__place">
      {href === undefined ? (
        <div className={className} data-level={level}>
          {inside}
        </div>
      ) : (
        <Link className={className} data-level={level} href={href}>
          {inside}
        </Link>
      )}
    </li>
  )
}

/** Schools in their own fixed order; never sorted by gravity. */
export function SchoolWall({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="wall" aria-label={label}>
      {children}
    </ul>
  )
}
