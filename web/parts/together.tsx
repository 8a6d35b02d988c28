// Two people who decide or hand over together, each confirming for himself: one card each, side by side (picture 07).

import { Icon } from './icon.tsx'

export interface TogetherSide {
  readonly id: string
  /** 主监 */
  readonly post: string
  readonly name?: string | undefined
  /** 同意 09:31, 等确认 */
  readonly words: string
  /** yes: confirmed, solid · waits: dashed · no: declined */
  readonly state: 'yes' | 'waits' | 'no'
}

const ICONS = { yes: 'tick', waits: 'hourglass', no: 'cross' } as const

/** Never one for both: a side that has not confirmed is dashed. */
export function Together({ label, sides }: { label: string; sides: readonly TogetherSide[] }) {
  return (
    <ul className="together" aria-label={label}>
      {sides.map((side) => (
        <li key={side.id} className={`together__side together__side--${side.state}`}>
          <span className="together__post">{side.post}</span>
          {side.name && <b className="name">{side.name}</b>}
          <span className="together__words">
            <Icon name={ICONS[side.state]} />
            {side.words}
          </span>
        </li>
      ))}
    </ul>
  )
}
