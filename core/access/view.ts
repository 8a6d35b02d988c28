// An incident as one actor may read it: the same type, hidden parts removed and named in `withheld`. The one place
// where a tier can leak. Whether he sees it at all is the same rule as for lists (scope.ts).

import { type Doer, THE_PLAN } from '../basics/stream.ts'
import { isAtOrAbove, TIERS, type Tier, type UnitPath } from '../basics/tier.ts'
import type { IncidentEvent } from '../incident/events.ts'
import { findTier } from '../incident/look-up.ts'
import type { Entry, Incident } from '../incident/state.ts'
import type { ActingRole, Actor } from './actor.ts'
import { scope, seesRow } from './scope.ts'

/**
 * asks-above: what tiers above the viewer ask each other · answers-above: what they answer each other, and the work it became ·
 * reports-above: what they raise, report and are told by word of mouth · evaluation: what the tier above found afterwards ·
 * asks: every request for instructions · messages: what people write to each other · reasons: why a person changed the grade ·
 * course: who decided what with whom, tasks of other posts, public opinion, joined incidents · reporter: who reported it.
 */
export type Withheld =
  | 'asks-above'
  | 'answers-above'
  | 'reports-above'
  | 'evaluation'
  | 'asks'
  | 'messages'
  | 'reasons'
  | 'course'
  | 'reporter'

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
    (seen, part) => ({ ...HIDE[part](seen, actor), withheld: [...seen.withheld, part] }),
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
    return [
      ...tiersAbove(actor, incident),
      ...(['evaluation', 'asks', 'messages', 'reasons', 'course'] as const),
      ...(open ? [] : (['reporter'] as const)),
    ]
  }
  return [
    ...(incident.asks.some((ask) => isAbove(ask.fromTier, actor.tier)) ? (['asks-above'] as const) : []),
    ...tiersAbove(actor, incident),
    ...(incident.evaluated && actor.tier === 'school' ? (['evaluation'] as const) : []),
  ]
}

function tiersAbove({ tier }: Actor, incident: Incident): readonly Withheld[] {
  const { answers, raised, orals, series } = incident
  const reports =
    [...raised, ...series].some((one) => isAbove(one.fromTier, tier)) ||
    orals.some((oral) => isNotedAbove(oral.by, tier))
  return [
    ...(answers.some((answer) => isAbove(answer.toTier, tier)) ? (['answers-above'] as const) : []),
    ...(reports ? (['reports-above'] as const) : []),
  ]
}

function isNotedAbove(by: Doer, viewer: Tier): boolean {
  const tier = findTier(by)
  return tier !== undefined && isAbove(tier, viewer)
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

const HIDE: Readonly<Record<Withheld, (incident: Incident, viewer: Actor) => Incident>> = {
  // That a higher tier asked stays visible, and when; what it wrote does not.
  'asks-above': (incident, { tier }) => ({
    ...incident,
    asks: incident.asks.map((ask) => {
      if (!isAbove(ask.fromTier, tier)) return ask
      const { question: _question, proposal: _proposal, ...rest } = ask
      return rest
    }),
    entries: withoutTexts(incident.entries, ['Asked'], (entry) => isAboveIn(entry, 'fromTier', tier)),
  }),
  'answers-above': (incident, { tier, postKind }) => {
    const hidden = new Set(
      incident.answers.filter((answer) => isAbove(answer.toTier, tier)).map((answer) => answer.answer),
    )
    return {
      ...incident,
      answers: incident.answers.map((answer) => {
        if (!hidden.has(answer.answer)) return answer
        const { instruction: _instruction, ...rest } = answer
        return rest
      }),
      // Work that became of it is read by whoever has to do it.
      tasks: incident.tasks.map((task) => {
        if (!hidden.has(task.answer) || task.post === postKind) return task
        const { words: _words, done, ...rest } = task
        return done ? { ...rest, done: withoutEffect(done) } : rest
      }),
      entries: withoutTexts(
        incident.entries,
        ['Answered', 'TasksGiven', 'TaskDone'],
        (entry) => isAboveIn(entry, 'toTier', tier) || hidden.has(String(entry.detail?.answer)),
      ),
    }
  },
  'reports-above': (incident, { tier }) => ({
    ...incident,
    raised: incident.raised.map((one) => (isAbove(one.fromTier, tier) ? withoutWords(one) : one)),
    series: incident.series.map((one) => (isAbove(one.fromTier, tier) ? withoutWords(one) : one)),
    orals: incident.orals.map((oral) => {
      if (!isNotedAbove(oral.by, tier)) return oral
      const { from: _from, to: _to, ...rest } = withoutWords(oral)
      return rest
    }),
    entries: withoutTexts(incident.entries, ['RaisedTo', 'SeriesReported', 'OralReported'], (entry) =>
      isNotedAbove(entry.by, tier),
    ),
  }),
  evaluation: (incident) => ({
    ...incident,
    ...(incident.evaluated ? { evaluated: { ...incident.evaluated, points: {} } } : {}),
    entries: withoutTexts(incident.entries, ['Evaluated'], () => true),
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
  course: (incident, { postKind }) => ({
    ...incident,
    raised: [],
    orals: [],
    series: [],
    joint: [],
    lowerings: [],
    opinions: [],
    files: [],
    tookIn: [],
    tasks: incident.tasks.filter((task) => task.post === postKind),
    verdicts: incident.verdicts.map(withoutWords),
    entries: incident.entries.filter((entry) => !COURSE.has(entry.kind)),
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

/** Lines that say who decided or wrote what with whom. */
const COURSE: ReadonlySet<string> = new Set<IncidentEvent['type']>([
  'RaisedTo',
  'OralReported',
  'SeriesReported',
  'TasksGiven',
  'TaskDone',
  'JointProposed',
  'JointAgreed',
  'JointDeclined',
  'LoweringProposed',
  'LoweringDeclined',
  'OpinionSeen',
  'OpinionJudged',
  'OpinionFollowed',
  'WordingDrafted',
  'WordingApproved',
  'WordingRefused',
  'WordingPublished',
  'Attached',
  'JoinedTo',
  'PartedFrom',
  'TookIn',
  'LetGo',
  'Verified',
  'Dismissed',
  'EntryStruck',
])

function isAboveIn(entry: Entry, detail: 'fromTier' | 'toTier', viewer: Tier): boolean {
  return TIERS.some((tier) => tier === entry.detail?.[detail] && isAbove(tier, viewer))
}

function withoutTexts(
  entries: readonly Entry[],
  kinds: readonly IncidentEvent['type'][],
  hides: (entry: Entry) => boolean,
): readonly Entry[] {
  const named: readonly string[] = kinds
  return entries.map((entry) => (named.includes(entry.kind) && hides(entry) ? withoutText(entry) : entry))
}

function withoutWords<One extends { readonly words?: string }>({
  words: _words,
  ...one
}: One): Omit<One, 'words'> {
  return one
}

function withoutEffect<One extends { readonly effect?: string }>({
  effect: _e,
  ...one
}: One): Omit<One, 'effect'> {
  return one
}

/** A line without its free text; one struck through, without the reason as well. */
function withoutText({ text: _text, struck, ...entry }: Entry): Entry {
  if (!struck) return entry
  const { reason: _reason, ...deed } = struck
  return { ...entry, struck: deed }
}
