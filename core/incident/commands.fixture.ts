// The commands that tests of incidents give, each with the words nobody minds. Test-only.
// Who gives them and what comes of it: incident.fixture.ts and the tests.

import type { IncidentCommand } from './commands.ts'

/** Any command, its data checked by its type. */
export const given = <Type extends IncidentCommand['type']>(
  type: Type,
  data: Extract<IncidentCommand, { readonly type: Type }>['data'],
): IncidentCommand => ({ type, data }) as IncidentCommand

export const facts = (stated: object, words?: string): IncidentCommand =>
  ({ type: 'StateFacts', data: { stated, ...(words === undefined ? {} : { words }) } }) as IncidentCommand
export const regrade = (
  eventLevel: 1 | 2 | 3,
  responseLevel: 'I' | 'II' | 'III' | 'IV',
  reason = 'seen',
): IncidentCommand => ({
  type: 'Regrade',
  data: { eventLevel, responseLevel, reason },
})
export const take: IncidentCommand = { type: 'Acknowledge', data: {} }
export const confirm: IncidentCommand = { type: 'ConfirmReport', data: {} }
export const close: IncidentCommand = { type: 'Close', data: {} }
export const ask = (id = 'q1', question = 'May we go on?'): IncidentCommand => ({
  type: 'Ask',
  data: { ask: id, question },
})
export const answer = (id = 'a1', question?: string, instruction = 'Go on'): IncidentCommand => ({
  type: 'Answer',
  data: { answer: id, instruction, ...(question === undefined ? {} : { ask: question }) },
})
export const comply = (id = 'a1'): IncidentCommand => ({ type: 'Comply', data: { answer: id } })
export const step = (id: string): IncidentCommand => ({ type: 'DoStep', data: { step: id } })
export const reopen = (id: string, reason = 'not yet'): IncidentCommand => ({
  type: 'ReopenStep',
  data: { step: id, reason },
})
export const start = (measures = 'move to spare rooms'): IncidentCommand => ({
  type: 'StartResponse',
  data: { expectedMinutes: 30, measures },
})
export const handle = (outcome = 'Lights are back'): IncidentCommand => ({
  type: 'Handle',
  data: { outcome },
})
export const write = (form = 'situation-record'): IncidentCommand => ({ type: 'WriteDown', data: { form } })
export const message = (words = 'On my way'): IncidentCommand => ({ type: 'SendMessage', data: { words } })
export const example = (listed: boolean, reference?: string): IncidentCommand => ({
  type: 'StateExample',
  data: { listed, ...(reference === undefined ? {} : { reference }) },
})
