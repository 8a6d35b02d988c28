// Which deeds make sense on an incident now, so that no button is offered that can only be refused. Whether one may do them is
// the server's word (`may`); what cannot be told from here stays offered, and the refusal says what now. Pure, one for phone and desk.

import { isAtOrAbove, TIERS, type Tier, tierAbove, tierOf } from '#core/basics/tier.ts'
import type { IncidentCommand } from '#core/incident/commands.ts'
import { mayWriteDown } from '#core/incident/decide-end.ts'
import { findRunningResponse } from '#core/incident/decide-response.ts'
import { hasFinalReport } from '#core/incident/decide-up.ts'
import { isRefuted } from '#core/incident/decide-verdict.ts'
import { findTierRefusal, handlingNow } from '#core/incident/handling.ts'
import { isHoldAnswered } from '#core/incident/hold-answer.ts'
import { type Obligation, obligations } from '#core/incident/obligations.ts'
import type { Entry, HoldOnRecord, Incident, JointOnRecord } from '#core/incident/state.ts'
import { isStrikable as isStrikableKind, mayStrike } from '#core/incident/strikable.ts'
import { holds } from '#core/plan/condition.ts'
import { type EffectivePlan, findSituation, type JointDecision } from '#core/plan/effective.ts'
import { completeFacts } from '#core/plan/grade.ts'
import type { Form, Step } from '#core/plan/layer.ts'
import type { MyPost } from '#core/wire/view.ts'

export interface Viewing {
  readonly incident: Incident
  readonly plan: EffectivePlan
  readonly post: Pick<MyPost, 'id' | 'kind' | 'tier' | 'unit'>
  /** What the server says is owed; without it what follows from the state as seen here. */
  readonly owed?: readonly Obligation[] | undefined
}

/** What is still noted on an incident that is over or has gone into another: seen facts, words, and lines struck through. */
const AFTERWARDS: ReadonlySet<string> = new Set<IncidentCommand['type']>([
  'StateFacts',
  'SendMessage',
  'TakeMeasure',
  'LogOral',
  'SeeOpinion',
  'Attach',
  'StrikeEntry',
  'Verify',
])

/** Does the deed make sense for this viewer on today's state? */
export function isPossible(viewing: Viewing, type: string): boolean {
  const { incident, post } = viewing
  if (incident.status === 'closed') return type === 'Reopen' || AFTERWARDS.has(type)
  if (incident.status === 'joined') return AFTERWARDS.has(type)
  const handled = incident.handled !== undefined
  switch (type) {
    // Once a tier above has it in hand, taking over and grading are its own.
    case 'Acknowledge':
      return !incident.acknowledged.some((one) => isAtOrAbove(one.tier, post.tier))
    case 'Regrade':
      return true
    case 'Handle':
      return !handled
    case 'Close':
      return handled && owedOf(viewing).length === 0
    case 'Reopen':
      return false
    case 'StartResponse':
      return commands(viewing) && !findRunningResponse(incident)
    case 'ChangeResponse':
    case 'EndResponse':
      return commands(viewing) && findRunningResponse(incident) !== undefined
    case 'StateExample':
      return incident.example === undefined
    case 'Ask':
      return tiersAbove(viewing).length > 0
    case 'RaiseTo':
      return tiersAbove(viewing).length > 0
    case 'GiveTasks':
      return incident.answers.length > 0
    case 'ProposeJoint':
      return jointKinds(viewing).length > 0
    case 'SkipSteps':
      return openSteps(viewing).length > 0
    case 'WriteDown':
      return formsToFile(viewing).length > 0
    case 'Evaluate':
      return handled && findEvaluation(viewing)?.by === post.tier
    case 'ReportOn':
      return tierAbove(post.tier) !== undefined && !hasFinalReport(incident, post.tier)
    // A school takes its own report back once a tier above has found it untrue.
    case 'Dismiss':
      return post.tier !== 'school' || isRefuted(incident)
    case 'ConfirmReport':
      return !incident.confirmedAbove.some((one) => one.tier === post.tier && !one.beside)
    default:
      return true
  }
}

/** What is still owed before it may be closed. */
export function owedOf({ incident, plan, owed }: Viewing): readonly Obligation[] {
  return owed ?? obligations(incident, plan)
}

/** A7: whom the plan names to start and end a response in this tier; with no word of it, whoever may. */
function commands({ plan, post }: Viewing): boolean {
  const row = plan.commanders.find((one) => one.tier === post.tier)
  return row === undefined || row.posts.includes(post.kind)
}

/** Tiers one may go up to, nearest first. */
export function tiersAbove({ plan, post }: Viewing): readonly Tier[] {
  return TIERS.filter((tier) => findTierRefusal(plan, post.tier, tier) === undefined)
}

/** B7, B8: joint decisions this post may propose on today's facts, and that do not wait already. */
export function jointKinds({ incident, plan, post }: Viewing): readonly JointDecision[] {
  if (!findSituation(plan, incident.scenario)) return []
  const facts = completeFacts(plan, incident.scenario, incident.stated)
  return plan.jointDecisions.filter(
    (one) =>
      one.posts.includes(post.kind) &&
      !incident.joint.some((given) => given.kind === one.id && isOpenJoint(given)) &&
      holds(one.when, facts, incident.scenario),
  )
}

/** Proposed, neither agreed by all nor declined. */
export function isOpenJoint(joint: JointOnRecord): boolean {
  return joint.complete === undefined && joint.declined === undefined
}

/** Is this post's own agreement the one that is missing? */
export function waitsForMe(joint: JointOnRecord, { plan, post }: Viewing, person: string): boolean {
  const kind = plan.jointDecisions.find((one) => one.id === joint.kind)
  const agreed = [joint, ...joint.agreed].some(
    (deed) => deed.by.person === person || deed.by.postKind === post.kind,
  )
  return isOpenJoint(joint) && kind?.posts.includes(post.kind) === true && !agreed
}

/** Steps neither done nor left out. */
export function openSteps({ incident, plan }: Viewing): readonly Step[] {
  const steps = findSituation(plan, incident.scenario)?.steps ?? []
  return steps.filter((step) => !incident.steps[step.id] && !incident.skipped[step.id])
}

/** Forms that the incident still owes and that this post may file. */
export function formsToFile(viewing: Viewing): readonly Form[] {
  const { incident, plan, post } = viewing
  const owed = owedOf(viewing).flatMap((one) => (one.kind === 'record' ? [one.form] : []))
  const by = { postKind: post.kind, unit: post.unit }
  return plan.forms.filter((form) => owed.includes(form.id) && mayWriteDown(incident, plan, by, form))
}

/** B4: who evaluates an incident of this level, on which points; undefined where the plan wants none. */
export function findEvaluation({ incident, plan }: Pick<Viewing, 'incident' | 'plan'>) {
  return handlingNow(incident, plan)?.evaluation
}

/** Holds that still wait, oldest first (B10). */
export function openHolds(incident: Incident): readonly HoldOnRecord[] {
  return incident.holds.filter((hold) => hold.ended === undefined)
}

/**
 * B10: may work go on? An answer came down to the incident's own tier since, a decision made together stands, or the viewer is of
 * a tier above it.
 */
export function mayEndHold(hold: HoldOnRecord, { incident, plan, post }: Viewing): boolean {
  const own = tierOf(incident.unit)
  if (post.tier !== own && isAtOrAbove(post.tier, own)) return true
  return isHoldAnswered(incident, plan, hold)
}

/** E2: by whoever wrote it, or by a desk or head of his tier or above. */
export function isStrikable(entry: Entry, { plan, post }: Viewing, person: string): boolean {
  if (entry.struck || !isStrikableKind(entry.kind)) return false
  const { id, kind: postKind, unit } = post
  return mayStrike(plan, { person, post: id, postKind, unit }, entry)
}
