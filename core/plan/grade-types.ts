// What grading returns and what an incident keeps of it. How it is worked out: grade.ts.

import type { Text } from '../basics/text.ts'
import type { FactName, FactValue } from './facts.ts'

/** 事件等级: 1 lightest. The plan says which there are (`scales.event`): three in the issued plans, at most four (G3). */
export type EventLevel = 1 | 2 | 3 | 4
/** 响应等级: IV lightest, I gravest. Never converted from or to an event level. */
export type ResponseLevel = 'I' | 'II' | 'III' | 'IV'

/** Lightest first: every level a plan may use. Which it uses is `eventLevels(plan)` in effective.ts. */
export const EVENT_LEVELS: readonly EventLevel[] = [1, 2, 3, 4]
/** Lightest first, so that a higher index is graver. */
export const RESPONSE_LEVELS: readonly ResponseLevel[] = ['IV', 'III', 'II', 'I']

/** The graver of two event levels. */
export function graverEvent(a: EventLevel, b: EventLevel): EventLevel {
  return a >= b ? a : b
}

/** The graver of two response levels. */
export function graverResponse(a: ResponseLevel, b: ResponseLevel): ResponseLevel {
  return RESPONSE_LEVELS.indexOf(a) >= RESPONSE_LEVELS.indexOf(b) ? a : b
}

export type Scale = 'event' | 'response'

/** A clause that led to the grade, in words, with the level it asks for. */
export interface Reason {
  readonly clause: string
  readonly scale: Scale
  readonly level: EventLevel | ResponseLevel
  readonly because: Text
  /** Facts the clause read; those that were assumed are said to be. */
  readonly facts: readonly FactName[]
}

/** A2: from the plan's threshold on, spread proposes a higher event level; by itself it raises nothing. */
export interface Proposal {
  readonly clause: string
  readonly eventLevel: EventLevel
  readonly because: Text
}

/** A fact that does not fit the level, so that the reporter is asked (Ⅳ in the whole school). */
export interface Doubt {
  readonly clause: string
  readonly fact: FactName
  readonly ask: Text
}

/** One fact whose other value would give another grade. */
export interface WouldChange {
  readonly fact: FactName
  readonly value: FactValue
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
}

export interface Grade {
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
  readonly reasons: readonly Reason[]
  readonly proposals: readonly Proposal[]
  readonly doubts: readonly Doubt[]
  /** Facts nobody stated that some reason rests on or could rest on: defaults of the situation. */
  readonly assumed: readonly FactName[]
  readonly wouldChange: readonly WouldChange[]
}
