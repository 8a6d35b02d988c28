// What stands in the way of closing an incident, as data: for the refusal and for the screen that lists it. Owed of the
// incident, whoever wants to close it. Who must act next and by when, closing or not, is awaits.ts.

import { isAtOrAbove, type Tier, tierAbove, tierOf } from '../basics/tier.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import type { ResponseLevel } from '../plan/grade-types.ts'
import { findRunningResponse } from './decide-response.ts'
import { endsAt, findQuestion, handlingNow, higher, readingTier } from './handling.ts'
import { isHoldAnswered } from './hold-answer.ts'
import { answersToComply, findGrade, findPost, findTier, openAsks } from './look-up.ts'
import type { Incident, JointOnRecord } from './state.ts'

/**
 * `tier` is the tier that owes it. `confirm`: a tier above the unit has said that it has the report (A4). `ask`: the
 * question of B1–B3 is settled; `of` is the tier whose instruction settles it.
 */
export type Obligation =
  | { readonly kind: 'confirm'; readonly tier: Tier }
  | { readonly kind: 'ask'; readonly tier: Tier; readonly of: Tier }
  | { readonly kind: 'answer'; readonly tier: Tier; readonly ask: string }
  | { readonly kind: 'comply'; readonly tier: Tier; readonly answer: string }
  | { readonly kind: 'handle'; readonly tier: Tier }
  | { readonly kind: 'record'; readonly tier: Tier; readonly form: string }
  /** B10: work still waits. */
  | { readonly kind: 'resume'; readonly tier: Tier; readonly hold: string }
  /** Neither done nor left out with a reason. */
  | { readonly kind: 'step'; readonly tier: Tier; readonly step: string }
  /** An answer became work for somebody, which has not come back as done. `posts`: whose it is. */
  | { readonly kind: 'task'; readonly tier: Tier; readonly task: string; readonly posts: readonly string[] }
  /** A7: a response that was started runs on. */
  | { readonly kind: 'end-response'; readonly tier: Tier }
  /** B4. */
  | { readonly kind: 'evaluate'; readonly tier: Tier }
  /** B7, B8: proposed and not yet agreed by everyone. `posts`: whose word is missing. */
  | {
      readonly kind: 'agree'
      readonly tier: Tier
      readonly decision: string
      readonly posts: readonly string[]
    }

/** Everything still owed before the incident may be closed, in the order in which it is done. */
export function obligations(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  if (state.status === 'unreported' || state.status === 'closed') return []
  const question = findQuestion(state, plan)
  // A question on its way is owed by whoever must answer it.
  const onItsWay = openAsks(state).some((ask) => ask.fromTier === question?.by)
  return [
    ...unsettled(state),
    ...openTasks(state, plan),
    ...openHolds(state, plan),
    ...openDecisions(state, plan),
    ...unconfirmed(state, plan),
    ...(question && !onItsWay ? [{ kind: 'ask' as const, tier: question.by, of: question.of }] : []),
    ...openSteps(state, plan),
    ...runningResponse(state),
    ...(state.handled ? [] : [{ kind: 'handle' as const, tier: endsAt(state, plan) }]),
    ...afterwards(state, plan),
  ]
}

/**
 * Questions without an answer, and answers nobody has said to carry out. What was answered to a school that may not see
 * the incident is for whoever answered to see to.
 */
export function unsettled(state: Incident): readonly Obligation[] {
  const reads = readingTier(state)
  return [
    ...openAsks(state).map((open) => ({ kind: 'answer' as const, tier: open.toTier, ask: open.ask })),
    ...answersToComply(state)
      .filter((given) => isAtOrAbove(given.toTier, reads))
      .map((given) => ({ kind: 'comply' as const, tier: given.toTier, answer: given.answer })),
  ]
}

function openTasks(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  return state.tasks
    .filter((task) => !task.done)
    .map(({ task, post }) => {
      const tier = higher(findPost(plan, post)?.tier ?? tierOf(state.unit), readingTier(state))
      return { kind: 'task', tier, task, posts: [post] }
    })
}

/** B10: the unit goes on once an answer has come down to it, or it was decided on the spot; before that the tier above owes one. */
function openHolds(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  const own = tierOf(state.unit)
  return state.holds
    .filter((hold) => !hold.ended)
    .map((hold) => ({
      kind: 'resume',
      tier: isHoldAnswered(state, plan, hold) ? own : (tierAbove(own) ?? own),
      hold: hold.hold,
    }))
}

/** B7, B8: decisions that were proposed, and neither stand nor were declined. */
function openDecisions(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  return state.joint
    .filter((one) => !one.complete && !one.declined)
    .map((one) => {
      const posts = missingPosts(one, plan)
      const tier = findPost(plan, posts[0])?.tier ?? tierOf(state.unit)
      return { kind: 'agree', tier, decision: one.decision, posts }
    })
}

/** Posts of the plan's joint decision whose holder has not agreed yet. */
function missingPosts(one: JointOnRecord, plan: EffectivePlan): readonly string[] {
  const posts = plan.jointDecisions.find((kind) => kind.id === one.kind)?.posts ?? []
  return posts.filter((post) => !one.agreed.some((deed) => deed.by.postKind === post))
}

/** The next tier up, while none above the unit has confirmed or taken it over; posts beside the line do not count (C4). */
function unconfirmed(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  const level = findGrade(state)?.responseLevel
  const own = tierOf(state.unit)
  const above = tierAbove(own)
  if (!level || !above || !wantsConfirming(plan, level)) return []
  const has = [...state.acknowledged, ...state.confirmedAbove.filter((deed) => !deed.beside)]
  return has.some((deed) => !isAtOrAbove(own, deed.tier)) ? [] : [{ kind: 'confirm', tier: above }]
}

/** A4: at the levels for which some limit of the plan waits for it, the report has to have arrived above, not only been sent. */
function wantsConfirming(plan: EffectivePlan, level: ResponseLevel): boolean {
  return plan.limits.some(
    (limit) => limit.stoppedBy.includes('confirmed-above') && limit.responseLevels?.includes(level),
  )
}

/** Steps of posts in the incident's own line: a county's incident has no room of its own, its schools do theirs. */
function openSteps(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  const own = tierOf(state.unit)
  return (findSituation(plan, state.scenario)?.steps ?? []).flatMap(({ id, post }) => {
    const tier = findPost(plan, post)?.tier ?? own
    if (state.steps[id] || state.skipped[id] || !isAtOrAbove(tier, own)) return []
    return [{ kind: 'step', tier: higher(tier, readingTier(state)), step: id }]
  })
}

/** A7: owed by the tier that started it. */
function runningResponse(state: Incident): readonly Obligation[] {
  const { responseStarted } = state
  if (!responseStarted || !findRunningResponse(state)) return []
  return [{ kind: 'end-response', tier: findTier(responseStarted.by) ?? tierOf(state.unit) }]
}

/**
 * B4, B6: every form of the level in force and of the situation, each by the tier that files it, and the evaluation, whose
 * own form comes last. Forms that are filed below the incident's unit are written by the incidents that stand under it. What was
 * evaluated before the incident was opened again is evaluated anew.
 */
function afterwards(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  const own = tierOf(state.unit)
  const handling = handlingNow(state, plan)
  const evaluation = handling?.evaluation
  const named = new Set([
    ...(handling?.recordedIn ?? []),
    ...(findSituation(plan, state.scenario)?.recordedIn ?? []),
  ])
  const written = new Set(state.writtenDown.map((record) => record.form))
  const record = (id: string): readonly Obligation[] => {
    const form = plan.forms.find((known) => known.id === id)
    if (!form || written.has(id) || !isAtOrAbove(form.filedBy, own)) return []
    return [{ kind: 'record', tier: higher(form.filedBy, readingTier(state)), form: id }]
  }
  const records = [...named].filter((id) => id !== evaluation?.form).flatMap(record)
  if (!evaluation) return records
  const since = Math.max(0, ...state.reopened.map((deed) => deed.recordedAt))
  const evaluated = state.evaluated !== undefined && state.evaluated.recordedAt >= since
  return [
    ...records,
    ...(evaluated ? [] : [{ kind: 'evaluate' as const, tier: higher(evaluation.by, own) }]),
    ...record(evaluation.form),
  ]
}
