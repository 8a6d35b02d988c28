// Which deed is the next one of this viewer on this incident: the only solid button in sight. Pure, and one for phone and
// desk: what they do differently is data. What may be done at all is the server's word (`may`); what must be done, `awaits`.

import { TIERS, type Tier, tierOf } from '#core/basics/tier.ts'
import type { IncidentCommand } from '#core/incident/commands.ts'
import type { AnswerOnRecord, AskOnRecord, Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Await, AwaitKind, MyPost } from '#core/wire/view.ts'

/** The deed that ends a wait. A response that is due may also end by `StartResponse`: `deedOfResponse`. */
export const ENDS: Readonly<Record<AwaitKind, IncidentCommand['type']>> = {
  acknowledge: 'Acknowledge',
  answer: 'Answer',
  comply: 'Comply',
  ask: 'Ask',
  instruct: 'Answer',
  respond: 'TakeMeasure',
  step: 'DoStep',
  handle: 'Handle',
  record: 'WriteDown',
  resume: 'EndHold',
  task: 'DoTask',
  'end-response': 'EndResponse',
  evaluate: 'Evaluate',
  agree: 'AgreeJoint',
  'agree-lowering': 'AgreeLowering',
  'report-on': 'ReportOn',
  verify: 'Verify',
  close: 'Close',
}

/** How a screen offers deeds. */
export interface Surface {
  /** Stands in for another tier: takes over unasked, and answers what a tier below was asked and has not answered. */
  readonly standsIn: boolean
  /** The handbook is looked up beside, and asking above waits for that (B2). */
  readonly looksUpFirst: boolean
  /** Dealing with it has its place all the time; it is next only once what was ordered is being done. */
  readonly handlesAfterOrders: boolean
  /** There is always a box to write in: with nothing else due, an instruction is next. */
  readonly writes: boolean
}

export const PHONE: Surface = {
  standsIn: false,
  looksUpFirst: false,
  handlesAfterOrders: false,
  writes: false,
}
export const DESK: Surface = { standsIn: true, looksUpFirst: true, handlesAfterOrders: true, writes: true }

export interface NextDeed {
  readonly kind: Exclude<AwaitKind, 'step'> | 'confirm'
  readonly type: IncidentCommand['type'] | 'Confirm'
  /** The ask, answer, task, hold, form or decision it is about. */
  readonly about?: string
}

export interface Situated {
  readonly incident: Incident
  readonly awaits: readonly Await[]
  readonly may: readonly string[]
}

export interface Viewer {
  readonly post: Pick<MyPost, 'kind' | 'tier'>
  /** He was told and has not confirmed. */
  readonly unconfirmed: boolean
}

/** What waits for the post named and for nobody else of its tier. */
export const FOR_POST: ReadonlySet<AwaitKind> = new Set<AwaitKind>(['step', 'respond', 'task', 'agree'])

/** Does the wait fall to this post? A step, a response, a task and an agreement to the post named, anything else to its whole tier. */
export function fallsTo(wait: Await, post: Viewer['post']): boolean {
  return FOR_POST.has(wait.kind) ? wait.post === post.kind : wait.tier === post.tier
}

/** What ends a response that is due (A4): starting it where the plan says so, else a first measure. */
export function deedOfResponse(
  plan: EffectivePlan,
  limit: string | undefined,
): 'StartResponse' | 'TakeMeasure' {
  const found = plan.limits.find((one) => one.id === limit)
  return found?.stoppedBy.includes('response-started') ? 'StartResponse' : 'TakeMeasure'
}

/**
 * Questions that `tier` may answer: those put to it, oldest first, then those put to a tier below it, which it may answer in that
 * one's place.
 */
export function asksFor(incident: Incident, tier: Tier): readonly AskOnRecord[] {
  const open = incident.asks.filter(
    (ask) =>
      ask.answer === undefined && TIERS.indexOf(ask.toTier) <= TIERS.indexOf(tier) && ask.fromTier !== tier,
  )
  return [...open.filter((ask) => ask.toTier === tier), ...open.filter((ask) => ask.toTier !== tier)]
}

/** Answers from above that `tier` has not yet said to carry out. */
export function answersFor(incident: Incident, tier: Tier): readonly AnswerOnRecord[] {
  return incident.answers.filter((answer) => answer.toTier === tier && answer.complied === undefined)
}

/** The next deed; undefined when there is nothing for this viewer to do, or the incident is closed. */
export function nextDeed(
  { incident, awaits, may }: Situated,
  plan: EffectivePlan | undefined,
  { post, unconfirmed }: Viewer,
  on: Surface,
): NextDeed | undefined {
  if (incident.status === 'closed') return undefined
  const { tier } = post
  const allowed = (type: string) => may.includes(type)
  const owed = (kind: AwaitKind) => awaits.find((wait) => wait.kind === kind && fallsTo(wait, post))

  const taken = incident.handled !== undefined || incident.acknowledged.some((deed) => deed.tier === tier)
  if (allowed('Acknowledge') && (on.standsIn ? !taken : owed('acknowledge')))
    return { kind: 'acknowledge', type: 'Acknowledge' }

  const order = answersFor(incident, tier)[0]
  if (order && allowed('Comply')) return { kind: 'comply', type: 'Comply', about: order.answer }

  const joint = owed('agree')
  if (joint && allowed('AgreeJoint')) return about('agree', 'AgreeJoint', joint)

  const ask = asksFor(incident, tier).find((one) => on.standsIn || one.toTier === tier)
  if (ask && allowed('Answer')) return { kind: 'answer', type: 'Answer', about: ask.ask }

  const task = owed('task')
  if (task && allowed('DoTask')) return about('task', 'DoTask', task)
  const lowering = owed('agree-lowering')
  if (lowering && allowed('AgreeLowering')) return about('agree-lowering', 'AgreeLowering', lowering)

  // Measures do not wait for an answer from above: the plan's time for them runs.
  const response = owed('respond')
  const respond = plan && response && deedOfResponse(plan, response.limit)
  if (respond && allowed(respond)) return { kind: 'respond', type: respond }

  if (owed('instruct') && allowed('Answer')) return { kind: 'instruct', type: 'Answer' }

  const mayBeListed = on.looksUpFirst && incident.example === undefined && allowed('StateExample')
  if (owed('ask') && allowed('Ask') && !mayBeListed) return { kind: 'ask', type: 'Ask' }

  // What waits, waits for a word: it goes on once there is one (B10).
  const held = owed('resume')
  if (held && on.writes && allowed('Answer') && !isSaid(incident, held.about))
    return { kind: 'answer', type: 'Answer' }
  if (held && allowed('EndHold')) return about('resume', 'EndHold', held)
  if (owed('end-response') && allowed('EndResponse')) return { kind: 'end-response', type: 'EndResponse' }
  const report = owed('report-on') && allowed('ReportOn')
  if (report && !incident.handled) return { kind: 'report-on', type: 'ReportOn' }

  const { answers } = incident
  const ordered = answers.length > 0 && answers.every((answer) => answer.complied !== undefined)
  if (owed('handle') && allowed('Handle') && (ordered || !on.handlesAfterOrders))
    return { kind: 'handle', type: 'Handle' }
  const form = owed('record')
  if (form && allowed('WriteDown')) return about('record', 'WriteDown', form)
  if (report) return { kind: 'report-on', type: 'ReportOn' }
  if (owed('evaluate') && allowed('Evaluate')) return { kind: 'evaluate', type: 'Evaluate' }
  if (owed('close') && allowed('Close')) return { kind: 'close', type: 'Close' }
  if (unconfirmed) return { kind: 'confirm', type: 'Confirm' }
  // Verifying never stands in front of anything else.
  if (owed('verify') && allowed('Verify')) return { kind: 'verify', type: 'Verify' }
  return on.writes && allowed('Answer') ? { kind: 'answer', type: 'Answer' } : undefined
}

/** Has an answer come down to the incident's own tier since the place was held? */
function isSaid(incident: Incident, hold: string | undefined): boolean {
  const since = incident.holds.find((one) => one.hold === hold)?.recordedAt ?? 0
  const own = tierOf(incident.unit)
  return incident.answers.some((given) => given.toTier === own && given.recordedAt >= since)
}

function about(kind: NextDeed['kind'], type: NextDeed['type'], wait: Await): NextDeed {
  return { kind, type, ...(wait.about === undefined ? {} : { about: wait.about }) }
}
