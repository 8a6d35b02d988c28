// Layers joined into one, conditions still as text: nation → province → county → school (G3).
// A lower layer may add or tighten; where two limits meet, the stricter one applies. Whether a lower layer
// tried to loosen something is check.ts; making the effective plan of it is compile.ts.

import { TIERS, type Tier } from '../basics/tier.ts'
import { graverFacts } from './facts.ts'
import { graverResponse } from './grade-types.ts'
import type {
  Clause,
  Confirmation,
  Form,
  Handling,
  JointDecisionSource,
  Layer,
  Limit,
  OrderKind,
  ParallelSource,
  Post,
  SituationSource,
} from './layer.ts'

type ListOf<
  Key extends 'teams' | 'rules' | 'proposals' | 'doubts' | 'alarms' | 'risks' | 'groups' | ListsToo,
> = Readonly<NonNullable<Layer[Key]>>
type ListsToo =
  | 'handling'
  | 'parallel'
  | 'preparation'
  | 'resources'
  | 'commanders'
  | 'jointDecisions'
  | 'orders'
  | 'references'

export interface Joined {
  /** From the nation down. */
  readonly layers: readonly Layer[]
  readonly tiers: ReadonlyMap<Tier, NonNullable<Layer['tiers']>[number]>
  readonly desks: Layer['desks']
  readonly clauses: ReadonlyMap<string, Clause & { readonly layer: string }>
  readonly posts: ReadonlyMap<string, Post>
  readonly teams: ListOf<'teams'>
  readonly scales: Layer['scales']
  readonly rules: ListOf<'rules'>
  readonly proposals: ListOf<'proposals'>
  readonly doubts: ListOf<'doubts'>
  readonly alarms: ListOf<'alarms'>
  readonly parallel: ListOf<'parallel'>
  readonly risks: ListOf<'risks'>
  readonly groups: ListOf<'groups'>
  readonly situations: ReadonlyMap<string, SituationSource>
  readonly handling: ListOf<'handling'>
  readonly commanders: ListOf<'commanders'>
  readonly jointDecisions: ListOf<'jointDecisions'>
  readonly orders: ListOf<'orders'>
  readonly issuing: Layer['issuing']
  readonly references: ListOf<'references'>
  readonly opinion: Layer['opinion']
  readonly limits: readonly Limit[]
  readonly graceMinutes: number | undefined
  readonly dayEndsAt: string | undefined
  readonly thresholds: Layer['thresholds']
  readonly preparation: ListOf<'preparation'>
  readonly resources: ListOf<'resources'>
  readonly forms: readonly Form[]
  readonly retention: Layer['retention']
}

/** Joins the layers; never fails, so that every problem of a faulty plan can be found at once. */
export function joinLayers(given: readonly Layer[]): Joined {
  const layers = [...given].sort((a, b) => TIERS.indexOf(b.kind) - TIERS.indexOf(a.kind))
  return {
    layers,
    tiers: keyed(
      layers,
      (layer) => layer.tiers,
      (entry) => entry.id,
      lower,
    ),
    desks: last(layers, (layer) => layer.desks),
    clauses: clausesOf(layers),
    posts: keyed(layers, (layer) => layer.posts, byId, lower),
    teams: values(layers, (layer) => layer.teams, byId, lower),
    scales: last(layers, (layer) => layer.scales),
    rules: layers.flatMap((layer) => layer.rules ?? []),
    proposals: layers.flatMap((layer) => layer.proposals ?? []),
    doubts: layers.flatMap((layer) => layer.doubts ?? []),
    alarms: values(layers, (layer) => layer.alarms, byId, widerAlarm),
    parallel: values(layers, (layer) => layer.parallel, byId, widerParallel),
    risks: values(layers, (layer) => layer.risks, byCategory, lower),
    groups: values(layers, (layer) => layer.groups, byId, lower),
    situations: keyed(layers, (layer) => layer.situations, byId, refineSituation),
    handling: values(layers, (layer) => layer.handling, byLevel, lower),
    commanders: values(layers, (layer) => layer.commanders, byTier, lower),
    jointDecisions: values(layers, (layer) => layer.jointDecisions, byId, narrowerJoint),
    orders: values(layers, (layer) => layer.orders, byId, refineOrder),
    issuing: fold(layers, (layer) => layer.issuing, stricterConfirmation),
    references: values(layers, (layer) => layer.references, byId, lower),
    opinion: last(layers, (layer) => layer.opinion),
    limits: values(layers, (layer) => layer.limits, byId, stricterLimit),
    graceMinutes: least(layers.map((layer) => layer.graceMinutes)),
    dayEndsAt: earliest(layers.map((layer) => layer.dayEndsAt)),
    thresholds: fold(layers, (layer) => layer.thresholds, tighterThresholds),
    preparation: values(layers, (layer) => layer.preparation, byId, lower),
    resources: values(layers, (layer) => layer.resources, byId, lower),
    forms: values(layers, (layer) => layer.forms, byId, refineForm),
    retention: fold(layers, (layer) => layer.retention, shorterRetention),
  }
}

/** What the whole lacks is charged to its lowest layer: that is the one being written. */
export function lowestLayer(joined: Joined): string {
  return joined.layers[joined.layers.length - 1]?.id ?? 'plan'
}

/** How long a limit lets one wait, in minutes; 当日 counts as a whole day. */
export function minutesOf(limit: Limit): number {
  return limit.minutes ?? (limit.sameDay ? 24 * 60 : Number.POSITIVE_INFINITY)
}

const byId = (thing: { readonly id: string }): string => thing.id
const byCategory = (risk: { readonly category: string }): string => risk.category
const byTier = (row: { readonly tier: Tier }): string => row.tier
const byLevel = (handling: Handling): string => String(handling.eventLevel)
/** The lower layer's wording replaces the upper one's. */
const lower = <T>(_: T, below: T): T => below

function keyed<T, Key extends string>(
  layers: readonly Layer[],
  pick: (layer: Layer) => readonly T[] | undefined,
  key: (thing: T) => Key,
  refine: (above: T, below: T) => T,
): Map<Key, T> {
  const found = new Map<Key, T>()
  for (const thing of layers.flatMap((layer) => pick(layer) ?? [])) {
    const above = found.get(key(thing))
    found.set(key(thing), above === undefined ? thing : refine(above, thing))
  }
  return found
}

function values<T>(
  layers: readonly Layer[],
  pick: (layer: Layer) => readonly T[] | undefined,
  key: (thing: T) => string,
  refine: (above: T, below: T) => T,
): readonly T[] {
  return [...keyed(layers, pick, key, refine).values()]
}

function fold<T>(
  layers: readonly Layer[],
  pick: (layer: Layer) => T | undefined,
  refine: (above: T, below: T) => T,
): T | undefined {
  let held: T | undefined
  for (const layer of layers) {
    const next = pick(layer)
    if (next !== undefined) held = held === undefined ? next : refine(held, next)
  }
  return held
}

function last<T>(layers: readonly Layer[], pick: (layer: Layer) => T | undefined): T | undefined {
  return fold(layers, pick, lower)
}

/** A clause keeps the layer that stated it first; a second statement is a problem, not a refinement. */
function clausesOf(layers: readonly Layer[]): Joined['clauses'] {
  const found = new Map<string, Clause & { readonly layer: string }>()
  for (const layer of layers) {
    for (const clause of layer.clauses) {
      if (!found.has(clause.id)) found.set(clause.id, { ...clause, layer: layer.id })
    }
  }
  return found
}

function refineSituation(above: SituationSource, below: SituationSource): SituationSource {
  const graver = graverResponse(above.response.level, below.response.level)
  const limits = merged(above.limits ?? [], below.limits ?? [], byId, stricterLimit)
  return {
    ...above,
    ...below,
    events: [...new Set([...(above.events ?? []), ...(below.events ?? [])])],
    life: Boolean(above.life || below.life),
    hold: Boolean(above.hold || below.hold),
    secrecy: Boolean(above.secrecy || below.secrecy),
    confined: Boolean(above.confined || below.confined),
    response: graver === below.response.level ? below.response : above.response,
    defaults: { ...above.defaults, ...graverFacts(above.defaults, below.defaults) },
    floors: [...above.floors, ...below.floors],
    questions: merged(above.questions, below.questions, byId, lower),
    steps: merged(above.steps, below.steps, byId, lower),
    tell: merged(above.tell, below.tell, (told) => told.post, lower),
    limits,
    resources: merged(above.resources, below.resources, (words) => words.zh, lower),
    recordedIn: [...new Set([...above.recordedIn, ...below.recordedIn])],
  }
}

function merged<T>(
  above: readonly T[],
  below: readonly T[],
  key: (thing: T) => string,
  refine: (above: T, below: T) => T,
): T[] {
  const found = new Map(above.map((thing) => [key(thing), thing]))
  for (const thing of below) {
    const held = found.get(key(thing))
    found.set(key(thing), held === undefined ? thing : refine(held, thing))
  }
  return [...found.values()]
}

function stricterLimit(above: Limit, below: Limit): Limit {
  if (minutesOf(below) <= minutesOf(above)) return below
  const { minutes: _minutes, sameDay: _sameDay, ...rest } = below
  return {
    ...rest,
    ...(above.minutes === undefined ? {} : { minutes: above.minutes }),
    ...(above.sameDay === undefined ? {} : { sameDay: above.sameDay }),
  }
}

/** The lower layer's rungs and words, and the shorter of the two times. */
function stricterConfirmation(above: Confirmation, below: Confirmation): Confirmation {
  return { ...below, minutes: Math.min(above.minutes, below.minutes) }
}

/** Whoever is told above stays told, in every case in which he was; a lower layer adds posts and cases. */
function widerParallel(above: ParallelSource, below: ParallelSource): ParallelSource {
  return {
    ...below,
    when: either(above.when, below.when),
    tell: both(above.tell, below.tell),
  }
}

type Alarm = ListOf<'alarms'>[number]

/** An alarm rings in every case in which it rang above, and tells whoever was told; the number to call stays. */
function widerAlarm(above: Alarm, below: Alarm): Alarm {
  const call = above.call ?? below.call
  return {
    ...below,
    when: either(above.when, below.when),
    ...(call === undefined ? {} : { call }),
    tell: both(above.tell, below.tell),
  }
}

/** Two posts decide together only where both layers let them; whoever is told above stays told. */
function narrowerJoint(above: JointDecisionSource, below: JointDecisionSource): JointDecisionSource {
  return {
    ...below,
    when: above.when === below.when ? below.when : `(${above.when}) && (${below.when})`,
    tell: both(above.tell, below.tell),
  }
}

const either = (above: string, below: string): string =>
  above === below ? below : `(${above}) || (${below})`
const both = (above: readonly string[], below: readonly string[]): string[] => [
  ...new Set([...above, ...below]),
]

function refineOrder(above: OrderKind, below: OrderKind): OrderKind {
  return {
    ...below,
    confirmation: stricterConfirmation(above.confirmation, below.confirmation),
    carriedOut: above.carriedOut || below.carriedOut,
  }
}

type Thresholds = NonNullable<Layer['thresholds']>

function tighterThresholds(above: Thresholds, below: Thresholds): Thresholds {
  return {
    massAbsence: {
      ...below.massAbsence,
      perRoom: Math.min(above.massAbsence.perRoom, below.massAbsence.perRoom),
    },
    // Fewer schools and a longer look back notice more, of a spread as of one incident reported twice.
    spread: {
      ...below.spread,
      schools: Math.min(above.spread.schools, below.spread.schools),
      minutes: Math.max(above.spread.minutes, below.spread.minutes),
    },
    sameIncident: {
      ...below.sameIncident,
      minutes: Math.max(above.sameIncident.minutes, below.sameIncident.minutes),
    },
  }
}

type Retention = NonNullable<Layer['retention']>

function shorterRetention(above: Retention, below: Retention): Retention {
  return {
    pupil: Math.min(above.pupil, below.pupil),
    person: Math.min(above.person, below.person),
    contact: Math.min(above.contact, below.contact),
    text: Math.min(above.text, below.text),
  }
}

/** A lower layer may add fields to a form; a field asked for above stays. */
function refineForm(above: Form, below: Form): Form {
  return { ...below, fields: merged(above.fields, below.fields, byId, lower) }
}

function least(numbers: readonly (number | undefined)[]): number | undefined {
  const given = numbers.filter((number) => number !== undefined)
  return given.length === 0 ? undefined : Math.min(...given)
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return times.filter((time) => time !== undefined).sort()[0]
}
