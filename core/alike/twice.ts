// Twice the same: reports of one kind and place by one school inside the plan's window may be one matter. Who reports online is
// asked at once; what arrives later becomes a proposal to the school's responsible inspector. Joining keeps both records and can be undone.

import { type Instant, MINUTE } from '../basics/instant.ts'
import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  type Notice,
  nothingNew,
  type Reaction,
  type Recorded,
  type Stream,
  UnknownEvent,
} from '../basics/stream.ts'
import type { UnitPath } from '../basics/tier.ts'
import type { EffectivePlan, PlanHash } from '../plan/effective.ts'

export interface NotedReport {
  readonly incident: string
  readonly room?: string
  readonly discoveredAt: Instant
  readonly reportedAt: Instant
  readonly knownAt: Instant
  /** Said by the reporter to be other ones. */
  readonly notSameAs: readonly string[]
}

interface Field {
  readonly unit: UnitPath
  readonly campaign: string
  readonly scenario: string
  readonly plan: PlanHash
}

type ReportNoted = Happened<'ReportNoted', Field & NotedReport>
type TwiceProposed = Happened<'TwiceProposed', { readonly first: string; readonly second: string }>
type TwiceJoined = Happened<'TwiceJoined', { readonly first: string; readonly second: string }>
type TwiceRefused = Happened<'TwiceRefused', { readonly first: string; readonly second: string }> & {
  readonly private?: { readonly text?: { readonly reason?: string } }
}
type TwiceParted = Happened<'TwiceParted', { readonly first: string; readonly second: string }> & {
  readonly private?: { readonly text?: { readonly reason?: string } }
}
export type TwiceEvent = ReportNoted | TwiceProposed | TwiceJoined | TwiceRefused | TwiceParted

type Pair = { readonly first: string; readonly second: string }
export type TwiceCommand =
  | { readonly type: 'NoteReport'; readonly data: Field & NotedReport }
  | { readonly type: 'JoinTwice'; readonly data: Pair }
  | { readonly type: 'RefuseTwice'; readonly data: Pair & { readonly reason: string } }
  | { readonly type: 'PartTwice'; readonly data: Pair & { readonly reason: string } }

export type PairState = 'proposed' | 'joined' | 'refused' | 'parted'

export interface TwiceState {
  readonly field?: Field
  readonly reports: readonly NotedReport[]
  readonly pairs: readonly (Pair & { readonly state: PairState; readonly at: Instant })[]
}

function evolve(state: TwiceState, event: Recorded<TwiceEvent>): TwiceState {
  const now = (pair: PairState): TwiceState => {
    const { first, second } = event.data as Pair
    const others = state.pairs.filter((one) => one.first !== first || one.second !== second)
    return { ...state, pairs: [...others, { first, second, state: pair, at: event.recordedAt }] }
  }
  switch (event.type) {
    case 'ReportNoted': {
      const { unit, campaign, scenario, plan, ...report } = event.data
      const field = { unit, campaign, scenario, plan }
      return { ...state, field: state.field ?? field, reports: [...state.reports, report] }
    }
    case 'TwiceProposed':
      return now('proposed')
    case 'TwiceJoined':
      return now('joined')
    case 'TwiceRefused':
      return now('refused')
    case 'TwiceParted':
      return now('parted')
    default:
      throw new UnknownEvent('twice', (event as Happened).type)
  }
}

function decide(
  state: TwiceState,
  command: TwiceCommand,
  { plan }: Context<EffectivePlan>,
): Decision<TwiceEvent> {
  if (command.type === 'NoteReport') return note(state, command.data, plan)
  const { first, second } = command.data
  const reports = [first, second].map((id) => state.reports.find((one) => one.incident === id))
  const [one, other] = reports
  if (!one || !other || first === second) return refuse('twice.unknown', { field: 'second' })
  const pair = state.pairs.find((one) => one.first === first && one.second === second)
  if ('reason' in command.data && command.data.reason.trim() === '') {
    return refuse('text.missing', { field: 'reason' })
  }
  switch (command.type) {
    case 'JoinTwice':
      if (pair?.state === 'joined') return nothingNew
      // What lies hours or rooms apart is not one matter: joining it would silence one of the two.
      if (!pair && !isLike(one, other, plan)) return refuse('twice.unknown', { field: 'second' })
      // One that has gone into another, or has taken one in, cannot go into a third: the chain would hide a record.
      if (isElsewhere(state, { first, second })) return refuse('twice.joined-elsewhere')
      return happened<TwiceEvent>({ type: 'TwiceJoined', data: { first, second } })
    case 'RefuseTwice':
      if (pair?.state === 'joined') return refuse('twice.joined')
      if (pair?.state === 'refused') return nothingNew
      return happened<TwiceEvent>({
        type: 'TwiceRefused',
        data: { first, second },
        private: { text: { reason: command.data.reason } },
      })
    case 'PartTwice':
      if (pair?.state !== 'joined') return pair?.state === 'parted' ? nothingNew : refuse('twice.not-joined')
      return happened<TwiceEvent>({
        type: 'TwiceParted',
        data: { first, second },
        private: { text: { reason: command.data.reason } },
      })
  }
}

/** Discovered within the plan's window, in the same room or in one that nobody named. */
function isLike(one: NotedReport, other: NotedReport, plan: EffectivePlan): boolean {
  const window = plan.thresholds.sameIncident.minutes * MINUTE
  const sameRoom = one.room === undefined || other.room === undefined || one.room === other.room
  return sameRoom && Math.abs(one.discoveredAt - other.discoveredAt) <= window
}

function isElsewhere(state: TwiceState, { first, second }: Pair): boolean {
  return state.pairs.some(
    (one) => one.state === 'joined' && (one.second === first || [one.first, one.second].includes(second)),
  )
}

/** Proposals that may wait for a word about one incident: whoever has not looked at these is not helped by more of them. */
const MOST_WAITING = 10

function note(state: TwiceState, data: Field & NotedReport, plan: EffectivePlan): Decision<TwiceEvent> {
  if (state.reports.some((one) => one.incident === data.incident)) return nothingNew
  const like = state.reports.find(
    (one) =>
      isLike(one, data, plan) &&
      !data.notSameAs.includes(one.incident) &&
      // What has gone into another is looked at there.
      !state.pairs.some((pair) => pair.state === 'joined' && pair.second === one.incident),
  )
  const noted: TwiceEvent = { type: 'ReportNoted', data }
  if (!like) return happened<TwiceEvent>(noted)
  const waiting = state.pairs.filter((one) => one.state === 'proposed' && one.first === like.incident)
  if (waiting.length >= MOST_WAITING) return nothingNew
  const pair = { first: like.incident, second: data.incident }
  return happened<TwiceEvent>(noted, { type: 'TwiceProposed', data: pair })
}

/** The school's responsible inspector decides; where there is none the school's desk. */
function notices(event: Recorded<TwiceEvent>, _state: TwiceState, plan: EffectivePlan): readonly Notice[] {
  if (event.type !== 'TwiceProposed') return []
  const inspectors = Object.values(plan.posts).filter((post) => post.role === 'school-inspector')
  const posts = inspectors.length > 0 ? inspectors.map((post) => post.id) : [plan.desks.school]
  return posts.map((post) => ({ post, who: 'holder', what: 'twice' }))
}

function reactions(event: Recorded<TwiceEvent>, state: TwiceState): readonly Reaction[] {
  const { field } = state
  if (!field) return []
  if (event.type === 'TwiceJoined') {
    const { first, second } = event.data
    const report = state.reports.find((one) => one.incident === second)
    if (!report) return []
    const { discoveredAt, reportedAt, knownAt } = report
    const taken = {
      incident: second,
      as: 'same',
      unit: field.unit,
      discoveredAt,
      reportedAt,
      knownAt,
    }
    return [
      { kind: 'incident', stream: first, type: 'TakeIn', data: taken },
      { kind: 'incident', stream: second, type: 'Join', data: { incident: first, as: 'same' } },
    ]
  }
  if (event.type === 'TwiceParted') {
    const { first, second } = event.data
    const reason = event.private?.text?.reason ?? ''
    return [
      { kind: 'incident', stream: first, type: 'LetGoOf', data: { incident: second } },
      { kind: 'incident', stream: second, type: 'Part', data: { incident: first, reason } },
    ]
  }
  return []
}

export const twiceStream: Stream<TwiceState, TwiceCommand, TwiceEvent, EffectivePlan> = {
  kind: 'twice',
  initial: { reports: [], pairs: [] },
  evolve,
  decide,
  placeOf: (command) =>
    command.type === 'NoteReport' ? { unit: command.data.unit, campaign: command.data.campaign } : undefined,
  pinned: (state) => state.field?.plan,
  planNamed: (command) => (command.type === 'NoteReport' ? command.data.plan : undefined),
  deadlines: () => [],
  notices,
  reactions,
}
