// No dead buttons: what makes sense on an incident now, for phone and desk.

import { describe, expect, test } from 'vitest'
import {
  COUNTY as COUNTY_UNIT,
  goOn,
  PROVINCE as PROVINCE_UNIT,
  people,
  reportOf,
  SCHOOL,
  type Tale,
  tellUnder,
} from '#core/incident/incident.fixture.ts'
import { builtInPlan } from '#server/plan/load.ts'
import {
  formsToFile,
  isPossible,
  isStrikable,
  jointKinds,
  mayEndHold,
  openHolds,
  tiersAbove,
  type Viewing,
} from './possible.ts'

const plan = builtInPlan()
const CHIEF: Viewing['post'] = { id: 'c', kind: 'chief-invigilator', tier: 'school', unit: SCHOOL }
const PRINCIPAL: Viewing['post'] = { id: 'p', kind: 'principal', tier: 'school', unit: SCHOOL }
const COUNTY: Viewing['post'] = { id: 'o', kind: 'county-office', tier: 'county', unit: COUNTY_UNIT }
const PROVINCE: Viewing['post'] = { id: 'q', kind: 'province-office', tier: 'province', unit: PROVINCE_UNIT }

const seen = (tale: Tale, post = CHIEF): Viewing => ({ incident: tale.state, plan, post })
const held = () => tellUnder(plan, [people.chief, reportOf('paper-defect', { plan: plan.hash })])

describe('what is possible now', () => {
  test('A7: the response is offered to whom the plan names, started once, changed and ended while it runs', () => {
    expect(isPossible(seen(held(), PRINCIPAL), 'StartResponse')).toBe(true)
    expect(isPossible(seen(held(), CHIEF), 'StartResponse')).toBe(false)
    expect(isPossible(seen(held(), PRINCIPAL), 'EndResponse')).toBe(false)
    const running = goOn(held(), [
      people.principal,
      { type: 'StartResponse', data: { expectedMinutes: 30, measures: '换卷' } },
      1,
    ])
    expect(isPossible(seen(running, PRINCIPAL), 'StartResponse')).toBe(false)
    expect(isPossible(seen(running, PRINCIPAL), 'EndResponse')).toBe(true)
  })

  test('B10: work goes on once the answer is here, or at the word of a tier above', () => {
    const [hold] = openHolds(held().state)
    expect(hold && mayEndHold(hold, seen(held()))).toBe(false)
    expect(hold && mayEndHold(hold, seen(held(), COUNTY))).toBe(true)
    const answered = goOn(held(), [
      people.county,
      { type: 'Answer', data: { answer: 'r1', instruction: '换备用卷' } },
      2,
    ])
    expect(hold && mayEndHold(hold, seen(answered))).toBe(true)
  })

  test('B7: deciding together is offered to the posts the plan names, while its condition holds', () => {
    expect(jointKinds(seen(held())).map((kind) => kind.id)).toEqual(['on-the-spot'])
    expect(jointKinds(seen(held(), PRINCIPAL))).toEqual([])
  })

  test('E4: the national centre is offered to the province alone', () => {
    expect(tiersAbove(seen(held()))).toEqual(['county', 'province'])
    expect(tiersAbove(seen(held(), PROVINCE))).toEqual(['nation'])
  })

  test('B4: closing is offered only when nothing is owed; forms only to the tier that files them', () => {
    const viewing = seen(held(), PRINCIPAL)
    expect(isPossible(viewing, 'Close')).toBe(false)
    expect(formsToFile({ ...viewing, owed: [{ kind: 'record', tier: 'county', form: 'x' }] })).toEqual([])
  })

  test('B6: whoever leads a room is offered the record of what happened there and no other form of the school', () => {
    const record = plan.handling[0]?.recordedIn.find((form) =>
      plan.handling.every((row) => row.recordedIn.includes(form)),
    )
    const offered = (post: Viewing['post']) => {
      const owed = plan.forms.map((form) => ({ kind: 'record', tier: form.filedBy, form: form.id }) as const)
      return formsToFile({ ...seen(held(), post), owed }).map((form) => form.id)
    }
    expect(offered(CHIEF)).toEqual([record])
    expect(offered(PRINCIPAL).length).toBeGreaterThan(1)
    expect(offered(PRINCIPAL)).toContain(record)
  })

  test('E2: whoever wrote a line may strike it, or a head of his tier; a grade is never struck', () => {
    const said = goOn(held(), [people.chief, { type: 'SendMessage', data: { words: '写错了' } }, 1])
    const line = said.state.entries[said.state.entries.length - 1]
    const grade = said.state.entries.find((entry) => entry.kind === 'Graded')
    expect(line && isStrikable(line, seen(said, CHIEF), line.by.person)).toBe(true)
    expect(line && isStrikable(line, seen(said, CHIEF), 'somebody-else')).toBe(false)
    expect(line && isStrikable(line, seen(said, PRINCIPAL), 'somebody-else')).toBe(true)
    expect(grade && isStrikable(grade, seen(said, PRINCIPAL), 'plan')).toBe(false)
  })
})
