// Public opinion (E5): what was seen, whether it is true, how it went on. How far it has got is a fact of the incident and is
// graded as one. Wordings for the public are decide-wording.ts.

import { type Refusal, refuse } from '../basics/refusal.ts'
import { type Doer, happened, nothingNew } from '../basics/stream.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { CHOICES } from '../plan/facts.ts'
import { completeFacts } from '../plan/grade.ts'
import type { FollowOpinion, JudgeOpinion, SeeOpinion } from './commands.ts'
import { stateFacts } from './decide-grade.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import type { OpinionSpread } from './events-opinion.ts'
import { findPost } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident, OpinionOnRecord } from './state.ts'

/** Seen in public; seen later than now is taken as now. */
export function seeOpinion(
  state: Incident,
  data: SeeOpinion['data'],
  context: IncidentContext,
): IncidentDecision {
  if (isBlank(data.where)) return refuse('text.missing', { field: 'where' })
  if (state.opinions.some((known) => known.opinion === data.opinion)) return nothingNew
  const { opinion, spread, where, link, words } = data
  const seen: IncidentEvent = {
    type: 'OpinionSeen',
    data: { opinion, spread, seenAt: Math.min(data.seenAt, context.now) },
    ...said({ where, link, words }),
  }
  return happened(seen, ...spreadStated(state, spread, context))
}

/** Whether what is said in public is true. */
export function judgeOpinion(
  state: Incident,
  data: JudgeOpinion['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const known = findOpinion(state, data.opinion)
  if (!known) return refuse('opinion.unknown', { field: 'opinion' })
  const unasked = findUnwatching(plan, by)
  if (unasked) return unasked
  const { opinion, verdict } = data
  const words = isBlank(data.words) ? undefined : data.words
  if (known.verdict?.verdict === verdict && known.verdict.words === words) return nothingNew
  return happened<IncidentEvent>({
    type: 'OpinionJudged',
    data: { opinion, verdict },
    ...said({ words }),
  })
}

/** How it went on, with how far it has got now. */
export function followOpinion(
  state: Incident,
  data: FollowOpinion['data'],
  context: IncidentContext,
): IncidentDecision {
  if (isBlank(data.words)) return refuse('text.missing', { field: 'words' })
  const known = findOpinion(state, data.opinion)
  if (!known) return refuse('opinion.unknown', { field: 'opinion' })
  const { opinion, spread, words } = data
  const last = known.followed[known.followed.length - 1]
  if (last?.spread === spread && last.words === words) return nothingNew
  const followed: IncidentEvent = { type: 'OpinionFollowed', data: { opinion, spread }, ...said({ words }) }
  return happened(followed, ...spreadStated(state, spread, context))
}

/** The opinion on record; one whose line was struck through is none any more. */
export function findOpinion(state: Incident, id: string): OpinionOnRecord | undefined {
  return state.opinions.find((known) => known.opinion === id && !known.struck)
}

/**
 * The fact that follows the deed's own event when opinion has got further than the incident's facts say: stated and graded
 * like any other. One that has got less far says nothing of the whole.
 */
function spreadStated(
  state: Incident,
  spread: OpinionSpread,
  context: IncidentContext,
): readonly IncidentEvent[] {
  const facts = completeFacts(context.plan, state.scenario, state.stated)
  const order: readonly unknown[] = CHOICES.publicOpinion
  if (order.indexOf(spread) <= order.indexOf(facts.publicOpinion)) return []
  const after = { ...state, version: state.version + 1 }
  const stated = stateFacts(after, { stated: { publicOpinion: spread } }, context)
  return 'events' in stated ? stated.events : []
}

/**
 * Where the plan says who of a school's staff watches public opinion, nobody else of the staff says whether it is true, or
 * publishes; the heads and the tiers above always may (E5).
 */
export function findUnwatching(plan: EffectivePlan, by: Doer): { readonly refused: Refusal } | undefined {
  const watching = plan.opinion?.watchedBy
  if (!watching || findPost(plan, by.postKind)?.role !== 'school-staff') return undefined
  return watching.includes(by.postKind ?? '') ? undefined : refuse('not-allowed', { whoCould: watching })
}
