// What changed between two effective plans, clause by clause and entry by entry (G1): for whoever has to read a new edition.
// Comparing only; showing it is the screens'.

import type { Text } from '../basics/text.ts'
import type { EffectivePlan } from './effective.ts'

/** Parts of a plan that changes are listed by, in the order in which people read it. */
export const PLAN_PARTS = [
  'clauses',
  'levels',
  'rules',
  'handling',
  'limits',
  'thresholds',
  'posts',
  'teams',
  'situations',
  'decisions',
  'orders',
  'preparation',
  'resources',
  'forms',
  'other',
] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

export interface PlanChange {
  readonly part: PlanPart
  /** Id within the part. */
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** What it is called, where it has a name; a clause goes by the place in its document. */
  readonly name?: Text
  /** The words of what came or went, a clause's first of all; where they changed, the fields tell. */
  readonly text?: Text
  /** Clause it follows, where it names one. */
  readonly clause?: string
  /** Which of its fields differ, dotted, with the value before and after as short text; empty for added and removed. */
  readonly fields: readonly FieldChange[]
}

export interface FieldChange {
  readonly field: string
  readonly before?: string
  readonly after?: string
}

/** Changes from `before` to `after`, in reading order; none for the same plan. */
export function planChanges(before: EffectivePlan, after: EffectivePlan): readonly PlanChange[] {
  if (before.hash === after.hash) return []
  const old = partsOf(before)
  const now = partsOf(after)
  return PLAN_PARTS.flatMap((part) => between(part, old[part], now[part]))
}

type Entries = ReadonlyMap<string, unknown>

/** Every part as entries by id. What has no id of its own goes by what makes it one of its kind. */
function partsOf(plan: EffectivePlan): Readonly<Record<PlanPart, Entries>> {
  const { layers, tiers, desks, scales, thresholds } = plan
  return {
    clauses: new Map(Object.entries(plan.clauses)),
    levels: new Map<string, unknown>([
      ...scales.event.map((row) => [`event.${row.level}`, row] as const),
      ...scales.response.map((row) => [`response.${row.level}`, row] as const),
    ]),
    rules: new Map<string, unknown>([
      ...numbered(plan.rules, (rule) => `${rule.clause}.${rule.scale}.${rule.level}`),
      ...numbered(plan.proposals, (one) => `${one.clause}.proposal.${one.eventLevel}`),
      ...numbered(plan.doubts, (one) => `${one.clause}.doubt.${one.fact}`),
    ]),
    handling: new Map<string, unknown>([
      ...plan.handling.map((row) => [String(row.eventLevel), row] as const),
      ...plan.commanders.map((row) => [`commanders.${row.tier}`, row] as const),
    ]),
    limits: byId(plan.limits),
    thresholds: new Map(Object.entries({ ...thresholds })),
    posts: new Map(Object.entries(plan.posts)),
    teams: byId(plan.teams),
    situations: new Map(Object.entries(plan.situations)),
    decisions: byId(plan.jointDecisions),
    orders: byId(plan.orders),
    preparation: byId(plan.preparation),
    resources: byId(plan.resources),
    forms: byId(plan.forms),
    other: new Map<string, unknown>([
      ...layers.map((layer) => [`layer.${layer.id}`, layer] as const),
      ...Object.entries(tiers).map(([tier, words]) => [`tier.${tier}`, words] as const),
      ...Object.entries(desks).map(([tier, post]) => [`desk.${tier}`, { post }] as const),
      ...plan.alarms.map((alarm) => [`alarm.${alarm.id}`, alarm] as const),
      ...plan.parallel.map((one) => [`parallel.${one.id}`, one] as const),
      ...plan.risks.map((risk) => [`risk.${risk.category}`, risk] as const),
      ...plan.groups.map((group) => [`group.${group.id}`, group] as const),
      ...plan.references.map((one) => [`reference.${one.id}`, one] as const),
      ['issuing', plan.issuing],
      ['opinion', plan.opinion],
      ['times', { graceMinutes: plan.graceMinutes, dayEndsAt: plan.dayEndsAt }],
      ['retention', plan.retention],
    ]),
  }
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): Entries {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

/** Several of one key are told apart by their place among them. */
function numbered<Entry>(
  entries: readonly Entry[],
  key: (entry: Entry) => string,
): readonly (readonly [string, Entry])[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const nth = (seen.get(key(entry)) ?? 0) + 1
    seen.set(key(entry), nth)
    return [nth === 1 ? key(entry) : `${key(entry)}.${nth}`, entry]
  })
}

function between(part: PlanPart, old: Entries, now: Entries): readonly PlanChange[] {
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  return ids.flatMap((id): readonly PlanChange[] => {
    const was = old.get(id)
    const is = now.get(id)
    if (was === undefined && is === undefined) return []
    const about = { part, id, ...nameOf(is ?? was), ...clauseOf(is ?? was) }
    if (was === undefined) return [{ ...about, kind: 'added', fields: [], ...textOf(is) }]
    if (is === undefined) return [{ ...about, kind: 'removed', fields: [], ...textOf(was) }]
    const fields = differing(was, is, '')
    return fields.length === 0 ? [] : [{ ...about, kind: 'changed', fields }]
  })
}

/** Lists whose entries have ids are compared entry by entry; everything else value by value. */
function differing(was: unknown, is: unknown, path: string): readonly FieldChange[] {
  const wasFields = fieldsOf(was)
  const isFields = fieldsOf(is)
  if (!wasFields || !isFields) {
    const before = plain(was)
    const after = plain(is)
    if (before === after) return []
    return [
      {
        field: path,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ]
  }
  const names = [...new Set([...wasFields.keys(), ...isFields.keys()])]
  return names.flatMap((name) =>
    differing(wasFields.get(name), isFields.get(name), path === '' ? name : `${path}.${name}`),
  )
}

/** The fields of an object, or of a list whose entries carry an id; undefined for plain values and for other lists. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const entries = value.map((entry: unknown) => [idOf(entry), entry] as const)
  const ids = entries.map(([id]) => id)
  if (value.length === 0 || ids.includes(undefined) || new Set(ids).size < ids.length) return undefined
  return new Map(entries.map(([id, entry]) => [id ?? '', entry]))
}

function idOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  if ('id' in entry && typeof entry.id === 'string') return entry.id
  return 'post' in entry && typeof entry.post === 'string' && 'who' in entry
    ? `${entry.post}/${String(entry.who)}`
    : undefined
}

function plain(value: unknown): string | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function nameOf(entry: unknown): { readonly name?: Text } {
  if (typeof entry !== 'object' || entry === null) return {}
  const named = [
    'name' in entry && entry.name,
    'because' in entry && entry.because,
    'title' in entry && entry.title,
  ].find(isText)
  const place = 'source' in entry ? placeOf(entry.source) : undefined
  const name = named ?? place
  return name === undefined ? {} : { name }
}

/** Where a clause stands, the same in every language: documents are cited by their own names. */
function placeOf(source: unknown): Text | undefined {
  if (typeof source !== 'object' || source === null || !('document' in source && 'at' in source))
    return undefined
  const place = `${String(source.document)} ${String(source.at)}`
  return { zh: place, en: place }
}

function textOf(entry: unknown): { readonly text?: Text } {
  const text = typeof entry === 'object' && entry !== null && 'text' in entry ? entry.text : undefined
  return isText(text) ? { text } : {}
}

function clauseOf(entry: unknown): { readonly clause?: string } {
  const has = typeof entry === 'object' && entry !== null && 'clause' in entry
  return has && typeof entry.clause === 'string' ? { clause: entry.clause } : {}
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
