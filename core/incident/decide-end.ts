// The end of an incident: dealt with, written down, closed. Nothing ends while somebody waits for an answer or an
// answer waits to be carried out (B5), nor is it closed before the line above was heard (A4, B1–B3). What stands in
// the way is obligations.ts.

import { type RefusalCode, refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import type { Handle, Reopen, WriteDown } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { type Obligation, obligations, unsettled } from './obligations.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** Steps may be left undone: the outcome says why. Said again in other words, both stay on record. */
export function handle(state: Incident, data: Handle['data'], { plan }: IncidentContext): IncidentDecision {
  if (isBlank(data.outcome)) return refuse('text.missing', { field: 'outcome' })
  const open = unsettled(state)[0]
  if (open) return refuseFor(open, plan.desks)
  if (state.handled?.outcome === data.outcome) return nothingNew
  return happened<IncidentEvent>({ type: 'Handled', data: {}, ...said({ outcome: data.outcome }) })
}

/** Recorded in a form of the plan, `reference` saying where (page, annex, number). */
export function writeDown(
  state: Incident,
  data: WriteDown['data'],
  { plan }: IncidentContext,
): IncidentDecision {
  if (!plan.forms.some((form) => form.id === data.form)) return refuse('form.unknown', { field: 'form' })
  const known = state.writtenDown.some(
    (written) => written.form === data.form && written.reference === data.reference,
  )
  if (known) return nothingNew
  return happened<IncidentEvent>({
    type: 'WrittenDown',
    data: { form: data.form },
    ...said({ reference: data.reference }),
  })
}

/** Closed for good: refused while anything is owed, naming the first and whose it is (B5, B6). */
export function close(state: Incident, { plan }: IncidentContext): IncidentDecision {
  const open = obligations(state, plan)[0]
  if (open) return refuseFor(open, plan.desks)
  return happened<IncidentEvent>({ type: 'Closed', data: {} })
}

const CODES: Readonly<Record<Obligation['kind'], RefusalCode>> = {
  answer: 'incident.open-ask',
  comply: 'answer.not-complied',
  confirm: 'incident.not-confirmed',
  ask: 'incident.not-asked',
  handle: 'incident.not-handled',
  record: 'incident.not-recorded',
}

/** Open again, with the reason. What is open already stays as it is. */
export function reopen(state: Incident, data: Reopen['data']): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  if (state.status === 'open') return nothingNew
  return happened<IncidentEvent>({
    type: 'Reopened',
    data: { origin: 'person' },
    ...said({ reason: data.reason }),
  })
}

/** Why it cannot end yet, with the desks that could settle it: what is not asked may also be told unasked. */
function refuseFor(open: Obligation, desks: IncidentContext['plan']['desks']): ReturnType<typeof refuse> {
  const values = open.kind === 'record' ? { values: { form: open.form } } : {}
  const tiers = open.kind === 'ask' ? [open.tier, open.of] : [open.tier]
  return refuse(CODES[open.kind], { ...values, whoCould: tiers.map((tier) => desks[tier]) })
}
