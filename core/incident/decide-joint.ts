// What several posts decide together on the spot (B7, B8): proposed by one, standing once each of them has agreed by another
// person, possible only while the plan's condition holds of the facts.

import { type Refusal, refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import { holds } from '../plan/condition.ts'
import type { EffectivePlan, JointDecision } from '../plan/effective.ts'
import { completeFacts } from '../plan/grade.ts'
import type { AgreeJoint, DeclineJoint, ProposeJoint } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** Whoever proposes has agreed. */
export function proposeJoint(
  state: Incident,
  data: ProposeJoint['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.words)) return refuse('text.missing', { field: 'words' })
  if (state.joint.some((one) => one.decision === data.decision)) return nothingNew
  const kind = plan.jointDecisions.find((one) => one.id === data.kind)
  if (!kind) return refuse('joint.unknown', { field: 'kind' })
  if (!isOneOf(kind, by.postKind)) return refuse('joint.not-yours', { whoCould: kind.posts })
  const impossible = findObstacle(state, plan, kind)
  if (impossible) return impossible
  return happened<IncidentEvent>({
    type: 'JointProposed',
    data: { decision: data.decision, kind: kind.id },
    ...said({ decision: data.words }),
  })
}

/** Each post once, each by a person of its own; the last one makes it stand. */
export function agreeJoint(
  state: Incident,
  data: AgreeJoint['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const found = findOpen(state, plan, data.decision)
  const agreed = found.proposed?.agreed ?? []
  if (agreed.some((deed) => deed.by.person === by.person && deed.by.postKind === by.postKind)) {
    return nothingNew
  }
  if (!found.kind) return found.refused
  const missing = found.kind.posts.filter((post) => !agreed.some((deed) => deed.by.postKind === post))
  const isOwn = agreed.some((deed) => deed.by.person === by.person)
  if (isOwn || by.postKind === undefined || !missing.includes(by.postKind)) {
    return refuse('joint.not-yours', { whoCould: missing })
  }
  const impossible = findObstacle(state, plan, found.kind)
  if (impossible) return impossible
  const complete = missing.every((post) => post === by.postKind)
  return happened<IncidentEvent>({ type: 'JointAgreed', data: { decision: data.decision, complete } })
}

/** By any of the posts, also the one that proposed it and thinks otherwise now. */
export function declineJoint(
  state: Incident,
  data: DeclineJoint['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  const found = findOpen(state, plan, data.decision)
  if (found.proposed?.declined?.by.person === by.person) return nothingNew
  if (!found.kind) return found.refused
  if (!isOneOf(found.kind, by.postKind)) return refuse('joint.not-yours', { whoCould: found.kind.posts })
  return happened<IncidentEvent>({
    type: 'JointDeclined',
    data: { decision: data.decision },
    ...said({ reason: data.reason }),
  })
}

type Found = { readonly proposed?: Incident['joint'][number] } & (
  | { readonly kind: JointDecision }
  | { readonly kind?: undefined; readonly refused: { readonly refused: Refusal } }
)

/** What was proposed and the plan's decision that it is; without the latter where it is unknown or settled. */
function findOpen(state: Incident, plan: EffectivePlan, decision: string): Found {
  const proposed = state.joint.find((one) => one.decision === decision)
  const kind = plan.jointDecisions.find((one) => one.id === proposed?.kind)
  if (!proposed || !kind) return { refused: refuse('joint.unknown', { field: 'decision' }) }
  if (proposed.complete || proposed.declined) return { proposed, refused: refuse('joint.settled') }
  return { proposed, kind }
}

/** Refuses what the facts, as stated or assumed today, do not allow to be decided here: it goes to the county. */
function findObstacle(
  state: Incident,
  plan: EffectivePlan,
  kind: JointDecision,
): { readonly refused: Refusal } | undefined {
  const facts = completeFacts(plan, state.scenario, state.stated)
  if (holds(kind.when, facts, state.scenario)) return undefined
  return refuse('joint.not-possible', { values: { clause: kind.clause }, whoCould: [plan.desks.county] })
}

function isOneOf(kind: JointDecision, post: string | undefined): boolean {
  return post !== undefined && kind.posts.includes(post)
}
