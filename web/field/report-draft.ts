// The report being written: what was answered, ticked and typed before it is sent. Pure; kept on the device by
// use-draft.ts, so that neither a reload nor a crash loses a word (E3).

import type { Instant } from '#core/basics/instant.ts'
import type { UnitPath } from '#core/basics/tier.ts'
import type { Situation } from '#core/plan/effective.ts'
import {
  type CHOICES,
  type FactName,
  type FactValue,
  isFactName,
  LEAST,
  type StatedFacts,
} from '#core/plan/facts.ts'
import type { Question } from '#core/plan/layer.ts'
import type { MyPost } from '#core/wire/view.ts'

export interface ReportDraft {
  readonly scenario: string
  /** Id of the incident it will be: made once, so that sending twice makes one. */
  readonly incident: string
  readonly discoveredAt: Instant
  /** By question: id of the answer chosen, or the number given. */
  readonly answers: Readonly<Record<string, string | number>>
  /** Steps ticked before there is a report, and when. */
  readonly steps: Readonly<Record<string, Instant>>
  readonly words: string
  /** Where, for those who go round or lead a school; absent: one's own place. */
  readonly unit?: UnitPath
  readonly room?: string
  /** Incidents that were shown as "is it this?" and are not. */
  readonly notSameAs?: readonly string[]
}

/** Where it happened: as chosen, else the place of the post; its room only for what stays in one (`isOfOneRoom`). */
export function placeOf(
  draft: Pick<ReportDraft, 'unit' | 'room' | 'answers'>,
  situation: Situation,
  post: Pick<MyPost, 'unit' | 'room'>,
): { readonly unit: UnitPath; readonly room?: string } {
  const own = draft.unit === undefined && isOfOneRoom(situation, draft.answers) ? post.room : undefined
  const room = draft.room ?? own
  return { unit: draft.unit ?? post.unit, ...(room === undefined ? {} : { room }) }
}

/** Does it reach no further than a room, by what was answered, else by what is usual? A power cut of the school has no room. */
export function isOfOneRoom(situation: Situation, answers: ReportDraft['answers']): boolean {
  const reach = statedBy(situation, answers).reach ?? situation.defaults.reach ?? LEAST.reach
  return !WIDER.has(reach)
}

const WIDER: ReadonlySet<FactValue> = new Set<(typeof CHOICES.reach)[number]>(['school', 'schools', 'county'])

export function beginDraft(scenario: string, incident: string, now: Instant): ReportDraft {
  return { scenario, incident, discoveredAt: now, answers: {}, steps: {}, words: '' }
}

/** Nothing of one's own in it yet: leaving it behind loses nothing. */
export function isUntouched(draft: ReportDraft): boolean {
  return (
    Object.keys(draft.answers).length === 0 &&
    Object.keys(draft.steps).length === 0 &&
    draft.words.trim() === ''
  )
}

export function toggleStep(draft: ReportDraft, step: string, now: Instant): ReportDraft {
  const { [step]: done, ...others } = draft.steps
  return { ...draft, steps: done === undefined ? { ...others, [step]: now } : others }
}

/** Facts as stated by the answers given; questions left open state nothing and are assumed by the plan. */
export function statedBy(situation: Situation, answers: ReportDraft['answers']): StatedFacts {
  const stated: { -readonly [Name in FactName]?: string | number } = {}
  for (const question of situation.questions) {
    const given = answers[question.id]
    if (given === undefined) continue
    for (const [name, value] of factsOf(question, given)) if (isFactName(name)) stated[name] = value
  }
  return stated
}

function factsOf(
  question: Question,
  given: string | number,
): readonly (readonly [string, string | number])[] {
  if (question.number !== undefined) return typeof given === 'number' ? [[question.number, given]] : []
  const answer = question.answers?.find((one) => one.id === given)
  return Object.entries(answer?.facts ?? {})
}

/** The question whose answers say whether somebody is hurt, where the situation has one. */
export function findInjuryQuestion(situation: Situation): Question | undefined {
  return situation.questions.find(
    (question) =>
      isCasualty(question.number) ||
      question.answers?.some((answer) => Object.keys(answer.facts).some(isCasualty)),
  )
}

/** Was the plan's question whether somebody is hurt left open? False where it asks none. */
export function isInjuryOpen(situation: Situation, stated: StatedFacts): boolean {
  if (!findInjuryQuestion(situation)) return false
  return stated['casualties.injured'] === undefined && stated['casualties.dead'] === undefined
}

/**
 * Is it worth stopping once for that question? Where life is at stake, and where somebody answers at all; a report
 * in the fewest taps is not held up.
 */
export function mustAskInjury(situation: Situation, draft: ReportDraft): boolean {
  const begun = Object.keys(draft.answers).length > 0
  return (situation.life === true || begun) && isInjuryOpen(situation, statedBy(situation, draft.answers))
}

function isCasualty(fact: string | undefined): boolean {
  return fact === 'casualties.injured' || fact === 'casualties.dead'
}

/** Facts of the question that the situation has a usual value for; none: left open, it counts for nothing. */
export function assumedFacts(situation: Situation, question: Question): readonly FactName[] {
  const names = [
    ...(question.number === undefined ? [] : [question.number]),
    ...(question.answers ?? []).flatMap((answer) => Object.keys(answer.facts)),
  ]
  return [...new Set(names)].filter(isFactName).filter((name) => situation.defaults[name] !== undefined)
}

/** What the plan assumes for an open question: its answer whose facts all are the defaults, when there is one. */
export function assumedAnswer(situation: Situation, question: Question): string | undefined {
  if (assumedFacts(situation, question).length === 0) return undefined
  const fitting = question.answers?.filter((answer) => {
    const facts = Object.entries(answer.facts)
    return facts.length > 0 && facts.every(([name, value]) => defaultOf(situation, name) === value)
  })
  return fitting?.length === 1 ? fitting[0]?.id : undefined
}

function defaultOf(situation: Situation, name: string): string | number | undefined {
  if (!isFactName(name)) return undefined
  return situation.defaults[name] ?? LEAST[name]
}

/** Steps to show before anything is asked; the plan's first three where it marks none. */
export function firstSteps(situation: Situation): Situation['steps'] {
  const first = situation.steps.filter((step) => step.first)
  return first.length > 0 ? first : situation.steps.slice(0, 3)
}
