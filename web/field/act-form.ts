// From what was typed into a form to the command it makes, or what is still missing. Pure; forms are drawn by
// act-sheet.tsx, shapes at the door are core/wire/command.ts.

import type { Incident } from '#core/incident/state.ts'
import type { Situation } from '#core/plan/effective.ts'
import type { EventLevel, ResponseLevel } from '#core/plan/grade-types.ts'
import { statedBy } from './report-draft.ts'

/** What was typed or chosen, by field. Questions of the plan stand under `answers`. */
export interface ActDraft {
  readonly fields: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, string | number>>
}

export const EMPTY_ACT: ActDraft = { fields: {}, answers: {} }

export type ActData = { readonly data: object } | { readonly missing: string }

export interface ActContext {
  readonly incident: Incident
  readonly situation: Situation | undefined
  /** The step, ask or answer it is about. */
  readonly about?: string | undefined
  /** A fresh id for what the command opens. */
  readonly fresh: string
}

/** Fields of a form in their order; those that must be filled are marked. Types without a form are sent at once. */
export const ACT_FIELDS: Readonly<
  Record<string, readonly { readonly name: string; readonly must: boolean }[]>
> = {
  SendMessage: [{ name: 'words', must: true }],
  TakeMeasure: [{ name: 'measure', must: true }],
  StateFacts: [{ name: 'words', must: false }],
  Ask: [
    { name: 'question', must: true },
    { name: 'proposal', must: false },
  ],
  Answer: [{ name: 'instruction', must: true }],
  StateExample: [
    { name: 'listed', must: true },
    { name: 'reference', must: false },
  ],
  StartResponse: [
    { name: 'expectedMinutes', must: true },
    { name: 'measures', must: true },
  ],
  Regrade: [
    { name: 'eventLevel', must: true },
    { name: 'responseLevel', must: true },
    { name: 'reason', must: true },
  ],
  Handle: [{ name: 'outcome', must: true }],
  WriteDown: [
    { name: 'form', must: true },
    { name: 'reference', must: false },
  ],
  ReopenStep: [{ name: 'reason', must: true }],
  Reopen: [{ name: 'reason', must: true }],
}

/** The command's data, or the first field that is still missing as `Type.field`. */
export function buildAct(type: string, draft: ActDraft, context: ActContext): ActData {
  const value = (name: string) => draft.fields[name]?.trim() ?? ''
  for (const field of ACT_FIELDS[type] ?? []) {
    if (value(field.name) === '' && mustFill(type, field, draft, context)) {
      return { missing: `${type}.${field.name}` }
    }
  }
  const optional = (name: string) => (value(name) === '' ? {} : { [name]: value(name) })
  switch (type) {
    case 'StateFacts': {
      const stated = context.situation ? statedBy(context.situation, draft.answers) : {}
      if (Object.keys(stated).length === 0) return { missing: 'StateFacts.nothing' }
      return { data: { stated, ...optional('words') } }
    }
    case 'Ask':
      return { data: { ask: context.fresh, question: value('question'), ...optional('proposal') } }
    case 'Answer':
      return {
        data: {
          answer: context.fresh,
          ...(context.about === undefined ? {} : { ask: context.about }),
          instruction: value('instruction'),
        },
      }
    case 'StateExample':
      return { data: { listed: value('listed') === 'yes', ...optional('reference') } }
    case 'StartResponse':
      return { data: { expectedMinutes: Number(value('expectedMinutes')), measures: value('measures') } }
    case 'Regrade':
      return {
        data: {
          eventLevel: Number(value('eventLevel')) as EventLevel,
          responseLevel: value('responseLevel') as ResponseLevel,
          reason: value('reason'),
        },
      }
    case 'ReopenStep':
      return { data: { step: context.about ?? '', reason: value('reason') } }
    default:
      return {
        data: Object.fromEntries(
          (ACT_FIELDS[type] ?? []).flatMap(({ name }) => Object.entries(optional(name))),
        ),
      }
  }
}

function mustFill(
  type: string,
  field: { readonly name: string; readonly must: boolean },
  draft: ActDraft,
  context: ActContext,
): boolean {
  // B3: at level 3 the question goes up with a proposal.
  if (type === 'Ask' && field.name === 'proposal') {
    return context.incident.grades[context.incident.grades.length - 1]?.eventLevel === 3
  }
  // "Our handbook lists it" says where.
  if (type === 'StateExample' && field.name === 'reference') return draft.fields.listed === 'yes'
  return field.must
}
