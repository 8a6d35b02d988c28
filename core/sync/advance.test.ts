// E3: what a device shows while its commands wait: the server's last word with them on top, decided by the same rules.

import { describe, expect, test } from 'vitest'
import { builtInPlan } from '#server/plan/load.ts'
import type { Doer } from '../basics/stream.ts'
import type { IncidentCommand } from '../incident/commands.ts'
import { advance, type PendingCommand } from './advance.ts'

const plan = builtInPlan()
const UNIT = '00/99/990701/99070107'
const by: Doer = { person: 'person-1', post: 'post-1', postKind: 'chief-invigilator', unit: UNIT }
const AT = Date.UTC(2026, 4, 28, 1, 14)

function pending(id: string, command: IncidentCommand, madeAt = AT): PendingCommand {
  return { id, by, madeAt, command }
}

const report = pending('a', {
  type: 'Report',
  data: {
    unit: UNIT,
    campaign: 'c1',
    plan: plan.hash,
    scenario: 'power-cut',
    stated: {},
    discoveredAt: AT,
  },
})
const tick = pending('b', { type: 'DoStep', data: { step: 'seats' } }, AT + 60_000)

describe('waiting commands on top of the last word', () => {
  test('E3: an unsent report is an incident already, graded, with whom it will tell', () => {
    const { incident, notices } = advance('x', undefined, [report], plan)
    expect(incident).toMatchObject({ id: 'x', status: 'open', scenario: 'power-cut' })
    expect(incident.grades).toHaveLength(1)
    expect(notices.map((notice) => notice.post)).toContain('county-office')
  })

  test('E3: a tick before there was a network keeps its own time', () => {
    const { incident } = advance('x', undefined, [report, tick], plan)
    expect(incident.steps.seats?.occurredAt).toBe(AT + 60_000)
  })

  test('the same tick on a newer word of the server changes nothing', () => {
    const known = advance('x', undefined, [report, tick], plan).incident
    expect(advance('x', known, [tick], plan).incident).toEqual(known)
  })

  test('what is refused here is left to the server and hides nothing', () => {
    const answerless = pending('c', { type: 'Comply', data: { answer: 'nobody-gave-it' } })
    const { incident } = advance('x', undefined, [report, answerless, tick], plan)
    expect(incident.steps.seats).toBeDefined()
  })
})
