// The notices of an incident that name this person: which he has not seen, which he has not confirmed. Pure.

import type { Instant } from '#core/basics/instant.ts'
import type { ToldView } from '#core/wire/view.ts'

export interface OwnNotices {
  /** Notice streams to be marked by `MarkSeen`. */
  readonly unseen: readonly string[]
  /** Notice streams that wait for `Confirm`. */
  readonly unconfirmed: readonly string[]
  /** When he last confirmed one; absent while he has not. */
  readonly confirmedAt?: Instant
}

/** A notice goes to a post; what counts here is how far it got with `person`. */
export function ownNotices(told: readonly ToldView[], person: string): OwnNotices {
  const mine = told.flatMap((one) => {
    const me = one.persons.find((each) => each.id === person)
    return me ? [{ notice: one.notice, me }] : []
  })
  const confirmed = mine.flatMap(({ me }) => (me.confirmedAt === undefined ? [] : [me.confirmedAt]))
  return {
    ...(confirmed.length === 0 ? {} : { confirmedAt: Math.max(...confirmed) }),
    unseen: mine.filter(({ me }) => me.seenAt === undefined).map(({ notice }) => notice),
    unconfirmed: mine.filter(({ me }) => me.confirmedAt === undefined).map(({ notice }) => notice),
  }
}
