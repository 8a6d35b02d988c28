// An incident as one actor may read it: the same type, hidden parts removed and named in `withheld`. The one place
// where a tier can leak. Whether he sees it at all is the same rule as for lists (scope.ts).

import { type Doer, THE_PLAN } from '../basics/stream.ts'
import { isAtOrAbove, TIERS, type Tier, type UnitPath } from '../basics/tier.ts'
import type { Entry, Incident } from '../incident/state.ts'
import type { ActingRole, Actor } from './actor.ts'
import { scope, seesRow } from './scope.ts'

/**
 * asks-above: what tiers above the viewer ask each other · answers-above: what they answer each other · asks: every request for instructions · messages: what
 * people write to each other · reasons: why a person changed the grade · reporter: who reported it.
 */
export type Withheld = 'asks-above' | 'answers-above' | 'asks' | 'messages' | 'reasons' | 'reporter'

/** How the actor stands to the incident beside his unit: rows of concern say so. */
export interface Relation {
  readonly concerned: boolean
}

/** What `actor` may read of `incident`; undefined when he may not know that there is one. */
export function view(actor: Actor, incident: Incident, relation: Relation): Incident | undefined {
  const { unit, campaign, confined, reporter } = incident
  const { concerned } = relation
  const row = { kind: 'incident', unit, campaign, confined, reporter: reporter.person, concerned } as const
  if (!seesRow(scope(actor), row)) return undefined
  return withheldFrom(actor, incident).reduce(
    (seen, part) => ({ ...HIDE[part](seen, actor.tier), withheld: [...seen.withheld, part] }),
    incident,
  )
}

/** Outsiders and keepers read what concerns their own part: the situation, the steps, the answers. */
const OUTSIDERS: ReadonlySet<ActingRole> = new Set<ActingRole>(['outside', 'keeper'])

function withheldFrom(actor: Actor, incident: Incident): readonly Withheld[] {
  if (OUTSIDERS.has(actor.role)) {
    const { person } = incident.reporter
    // What the plan reported by itself gives nobody away.
    const open = person === actor.person || person === THE_PLAN.person
    const above: readonly Withheld[] = hasAnswerAbove(actor, incident) ? ['answers-above'] : []
    return [...above, 'asks', 'messages', 'reasons', ...(open ? [] : (['reporter'] as const))]
  }
  return [
    ...(incident.asks.some((ask) => isAbove(ask.fromTier, actor.tier)) ? (['asks-above'] as const) : []),
    ...(hasAnswerAbove(actor, incident) ? (['answers-above'] as const) : []),
  ]
}

function hasAnswerAbove({ tier }: Actor, incident: Incident): boolean {
  return incident.answers.some((answer) => isAbove(answer.toTier, tier))
}

/**
 * The posts told of a thing, as `actor` may know them: outsiders and keepers only of the telling of their own post, else the
 * list would name everybody whom the rest of the view leaves out.
 */
export function toldTo<Told extends { readonly postKind: string; readonly unit: UnitPath }>(
  actor: Actor,
  told: readonly Told[],
): readonly Told[] {
  if (!OUTSIDERS.has(actor.role)) return told
  return told.filter((one) => one.postKind === actor.postKind && one.unit === actor.unit)
}

function isAbove(tier: Tier, viewer: Tier): boolean {
  return tier !== viewer && isAtOrAbove(tier, viewer)
}

const HIDE: Readonly<Record<Withheld, (incident: Incident, viewer: Tier) => Incident>> = {
  // That a higher tier asked stays visible, and when; what it wrote does not.
  'asks-above': (incident, viewer) => ({
    ...incident,
    asks: incident.asks.map((ask) => {
      if (!isAbove(ask.fromTier, viewer)) return ask
      const { question: _question, proposal: _proposal, ...rest } = ask
      return rest
    }),
    entries: incident.entries.map((entry) =>
      entry.kind === 'Asked' && TIERS.some((tier) => tier === entry.detail?.fromTier && isAbove(tier, viewer))
        ? withoutText(entry)
        : entry,
    ),
  }),
  'answers-above': (incident, viewer) => ({
    ...incident,
    answers: incident.answers.map((answer) => {
      if (!isAbove(answer.toTier, viewer)) return answer
      const { instruction: _instruction, ...rest } = answer
      return rest
    }),
    entries: incident.entries.map((entry) =>
      entry.kind === 'Answered' &&
      TIERS.some((tier) => tier === entry.detail?.toTier && isAbove(tier, viewer))
        ? withoutText(entry)
        : entry,
    ),
  }),
  asks: (incident) => ({
    ...incident,
    asks: [],
    entries: incident.entries.filter((entry) => entry.kind !== 'Asked'),
  }),
  messages: (incident) => ({
    ...incident,
    entries: incident.entries.filter((entry) => entry.kind !== 'MessageSent'),
  }),
  reasons: (incident) => ({
    ...incident,
    grades: incident.grades.map(({ reason: _reason, ...grade }) => grade),
    entries: incident.entries.map((entry) => (entry.kind === 'Graded' ? withoutText(entry) : entry)),
  }),
  // Whatever else he did would tell who he is: his steps, the plan's grade of his report, the lines of the timeline.
  reporter: (incident) => withoutDoer(incident, incident.reporter.person),
}

/** `value` with a nameless doer, of no post and no unit, wherever `person` did something, however deep. */
function withoutDoer<Value>(value: Value, person: string): Value {
  return blank(value, person) as Value
}

function blank(value: unknown, person: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => blank(one, person))
  if (typeof value !== 'object' || value === null) return value
  if ('person' in value && value.person === person) return NOBODY
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, blank(inner, person)]))
}

const NOBODY: Doer = { person: '' }

function withoutText({ text: _text, ...entry }: Entry): Entry {
  return entry
}
