// The report as a command, and what it will make of the incident: grade, clocks, who is told. Pure: core decides.

import type { Doer, Notice } from '#core/basics/stream.ts'
import type { IncidentCommand, Report } from '#core/incident/commands.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan, Situation } from '#core/plan/effective.ts'
import { advance } from '#core/sync/advance.ts'
import type { SentCommand } from '#core/wire/command.ts'
import type { Me } from '#core/wire/view.ts'
import { placeOf, type ReportDraft, statedBy } from './report-draft.ts'

export function doerOf(me: Me): Doer {
  return { person: me.person.id, post: me.post.id, postKind: me.post.kind, unit: me.post.unit }
}

/** What is sent for the draft. */
export function reportOf(
  draft: ReportDraft,
  situation: Situation,
  plan: EffectivePlan,
  me: Me,
): Report['data'] {
  const words = draft.words.trim()
  return {
    ...placeOf(draft, situation, me.post),
    campaign: me.campaign.id,
    plan: plan.hash,
    scenario: situation.id,
    stated: statedBy(situation, draft.answers),
    discoveredAt: draft.discoveredAt,
    ...(draft.notSameAs === undefined || draft.notSameAs.length === 0 ? {} : { notSameAs: draft.notSameAs }),
    ...(words === '' ? {} : { words }),
  }
}

export interface Preview {
  readonly incident: Incident
  readonly notices: readonly Notice[]
}

/** The incident as it will be once the report is accepted. */
export function previewOf(
  report: Report['data'],
  incident: string,
  plan: EffectivePlan,
  me: Me,
  now: number,
): Preview {
  const command: IncidentCommand = { type: 'Report', data: report }
  return advance(incident, undefined, [{ id: incident, by: doerOf(me), madeAt: now, command }], plan)
}

/** A waiting command of the outbox as core reads it; undefined for other streams than incidents. */
export function asIncidentCommand(command: SentCommand): IncidentCommand | undefined {
  if (command.stream.kind !== 'incident') return undefined
  // It was made by this app from core's own types and checked by nobody in between.
  return { type: command.type, data: command.data } as IncidentCommand
}
