// A2: the same kind of event at several schools of a county inside the plan's window. Fed by the plan with every report; from the
// threshold on it is one proposal that grows. Agreed to, the members stand under one incident of the county and keep their own record.

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
import { graverFacts, type StatedFacts } from '../plan/facts.ts'

/** A school's incident as the spread knows it. */
export interface SpreadMember {
  readonly incident: string
  readonly unit: UnitPath
  readonly discoveredAt: Instant
  readonly reportedAt: Instant
  readonly knownAt: Instant
  readonly stated: StatedFacts
}

interface Field {
  readonly county: UnitPath
  readonly campaign: string
  readonly scenario: string
  readonly plan: PlanHash
}

/** `begins`: the one before lies further back than the window, so that a new episode begins with this one. */
type SchoolNoted = Happened<'SchoolNoted', Field & SpreadMember & { readonly begins: boolean }>
type SpreadProposed = Happened<'SpreadProposed', { readonly schools: readonly UnitPath[] }>
type SpreadJoined = Happened<'SpreadJoined', { readonly incident: string; readonly plan: PlanHash }> & {
  readonly private?: { readonly text?: { readonly words?: string } }
}
type SpreadDeclined = Happened<'SpreadDeclined', object> & {
  readonly private?: { readonly text?: { readonly reason?: string } }
}
/** `from`: the county's incident it stood under; absent when it had not been joined. */
type SchoolParted = Happened<'SchoolParted', { readonly incident: string; readonly from?: string }> & {
  readonly private?: { readonly text?: { readonly reason?: string } }
}
/** The county's incident is closed: what comes from now on is another episode. */
type SpreadEnded = Happened<'SpreadEnded', object>
export type SpreadEvent =
  | SchoolNoted
  | SpreadProposed
  | SpreadJoined
  | SpreadDeclined
  | SchoolParted
  | SpreadEnded

export type SpreadCommand =
  | { readonly type: 'NoteSchool'; readonly data: Field & SpreadMember }
  /** `incident`: id for the county's incident, made by the client; `plan`: the county's. */
  | {
      readonly type: 'JoinSpread'
      readonly data: { readonly incident: string; readonly plan: PlanHash; readonly words?: string }
    }
  | { readonly type: 'DeclineSpread'; readonly data: { readonly reason: string } }
  | { readonly type: 'PartSchool'; readonly data: { readonly incident: string; readonly reason: string } }
  /** Given by the plan: a member's report was a mistake; the county's incident is closed. */
  | { readonly type: 'ForgetSchool'; readonly data: { readonly incident: string } }
  | { readonly type: 'EndSpread'; readonly data: { readonly incident: string } }

interface Mark {
  readonly person: string
  readonly at: Instant
}

/** Of the current episode. */
export interface SpreadState {
  readonly field?: Field
  readonly members: readonly SpreadMember[]
  readonly proposedAt?: Instant
  readonly joined?: Mark & { readonly incident: string; readonly plan: PlanHash; readonly words?: string }
  /** `schools`: how many there were then; as many more as the threshold are a proposal again. */
  readonly declined?: Mark & { readonly reason?: string; readonly schools: number }
  /** Taken out again by a person. */
  readonly parted: readonly string[]
  /** Members of earlier episodes that were joined, with the county's incident: they can be taken out still. */
  readonly before: readonly { readonly incident: string; readonly under: string }[]
  /** The county's incident of this episode is closed. */
  readonly ended: boolean
}

/** Schools of the current episode, each once. */
export function schoolsOf(state: Pick<SpreadState, 'members' | 'parted'>): readonly UnitPath[] {
  const there = state.members.filter((one) => !state.parted.includes(one.incident))
  return [...new Set(there.map((one) => one.unit))]
}

/** Does it wait for the county's word? */
export function isProposed(state: SpreadState): boolean {
  return state.proposedAt !== undefined && !state.joined && !state.declined
}

function evolve(state: SpreadState, event: Recorded<SpreadEvent>): SpreadState {
  const mark = { person: event.by.person, at: event.recordedAt }
  switch (event.type) {
    case 'SchoolNoted': {
      const { county, campaign, scenario, plan, begins, ...member } = event.data
      const field = { county, campaign, scenario, plan }
      if (begins) {
        const { incident } = state.joined ?? {}
        const joined = state.members.filter((one) => !state.parted.includes(one.incident))
        const gone =
          incident === undefined ? [] : joined.map((one) => ({ incident: one.incident, under: incident }))
        return { field, members: [member], parted: [], before: [...state.before, ...gone], ended: false }
      }
      return { ...state, field: state.field ?? field, members: [...state.members, member] }
    }
    case 'SpreadProposed': {
      const { declined: _declined, ...open } = state
      return { ...open, proposedAt: event.recordedAt }
    }
    case 'SpreadJoined':
      return { ...state, joined: { ...mark, ...event.data, ...event.private?.text } }
    case 'SpreadDeclined':
      return {
        ...state,
        declined: { ...mark, schools: schoolsOf(state).length, ...event.private?.text },
      }
    case 'SchoolParted': {
      const { incident } = event.data
      return {
        ...state,
        parted: [...state.parted, incident],
        before: state.before.filter((one) => one.incident !== incident),
      }
    }
    case 'SpreadEnded':
      return { ...state, ended: true }
    default:
      throw new UnknownEvent('spread', (event as Happened).type)
  }
}

function decide(
  state: SpreadState,
  command: SpreadCommand,
  { plan, now }: Context<EffectivePlan>,
): Decision<SpreadEvent> {
  if (command.type === 'NoteSchool') return note(state, command.data, plan, now)
  if (!state.field) return refuse('spread.unknown')
  switch (command.type) {
    case 'JoinSpread':
      if (state.joined) return refuse('spread.joined')
      if (schoolsOf(state).length < 2) return refuse('spread.too-few')
      return happened<SpreadEvent>({
        type: 'SpreadJoined',
        data: { incident: command.data.incident, plan: command.data.plan },
        ...(command.data.words === undefined ? {} : { private: { text: { words: command.data.words } } }),
      })
    case 'DeclineSpread':
      if (command.data.reason.trim() === '') return refuse('text.missing', { field: 'reason' })
      if (state.joined) return refuse('spread.joined')
      if (state.declined) return nothingNew
      return happened<SpreadEvent>({
        type: 'SpreadDeclined',
        data: {},
        private: { text: { reason: command.data.reason } },
      })
    case 'EndSpread':
      return state.joined?.incident === command.data.incident && !state.ended
        ? happened<SpreadEvent>({ type: 'SpreadEnded', data: {} })
        : nothingNew
    case 'ForgetSchool': {
      const { incident } = command.data
      const isMember = state.members.some((one) => one.incident === incident)
      if (!isMember || state.parted.includes(incident)) return nothingNew
      const from = state.joined?.incident
      const data = { incident, ...(from === undefined ? {} : { from }) }
      return happened<SpreadEvent>({ type: 'SchoolParted', data })
    }
    case 'PartSchool': {
      const { incident, reason } = command.data
      const earlier = state.before.find((one) => one.incident === incident)
      const isMember = state.members.some((one) => one.incident === incident)
      if (state.parted.includes(incident)) return nothingNew
      if (!isMember && !earlier) return refuse('incident.unknown')
      if (reason.trim() === '') return refuse('text.missing', { field: 'reason' })
      const from = earlier?.under ?? state.joined?.incident
      return happened<SpreadEvent>({
        type: 'SchoolParted',
        data: { incident, ...(from === undefined ? {} : { from }) },
        private: { text: { reason } },
      })
    }
  }
}

/** A school that is among the members already says nothing new: sixty reports of one cut are one proposal. */
function note(
  state: SpreadState,
  data: Field & SpreadMember,
  plan: EffectivePlan,
  now: Instant,
): Decision<SpreadEvent> {
  const window = (plan.thresholds.spread.minutes + plan.graceMinutes) * MINUTE
  const found = Math.min(data.discoveredAt, now)
  const first = Math.min(...state.members.map((one) => one.discoveredAt))
  const last = Math.max(...state.members.map((one) => one.discoveredAt))
  // A phone that was off for days tells of another day: it neither counts with today's schools nor ends their episode.
  if (state.members.length > 0 && found < first - window) return nothingNew
  // What waits for the county's word goes on growing, however long that takes.
  const begins = state.members.length === 0 || state.ended || (found > last + window && !isProposed(state))
  if (!begins && state.members.some((one) => one.unit === data.unit)) return nothingNew
  const noted: SpreadEvent = { type: 'SchoolNoted', data: { ...data, begins } }
  if (begins) return happened<SpreadEvent>(noted)
  const schools = [...new Set([...schoolsOf(state), data.unit])]
  // Said no to, it is a proposal again once as many schools have come since as made it one.
  const since = schools.length - (state.declined?.schools ?? 0)
  const waits = state.proposedAt !== undefined && !state.declined
  const proposes = !waits && !state.joined && since >= plan.thresholds.spread.schools
  return happened<SpreadEvent>(
    noted,
    ...(proposes ? [{ type: 'SpreadProposed' as const, data: { schools } }] : []),
  )
}

/** The county's duty desk, once for each proposal; that it grows is seen where it is shown. */
function notices(event: Recorded<SpreadEvent>, _state: SpreadState, plan: EffectivePlan): readonly Notice[] {
  return event.type === 'SpreadProposed'
    ? [{ post: plan.desks.county, who: 'holder', what: 'spread', urgent: true }]
    : []
}

function reactions(event: Recorded<SpreadEvent>, state: SpreadState): readonly Reaction[] {
  const { field, joined } = state
  if (!field) return []
  switch (event.type) {
    case 'SpreadJoined': {
      const members = state.members.filter((one) => !state.parted.includes(one.incident))
      const first = Math.min(...members.map((one) => one.discoveredAt))
      const report = {
        unit: field.county,
        campaign: field.campaign,
        plan: event.data.plan,
        scenario: field.scenario,
        stated: { ...gravest(members), schools: schoolsOf(state).length, reach: 'schools' },
        discoveredAt: first,
      }
      return [
        { kind: 'incident', stream: event.data.incident, type: 'Report', data: report },
        ...members.flatMap((one) => join(one, event.data.incident)),
      ]
    }
    case 'SchoolNoted': {
      const { county: _c, campaign: _p, scenario: _s, plan: _h, begins: _b, ...member } = event.data
      if (!joined) return []
      const stated = { ...member.stated, schools: schoolsOf(state).length }
      return [
        ...join(member, joined.incident),
        { kind: 'incident', stream: joined.incident, type: 'StateFacts', data: { stated, graver: true } },
      ]
    }
    case 'SchoolParted': {
      const { incident, from } = event.data
      if (from === undefined) return []
      const reason = event.private?.text?.reason ?? ''
      return [
        { kind: 'incident', stream: from, type: 'LetGoOf', data: { incident } },
        { kind: 'incident', stream: incident, type: 'Part', data: { incident: from, reason } },
      ]
    }
    default:
      return []
  }
}

function join(member: SpreadMember, incident: string): readonly Reaction[] {
  const { stated: _stated, ...times } = member
  return [
    { kind: 'incident', stream: incident, type: 'TakeIn', data: { ...times, as: 'spread' } },
    { kind: 'incident', stream: member.incident, type: 'Join', data: { incident, as: 'spread' } },
  ]
}

/** Of each fact the gravest that any member's reporter stated: nobody hurt at one school is lost among the others. */
function gravest(members: readonly SpreadMember[]): StatedFacts {
  let all: StatedFacts = {}
  for (const { stated } of members) all = { ...all, ...graverFacts(all, stated) }
  return all
}

export const spreadStream: Stream<SpreadState, SpreadCommand, SpreadEvent, EffectivePlan> = {
  kind: 'spread',
  initial: { members: [], parted: [], before: [], ended: false },
  evolve,
  decide,
  placeOf: (command) =>
    command.type === 'NoteSchool'
      ? { unit: command.data.county, campaign: command.data.campaign }
      : undefined,
  pinned: (state) => state.field?.plan,
  planNamed: (command) =>
    command.type === 'NoteSchool' || command.type === 'JoinSpread' ? command.data.plan : undefined,
  deadlines: () => [],
  notices,
  reactions,
}
