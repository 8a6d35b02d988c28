// The effective plan of a unit: its layers joined, conditions compiled, known by its content hash (G1).
// Immutable. Made by compile.ts; read by grade.ts, the streams and the screens.

import type { Text } from '../basics/text.ts'
import { isAtOrAbove, type Tier } from '../basics/tier.ts'
import type { Condition } from './condition.ts'
import type { FactName, StatedFacts } from './facts.ts'
import { EVENT_LEVELS, type EventLevel, type ResponseLevel, type Scale } from './grade-types.ts'
import type {
  Clause,
  Confirmation,
  Form,
  Handling,
  JointDecisionSource,
  Layer,
  LayerKind,
  Limit,
  OrderKind,
  ParallelSource,
  Post,
  Preparation,
  Question,
  SituationSource,
  Step,
  Team,
} from './layer.ts'

/** Content hash of an effective plan: SM3 over its canonical JSON, hex. Incidents pin it. */
export type PlanHash = string

export interface Rule {
  readonly scale: Scale
  readonly level: EventLevel | ResponseLevel
  readonly when: Condition
  readonly clause: string
  readonly because: Text
  /** Facts the condition reads, found at compile time. */
  readonly facts: readonly FactName[]
}

export interface Situation extends Omit<SituationSource, 'events' | 'floors' | 'defaults'> {
  /** Numbers of the 100 events in the field's catalogue; empty where the layer names none. */
  readonly events: readonly number[]
  readonly defaults: StatedFacts
  readonly floors: readonly Rule[]
  readonly questions: Question[]
  readonly steps: Step[]
}

/** What stands before everything else while its condition holds, and whom it tells. */
export interface Alarm {
  readonly id: string
  readonly when: Condition
  readonly text: Text
  /** Emergency number to dial. */
  readonly call?: '110' | '119' | '120' | '122' | undefined
  readonly tell: readonly string[]
  readonly clause: string
}

/** Posts told beside the line while `when` holds (B9). */
export interface Parallel extends Omit<ParallelSource, 'when'> {
  readonly when: Condition
  /** Facts the condition reads. */
  readonly facts: readonly FactName[]
}

/** Posts that decide together while `when` holds (B7, B8). */
export interface JointDecision extends Omit<JointDecisionSource, 'when'> {
  readonly when: Condition
}

export interface EffectivePlan {
  readonly hash: PlanHash
  readonly layers: readonly {
    readonly id: string
    readonly kind: LayerKind
    readonly version: string
    readonly title: Text
    readonly issuer: Text
    readonly issuedOn: string
  }[]
  readonly tiers: Readonly<Record<Tier, { readonly name: Text; readonly group: Text }>>
  readonly desks: Readonly<Record<Tier, string>>
  /** By clause id; each says which layer it came from. */
  readonly clauses: Readonly<Record<string, Clause & { readonly layer: string }>>
  readonly posts: Readonly<Record<string, Post>>
  readonly teams: readonly Team[]
  readonly scales: Readonly<NonNullable<Layer['scales']>>
  readonly rules: readonly Rule[]
  readonly proposals: readonly {
    readonly when: Condition
    readonly eventLevel: EventLevel
    readonly clause: string
    readonly because: Text
    readonly facts: readonly FactName[]
  }[]
  readonly doubts: readonly {
    readonly responseLevels: readonly ResponseLevel[]
    readonly fact: FactName
    readonly when: Condition
    readonly clause: string
    readonly ask: Text
  }[]
  readonly alarms: readonly Alarm[]
  readonly parallel: readonly Parallel[]
  readonly risks: Readonly<NonNullable<Layer['risks']>>
  readonly groups: Readonly<NonNullable<Layer['groups']>>
  /** By situation id, in the order of the catalogue. */
  readonly situations: Readonly<Record<string, Situation>>
  readonly handling: readonly Handling[]
  readonly commanders: Readonly<NonNullable<Layer['commanders']>>
  readonly jointDecisions: readonly JointDecision[]
  readonly orders: readonly OrderKind[]
  readonly issuing?: Confirmation | undefined
  readonly references: Readonly<NonNullable<Layer['references']>>
  readonly opinion?: NonNullable<Layer['opinion']> | undefined
  readonly limits: readonly Limit[]
  readonly graceMinutes: number
  readonly dayEndsAt: string
  readonly thresholds: NonNullable<Layer['thresholds']>
  readonly preparation: readonly Preparation[]
  readonly resources: Readonly<NonNullable<Layer['resources']>>
  readonly forms: readonly Form[]
  readonly retention: NonNullable<Layer['retention']>
}

/** The situation with this id; undefined when the plan has none. */
export function findSituation(plan: EffectivePlan, id: string): Situation | undefined {
  const found = plan.situations[id]
  // Ids come from outside: `constructor` finds something on any object, but not a situation of that id.
  return found?.id === id ? found : undefined
}

/** The event levels this plan uses, lightest first (G3). */
export function eventLevels(plan: EffectivePlan): readonly EventLevel[] {
  return EVENT_LEVELS.filter((level) => plan.scales.event.some((row) => row.level === level))
}

/**
 * The editions that a person of `tier` means by the plan, from above down: what the bureaus and the school issued. The national
 * layer is everybody's and named only where there is no other; layers below `tier` are not its own.
 */
export function namedLayers(plan: EffectivePlan, tier: Tier): EffectivePlan['layers'] {
  const own = plan.layers.filter((layer) => isAtOrAbove(layer.kind, tier))
  const issued = own.filter((layer) => layer.kind !== 'nation')
  return issued.length > 0 ? issued : own
}

/** The layer that is the unit's own: the last one joined. Its version and title name the whole plan on screen and paper. */
export function ownLayer(plan: EffectivePlan): EffectivePlan['layers'][number] {
  const layer = plan.layers[plan.layers.length - 1]
  if (!layer) throw new RangeError('a plan has at least one layer')
  return layer
}
