// Wordings for the public (E5): drafted by one, approved by another whom the plan lets approve, published only then. A
// changed wording is another wording.

import { type Refusal, refuse } from '../basics/refusal.ts'
import { type Doer, happened, nothingNew } from '../basics/stream.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { ApproveWording, DraftWording, PublishWording, RefuseWording } from './commands.ts'
import { findOpinion, findUnwatching } from './decide-opinion.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { isBlank, said } from './said.ts'
import type { Incident, WordingOnRecord } from './state.ts'

/** A draft answer to what was seen. */
export function draftWording(state: Incident, data: DraftWording['data']): IncidentDecision {
  if (isBlank(data.words)) return refuse('text.missing', { field: 'wording' })
  if (!findOpinion(state, data.opinion)) return refuse('opinion.unknown', { field: 'opinion' })
  if (findWording(state, data.wording)) return nothingNew
  const { opinion, wording, words } = data
  return happened<IncidentEvent>({
    type: 'WordingDrafted',
    data: { opinion, wording },
    ...said({ wording: words }),
  })
}

/** Never by whoever drafted it. */
export function approveWording(
  state: Incident,
  data: ApproveWording['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const draft = findWording(state, data.wording)
  if (!draft) return refuse('wording.unknown', { field: 'wording' })
  if (draft.approved) return nothingNew
  if (draft.refused) return refuse('wording.settled')
  const stranger = findStranger(plan, by)
  if (stranger) return stranger
  if (draft.by.person === by.person) return refuse('wording.own', { whoCould: approversOf(plan) })
  return happened<IncidentEvent>({ type: 'WordingApproved', data: { wording: data.wording } })
}

/** By whoever could approve it, with the reason. */
export function refuseWording(
  state: Incident,
  data: RefuseWording['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  const draft = findWording(state, data.wording)
  if (!draft) return refuse('wording.unknown', { field: 'wording' })
  if (draft.refused) return nothingNew
  if (draft.approved) return refuse('wording.settled')
  const stranger = findStranger(plan, by)
  if (stranger) return stranger
  return happened<IncidentEvent>({
    type: 'WordingRefused',
    data: { wording: data.wording },
    ...said({ reason: data.reason }),
  })
}

/** Once, where and when; a time that has not come is taken as now. */
export function publishWording(
  state: Incident,
  data: PublishWording['data'],
  { by, now, plan }: IncidentContext,
): IncidentDecision {
  const unasked = findUnwatching(plan, by)
  if (unasked) return unasked
  if (isBlank(data.where)) return refuse('text.missing', { field: 'where' })
  const draft = findWording(state, data.wording)
  if (!draft) return refuse('wording.unknown', { field: 'wording' })
  if (draft.published?.where === data.where) return nothingNew
  if (draft.refused || draft.published) return refuse('wording.settled')
  if (!draft.approved) return refuse('wording.not-approved')
  return happened<IncidentEvent>({
    type: 'WordingPublished',
    data: { wording: data.wording, publishedAt: Math.min(data.publishedAt, now) },
    ...said({ where: data.where }),
  })
}

function findWording(state: Incident, id: string): WordingOnRecord | undefined {
  return state.opinions.flatMap((opinion) => opinion.wordings).find((known) => known.wording === id)
}

function approversOf(plan: EffectivePlan): readonly string[] {
  return plan.opinion?.approvedBy ?? []
}

/** Refuses whoever is none of those whom the plan lets approve; where it names none, access alone decides. */
function findStranger(plan: EffectivePlan, by: Doer): { readonly refused: Refusal } | undefined {
  const approvers = approversOf(plan)
  if (approvers.length === 0) return undefined
  if (by.postKind !== undefined && approvers.includes(by.postKind)) return undefined
  return refuse('not-allowed', { whoCould: approvers })
}
