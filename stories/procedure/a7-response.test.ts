// A7: a response is started, raised, lowered and ended by whom the plan names; what saves life waits for nobody. School plan 1.2, 2.1.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COUNTY, clocks, openTale, owing, type Person, PROVINCE, type Tale, waiting } from './tale.fixture.ts'

let tale: Tale
let chief: Person
let principal: Person
let deputy: Person
let county: Person
let countyLead: Person
/** One house for all of them, each on a day of its own. */
beforeAll(async () => {
  tale = await openTale()
  chief = tale.as('chief-invigilator')
  principal = tale.as('principal')
  deputy = tale.as('deputy-teaching')
  county = tale.as('county-office', COUNTY)
  countyLead = tale.as('county-lead', COUNTY)
})
beforeEach(() => tale.nextDay())
afterAll(() => tale?.close())

const START = { expectedMinutes: 60, measures: '疏散到操场，逐班清点' }
const COMMANDERS = ['principal', 'deputy-teaching', 'deputy-logistics']

describe('A7: the building shakes', () => {
  test('A7: pupils are led out before anybody starts a response; nobody starts one, and the plan climbs', async () => {
    await tale.at('09:00')
    const id = await chief.report('earthquake')
    expect(clocks(await principal.see(id))).toContain('response-I-start 09:00–09:05 runs')
    expect(await tale.told(id)).toContain('09:00 county-office holder reported urgent')
    const [first] = tale.plan.situations.earthquake?.steps.filter((step) => step.first) ?? []
    await tale.at('09:01')
    const { post = '', id: step = '' } = first ?? {}
    await tale.as(post).give(id, 'DoStep', { step })
    await chief.give(id, 'TakeMeasure', { measure: '本室学生已到操场' })
    const { incident } = await principal.see(id)
    expect(incident.responseStarted).toBeUndefined()
    expect(Object.keys(incident.steps)).toEqual([step])

    // Nobody starts it: the plan turns to the deputy, then to the county, then to the province.
    await tale.at('09:20')
    expect((await tale.told(id, '09:02')).filter((line) => line.includes('response-I-start'))).toEqual([
      '09:05 principal substitute limit-missed response-I-start urgent',
      '09:10 county-office holder limit-missed response-I-start urgent',
      '09:20 province-office holder limit-missed response-I-start urgent',
    ])
  })

  test('A7: not by the chief, not by the county’s inspector; by the principal’s deputy, with measures and expected time', async () => {
    await tale.at('09:00')
    const id = await chief.report('earthquake')
    await tale.at('09:06')
    expect(await chief.mayNot(id, 'StartResponse', START)).toMatchObject({
      code: 'not-allowed',
      whoCould: COMMANDERS,
    })
    expect(await tale.as('county-patrol', COUNTY).mayNot(id, 'StartResponse', START)).toMatchObject({
      code: 'not-allowed',
      whoCould: COMMANDERS,
    })
    expect(await deputy.mayNot(id, 'StartResponse', { ...START, measures: ' ' })).toMatchObject({
      code: 'text.missing',
    })
    await deputy.give(id, 'StartResponse', START)
    const told = await tale.told(id, '09:06')
    expect(told).toContain('09:06 county-office holder response-started urgent')
    expect(told).toContain('09:06 principal holder response-started urgent')
    const seen = await county.see(id)
    expect(seen.incident.responseStarted).toMatchObject({
      responseLevel: 'I',
      expectedMinutes: 60,
      measures: START.measures,
      by: { postKind: 'deputy-teaching' },
    })
    expect(clocks(seen)).toContain('response-I-start 09:00–09:05 missed 09:06')
    expect(await principal.mayNot(id, 'StartResponse', START)).toMatchObject({ code: 'response.started' })
  })

  test('A7: raised, lowered, ended with the reason; an end without one is refused, and nothing closes before it', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', {
      interrupted: 'partly',
      'impact.order': 'slight',
      'impact.data': 'none',
    })
    await tale.at('09:05')
    const change = { responseLevel: 'I', expectedMinutes: 120, measures: '全校停测', reason: '两栋楼都停电' }
    expect(await principal.mayNot(id, 'ChangeResponse', change)).toMatchObject({
      code: 'response.not-started',
    })
    await principal.give(id, 'StartResponse', { expectedMinutes: 30, measures: '接备用电源' })
    await tale.at('09:20')
    expect(await chief.mayNot(id, 'ChangeResponse', change)).toMatchObject({ whoCould: COMMANDERS })
    await principal.give(id, 'ChangeResponse', change)
    expect(await tale.told(id, '09:20')).toContain('09:20 county-office holder response-started')
    await tale.at('09:50')
    await principal.give(id, 'ChangeResponse', {
      responseLevel: 'III',
      expectedMinutes: 30,
      measures: '一栋楼续测',
      reason: '已来电一半',
    })
    const { incident } = await county.see(id)
    expect(incident.responseChanges.map((one) => [one.responseLevel, one.reason])).toEqual([
      ['I', '两栋楼都停电'],
      ['III', '已来电一半'],
    ])
    // The grade of the matter is another thing, and stays.
    expect(incident.grades.map((grade) => grade.responseLevel)).toEqual(['II'])

    expect(owing(await county.see(id))).toContain('end-response school')
    expect(waiting(await county.see(id))).not.toContain('end-response principal 13:05')
    await tale.at('10:10')
    await county.give(id, 'Handle', { outcome: '全部来电' })
    expect(waiting(await county.see(id))).toContain('end-response principal 13:05')
    expect(await chief.mayNot(id, 'EndResponse', { reason: '来电了' })).toMatchObject({
      code: 'not-allowed',
      whoCould: COMMANDERS,
    })
    expect(await deputy.mayNot(id, 'EndResponse', { reason: ' ' })).toMatchObject({
      code: 'text.missing',
      field: 'reason',
    })
    // With nothing else open, the running response alone keeps it from being closed.
    await tale.doSteps(id, 'power-cut')
    const answer = await tale.as('province-office', PROVINCE).answer(id, '照此办理')
    await county.give(id, 'Comply', { answer })
    await county.give(id, 'ConfirmReport')
    expect(await county.mayNot(id, 'Close')).toMatchObject({
      code: 'response.running',
      whoCould: ['principal'],
    })
    await deputy.give(id, 'EndResponse', { reason: '全部来电，各室续测' })
    expect(await tale.told(id, '10:10')).toContain('10:10 county-office holder response-ended')
    expect((await county.see(id)).incident.responseEnded).toMatchObject({
      reason: '全部来电，各室续测',
      by: { postKind: 'deputy-teaching' },
    })
    expect(owing(await county.see(id))).not.toContain('end-response school')
    expect(await principal.mayNot(id, 'ChangeResponse', change)).toMatchObject({ code: 'response.ended' })
  })

  test('A7: at the county its head commands, else its office; nobody commands for the tier above', async () => {
    await tale.at('09:00')
    const id = await county.report('delivery-late')
    expect(await tale.as('exam-centre', COUNTY).mayNot(id, 'StartResponse', START)).toMatchObject({
      code: 'not-allowed',
      whoCould: ['county-lead', 'county-office'],
    })
    await countyLead.give(id, 'StartResponse', { expectedMinutes: 90, measures: '另派车送' })
    expect((await county.see(id)).incident.responseStarted?.by.postKind).toBe('county-lead')
  })

  test('A7: the county’s head commands at a school that has nobody to do it, and the school hears', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', { interrupted: 'partly', 'impact.data': 'none' })
    await tale.at('09:08')
    await countyLead.give(id, 'StartResponse', { expectedMinutes: 60, measures: '县里派发电车' })
    const told = await tale.told(id, '09:08')
    expect(told).toContain('09:08 principal holder response-started')
    expect(told).toContain('09:08 county-office holder response-started')
    expect((await principal.see(id)).incident.responseStarted?.by.postKind).toBe('county-lead')
  })

  test('A7: a response that goes on for four hours is asked about', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', { interrupted: 'partly', 'impact.data': 'none' })
    await tale.at('09:05')
    await principal.give(id, 'StartResponse', { expectedMinutes: 30, measures: '接备用电源' })
    await tale.at('14:05')
    expect((await tale.told(id)).filter((line) => line.includes('response-review'))).toEqual([
      '13:05 principal substitute limit-missed response-review',
      '14:05 county-office holder limit-missed response-review',
    ])
  })
})
