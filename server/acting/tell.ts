// From notices to commands: which post of which unit is told, and who holds it at this moment. A post that nobody holds
// is told all the same, with no persons, so that the gap is seen. Who must be told is core's `notices`.

import type { Notice } from '#core/basics/stream.ts'
import { findAncestor, lineOf, type UnitPath } from '#core/basics/tier.ts'
import type { NoticeCommand } from '#core/notice/notice.ts'
import { noticeId } from '#core/notice/notice.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Command } from './work.ts'

/** A post at a unit, and one person on it; `person` is null where the post stands empty. */
export interface Seat {
  readonly post: string
  readonly post_kind: string
  readonly room: string | null
  readonly unit: string
  readonly person: string | null
  readonly substitute: boolean | null
}

export interface Telling {
  readonly thing: { readonly kind: string; readonly stream: string }
  /** Unit the thing happened in. */
  readonly place: string
  /** Test room it happened in: a post held once per room is told only there. */
  readonly room: string | undefined
  readonly notices: readonly Notice[]
  readonly plan: EffectivePlan
  /** Id of the command that caused it; the ids of the tellings are derived from it. */
  readonly cause: string
  readonly madeAt: number
}

/** The units whose posts a thing at `place` may tell: its line, and the line of every unit that a notice names. */
export function unitsToldIn(place: UnitPath, notices: readonly Notice[]): readonly UnitPath[] {
  return [...new Set([place, ...notices.flatMap(({ unit }) => unit ?? [])].flatMap(lineOf))]
}

/** One Tell command per notice. `seats` are the posts of `unitsToldIn`. */
export function tellings(telling: Telling, seats: readonly Seat[]): Command[] {
  return telling.notices.flatMap((notice, nth) => {
    const post = telling.plan.posts[notice.post]
    if (!post) return []
    const unit = findAncestor(notice.unit ?? telling.place, post.tier)
    if (unit === undefined) return []
    const there = seats.filter(
      (seat) =>
        seat.unit === unit &&
        seat.post_kind === notice.post &&
        (seat.room === null || telling.room === undefined || seat.room === telling.room),
    )
    const persons = meant(
      notice,
      there.flatMap(({ person, substitute }) =>
        person !== null && substitute === (notice.who === 'substitute') ? person : [],
      ),
    )
    const data: Extract<NoticeCommand, { type: 'Tell' }>['data'] = {
      thing: telling.thing,
      ...(there[0] === undefined ? {} : { post: there[0].post }),
      postKind: notice.post,
      unit,
      what: notice.what,
      who: notice.who,
      persons,
      urgent: notice.urgent === true,
      ...(notice.limit === undefined ? {} : { limit: notice.limit }),
    }
    return [
      {
        id: `${telling.cause}/tell/${nth}/${notice.post}`,
        stream: { kind: 'notice' as const, id: noticeId(telling.thing.stream, notice.post, unit) },
        type: 'Tell',
        data,
        madeAt: telling.madeAt,
      },
    ]
  })
}

/** The one who is meant, where one is; when he holds the post no more, whoever does. */
function meant({ person }: Notice, holders: readonly string[]): readonly string[] {
  return person !== undefined && holders.includes(person) ? [person] : holders
}
