// The end of an incident: dealt with, written down, closed. Nothing ends while somebody waits for an answer or an
// answer waits to be carried out (B5), nor is it closed while anything else is owed (A4, B1–B4, B6). What stands in
// the way is obligations.ts.

import { type RefusalCode, refuse } from '../basics/refusal.ts'
import { type Doer, happened, nothingNew } from '../basics/stream.ts'
import { type Tier, tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { Form } from '../plan/layer.ts'
import type { Handle, Reopen, WriteDown } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { higher, readingTier } from './handling.ts'
import { findPost, situationRecords } from './look-up.ts'
import { type Obligation, obligations, unsettled } from './obligations.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** Steps, forms and the evaluation may still be owed. Said again in other words, both stay on record. */
export function handle(state: Incident, data: Handle['data'], { plan }: IncidentContext): IncidentDecision {
  if (isBlank(data.outcome)) return refuse('text.missing', { field: 'outcome' })
  const open = unsettled(state)[0]
  if (open) return refuseFor(open, plan, [open])
  if (state.handled?.outcome === data.outcome) return nothingNew
  return happened<IncidentEvent>({ type: 'Handled', data: {}, ...said({ outcome: data.outcome }) })
}

/** Recorded in a form of the plan by the tier that files it (B6), `reference` saying where (page, annex, number). */
export function writeDown(
  state: Incident,
  data: WriteDown['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const form = plan.forms.find((known) => known.id === data.form)
  if (!form) return refuse('form.unknown', { field: 'form' })
  if (!mayWriteDown(state, plan, by, form)) {
    const whoCould = [plan.desks[filingTier(state, form)]]
    return refuse('form.not-yours', { values: { form: form.id }, whoCould })
  }
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

/**
 * Is the form this post's to write (B6)? It is of the tier that files it; whoever leads a room writes there what happened,
 * and none of the other forms of his school.
 */
export function mayWriteDown(state: Incident, plan: EffectivePlan, by: FormWriter, form: Form): boolean {
  const tier = by.unit === undefined ? undefined : tierOf(by.unit)
  if (tier !== filingTier(state, form)) return false
  const inTheRoom = findPost(plan, by.postKind)?.role === 'chief'
  return !inTheRoom || situationRecords(plan).some((record) => record.id === form.id)
}

export type FormWriter = Pick<Doer, 'postKind' | 'unit'>

/** Of a confined incident nobody at the school may write: the tier that reads it does. */
function filingTier(state: Incident, form: Form): Tier {
  return state.confined ? higher(form.filedBy, readingTier(state)) : form.filedBy
}

/** Closed for good: refused while anything is owed, naming the first and whose it is (B4–B6). */
export function close(state: Incident, { plan }: IncidentContext): IncidentDecision {
  const owed = obligations(state, plan)
  const [open] = owed
  if (open) return refuseFor(open, plan, owed)
  return happened<IncidentEvent>({ type: 'Closed', data: {} })
}

const CODES: Readonly<Record<Exclude<Obligation['kind'], 'record'>, RefusalCode>> = {
  answer: 'incident.open-ask',
  comply: 'answer.not-complied',
  task: 'incident.open-task',
  resume: 'incident.open-hold',
  agree: 'joint.open',
  confirm: 'incident.not-confirmed',
  ask: 'incident.not-asked',
  step: 'incident.open-steps',
  'end-response': 'response.running',
  handle: 'incident.not-handled',
  evaluate: 'incident.not-evaluated',
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
function refuseFor(
  open: Obligation,
  plan: EffectivePlan,
  owed: readonly Obligation[],
): ReturnType<typeof refuse> {
  const whoCould = [plan.desks[open.tier]]
  switch (open.kind) {
    case 'record': {
      const records = situationRecords(plan).map((form) => form.id)
      const code = records.includes(open.form) ? 'incident.not-recorded' : 'incident.open-form'
      return refuse(code, { values: { form: open.form }, whoCould })
    }
    case 'step': {
      const count = owed.filter((one) => one.kind === 'step').length
      return refuse('incident.open-steps', { values: { count }, whoCould })
    }
    case 'ask':
      return refuse('incident.not-asked', { whoCould: [...whoCould, plan.desks[open.of]] })
    case 'task':
    case 'agree':
      return refuse(CODES[open.kind], { whoCould: open.posts })
    default:
      return refuse(CODES[open.kind], { whoCould })
  }
}
