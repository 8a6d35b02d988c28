// People and a four-line given/when/then for the tests of incidents and access. Test-only.
// The plan they live under is incident-plan.fixture.ts.

import { type Instant, MINUTE } from '../basics/instant.ts'
import type { Refusal } from '../basics/refusal.ts'
import type { Doer, Happened, Recorded } from '../basics/stream.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { IncidentCommand, Report } from './commands.ts'
import type { IncidentEvent } from './events.ts'
import { plan } from './incident-plan.fixture.ts'
import type { Incident } from './state.ts'
import { incidentStream } from './stream.ts'

export { plan } from './incident-plan.fixture.ts'

export const SCHOOL = '00/99/9907/990701'
export const COUNTY = '00/99/9907'
export const PROVINCE = '00/99'
export const NATION = '00'
/** 09:00 in the campaign's zone. */
export const NINE: Instant = Date.UTC(2026, 4, 20, 1)

const doer = (name: string, postKind: string, unit: string): Doer => ({
  person: name,
  post: `p~${postKind}`,
  postKind,
  unit,
})

/** Somebody in every post that the tests need. */
export const people = {
  chief: doer('chen', 'chief-invigilator', SCHOOL),
  invigilator: doer('ivy', 'invigilator', SCHOOL),
  principal: doer('pan', 'principal', SCHOOL),
  inspector: doer('ines', 'school-inspector', SCHOOL),
  county: doer('cao', 'county-office', COUNTY),
  countyLead: doer('ceng', 'county-lead', COUNTY),
  patrol: doer('pei', 'county-patrol', COUNTY),
  province: doer('peng', 'province-office', PROVINCE),
  provinceInspector: doer('ping', 'province-inspector', PROVINCE),
  nation: doer('ning', 'national-centre', NATION),
} as const

/** A report at 09:00 of `scenario`, with every fact left to the situation's defaults. */
export function reportOf(scenario: string, data: Partial<Report['data']> = {}): Report {
  return {
    type: 'Report',
    data: {
      unit: SCHOOL,
      campaign: 'c1',
      plan: plan.hash,
      scenario,
      stated: {},
      discoveredAt: NINE,
      ...data,
    },
  }
}

/** One line of a story: who does what, minutes after nine, and how many minutes later we heard of it. */
export type Deed = readonly [by: Doer, command: IncidentCommand, minute?: number, lateBy?: number]

export interface Tale {
  /** The plan it is told under. */
  readonly plan: EffectivePlan
  readonly state: Incident
  readonly history: readonly Recorded<IncidentEvent>[]
  /** The last command's events, or why it was refused. */
  readonly types: readonly string[]
  readonly refused: Refusal | undefined
}

/** Gives the commands in order; each is decided on what came of those before. A refusal changes nothing. */
export function tell(...deeds: readonly Deed[]): Tale {
  return tellUnder(plan, ...deeds)
}

/** The same under another plan. */
export function tellUnder(plan: EffectivePlan, ...deeds: readonly Deed[]): Tale {
  return goOn({ plan, state: incidentStream.initial, history: [], types: [], refused: undefined }, ...deeds)
}

/** Goes on with a tale. */
export function goOn(tale: Tale, ...deeds: readonly Deed[]): Tale {
  let so = tale
  for (const deed of deeds) so = give(so, deed)
  return so
}

function give(so: Tale, [by, command, minute = 0, lateBy = 0]: Deed): Tale {
  const occurredAt = NINE + minute * MINUTE
  const now = occurredAt + lateBy * MINUTE
  const decided = incidentStream.decide(so.state, command, { now, by, plan: so.plan, occurredAt })
  if ('refused' in decided) return { ...so, types: [], refused: decided.refused }
  const recorded = decided.events.map((event: IncidentEvent, index) => ({
    ...event,
    stream: 'i1',
    version: so.state.version + index + 1,
    by,
    occurredAt,
    recordedAt: now,
    command: `k${so.history.length}`,
  }))
  return {
    plan: so.plan,
    state: recorded.reduce(incidentStream.evolve, so.state),
    history: [...so.history, ...recorded],
    types: decided.events.map((event: Happened) => event.type),
    refused: undefined,
  }
}

/** Posts told of the tale's last events, as `post/who`, in order. */
export function toldBy(tale: Tale): readonly string[] {
  const last = tale.history.slice(tale.history.length - tale.types.length)
  return last.flatMap((event) =>
    incidentStream.notices(event, tale.state, tale.plan).map((notice) => `${notice.post}/${notice.who}`),
  )
}
