// What an incident's pinned plan says about it, and who acts: small questions that decide, limits and notices all ask.

import type { Doer } from '../basics/stream.ts'
import { isAtOrAbove, type Tier, tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { Form, Handling, Post } from '../plan/layer.ts'
import type { AnswerOnRecord, AskOnRecord, GradeOnRecord, Incident } from './state.ts'

/** The plan's post of this id; undefined where it has none. */
export function findPost(plan: EffectivePlan, kind: string | undefined): Post | undefined {
  const found = kind === undefined ? undefined : plan.posts[kind]
  // `constructor` finds something on any object, but not a post of that id.
  return found?.id === kind ? found : undefined
}

/** How the plan has incidents of this event level handled. */
export function findHandling(plan: EffectivePlan, level: EventLevel | undefined): Handling | undefined {
  return plan.handling.find((row) => row.eventLevel === level)
}

/**
 * The highest tier whose word an incident of this level needs in any case: the one that handles it, or the one that
 * decides where even an example wants agreement (B3). That tier also brings it to its end.
 */
export function endingTier(handling: Handling | undefined): Tier {
  if (!handling) return 'county'
  return handling.agreement === 'always' ? handling.decidedBy : handling.handledBy
}

/** The grade in force: the last one on record. */
export function findGrade(state: Incident): GradeOnRecord | undefined {
  return state.grades[state.grades.length - 1]
}

/** Do the two grades agree on both scales? */
export function sameLevels(
  a: { readonly eventLevel: EventLevel; readonly responseLevel: ResponseLevel },
  b: { readonly eventLevel: EventLevel; readonly responseLevel: ResponseLevel },
): boolean {
  return a.eventLevel === b.eventLevel && a.responseLevel === b.responseLevel
}

/**
 * Has the handbook an example? Said by a person who holds it, or an entry of a document whose examples settle the question by
 * the plan. Other documents are read beside it and settle nothing (B8).
 */
export function hasExample(state: Incident, plan: EffectivePlan): boolean {
  const { example } = state
  if (!example?.listed) return false
  const { cited } = example
  return !cited || plan.references.some((row) => row.id === cited.document && row.settles)
}

/** B3: must `from` ask together with a proposal? Where the plan names it for that, and the handbook has no example. */
export function needsProposal(state: Incident, plan: EffectivePlan, from: Tier): boolean {
  return findHandling(plan, findGrade(state)?.eventLevel)?.proposedBy === from && !hasExample(state, plan)
}

/** The tier somebody acts for; undefined when the plan acts by itself. */
export function findTier(by: Doer): Tier | undefined {
  return by.unit === undefined ? undefined : tierOf(by.unit)
}

/** Requests for instructions that nobody has answered, oldest first (B5). */
export function openAsks(state: Incident): readonly AskOnRecord[] {
  return state.asks.filter((ask) => ask.answer === undefined)
}

/** Answers that the tier addressed has not yet said to carry out, oldest first (B5). */
export function answersToComply(state: Incident): readonly AnswerOnRecord[] {
  return state.answers.filter((answer) => answer.complied === undefined)
}

/**
 * Forms that stand in the handling of every event level: the school's test situation record, whatever it is
 * called there (B6). A plan without any asks for none.
 */
export function situationRecords(plan: EffectivePlan): readonly Form[] {
  return plan.forms.filter(
    (form) => plan.handling.length > 0 && plan.handling.every((row) => row.recordedIn.includes(form.id)),
  )
}

/** The desk or the head of a tier of the line: who answers for every post of it. */
export function isHead(post: Post): boolean {
  return HEADS.has(post.role)
}

const HEADS: ReadonlySet<Post['role']> = new Set<Post['role']>([
  'school-lead',
  'county-desk',
  'county-lead',
  'province-desk',
  'province-lead',
  'nation-desk',
])

/**
 * Is this somebody whose deed is a measure by the post responsible (A4)? The post a step names; otherwise
 * school and county posts of the line. Observers, keepers and outsiders stop no clock (C4).
 */
export function isResponsible(plan: EffectivePlan, by: Doer, stepPost?: string): boolean {
  const post = findPost(plan, by.postKind)
  if (!post) return false
  if (post.id === stepPost) return true
  if (post.beside || !isAtOrAbove('county', post.tier)) return false
  return RESPONSIBLE.has(post.role)
}

const RESPONSIBLE: ReadonlySet<Post['role']> = new Set<Post['role']>([
  'chief',
  'school-lead',
  'school-staff',
  'school-inspector',
  'county-desk',
  'county-lead',
])
