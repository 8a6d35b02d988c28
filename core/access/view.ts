// An incident as one actor may read it: the same type, hidden parts removed and named in `withheld`. The one place
// where a tier can leak. Whether he sees it at all is the same rule as for lists (scope.ts).

import { isAtOrAbove, TIERS, type Tier } from '../basics/tier.ts'
import type { Entry, Incident } from '../incident/state.ts'
import type { ActingRole, Actor } from './actor.ts'
import { scope, seesRow } from './scope.ts'

/**
 * asks-above: what tiers above the viewer ask each other · asks: every request for instructions · messages: what
 * people write to each other · reasons: why a person changed the grade · reporter: who reported it.
 */
export type Withheld = 'asks-above' | 'asks' | 'messages' | 'reasons' | 'reporter'

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
    const own = incident.reporter.person === actor.person
    return own ? ['asks', 'messages', 'reasons'] : ['asks', 'messages', 'reasons', 'reporter']
  }
  return incident.asks.some((ask) => isAbove(ask.fromTier, actor.tier)) ? ['asks-above'] : []
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
  reporter: (incident) => {
    const person = incident.reporter.person
    return {
      ...incident,
      reporter: { person: '' },
      // The plan's grade of a report is written in the name of whoever reported.
      grades: incident.grades.map((grade) =>
        grade.by.person === person ? { ...grade, by: { person: '' } } : grade,
      ),
      entries: incident.entries.map((entry) =>
        entry.by.person === person ? { ...entry, by: { person: '' } } : entry,
      ),
    }
  },
}

function withoutText({ text: _text, ...entry }: Entry): Entry {
  return entry
}
