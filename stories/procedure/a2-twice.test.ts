// Twice the same (issue: procedure; A2's neighbour): one school reports one matter twice. The responsible inspector is asked, both
// records stay, the earlier clock counts, and it can be undone. Several schools are a2-spread.test.ts.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { twiceId } from '#core/alike/alike-ids.ts'
import {
  CAMPAIGN,
  COUNTY,
  clocks,
  openTale,
  type Person,
  SCHOOL,
  type Tale,
  waiting,
} from './tale.fixture.ts'

let tale: Tale
let invigilator: Person
let chief: Person
let inspector: Person
let county: Person
/** One house for all of them, each on a day of its own. */
beforeAll(async () => {
  tale = await openTale()
  invigilator = tale.as('invigilator')
  chief = tale.as('chief-invigilator')
  inspector = tale.as('school-inspector')
  county = tale.as('county-office', COUNTY)
})
beforeEach(() => tale.nextDay())
afterAll(() => tale?.close())

const pair = { kind: 'twice', id: twiceId(CAMPAIGN, SCHOOL, 'power-cut') } as const
const CUT = { interrupted: 'partly', 'impact.order': 'slight', 'impact.data': 'none' } as const

/** Reported by the invigilator at 09:00, and by the chief's phone, which had been without a network, at 09:10. */
async function reportedTwice(): Promise<readonly [string, string]> {
  await tale.at('09:00')
  const first = await invigilator.report('power-cut', CUT)
  await tale.at('09:10')
  const late = { discoveredAt: tale.instant('08:55'), words: '八点五十五就停了' }
  return [first, await chief.report('power-cut', CUT, late)]
}

describe('A2: the invigilator and the chief both report the same cut', () => {
  test('A2: the responsible inspector is asked, sees both, and nobody else decides', async () => {
    const [first, second] = await reportedTwice()
    expect(await tale.told(pair)).toEqual(['09:10 school-inspector holder twice'])
    const [proposed] = (await inspector.see(second)).twice
    expect(proposed).toMatchObject({ first, second, state: 'proposed', may: ['JoinTwice', 'RefuseTwice'] })
    expect((await invigilator.see(first)).twice[0]?.may).toEqual([])
    expect(await chief.mayNot(pair, 'JoinTwice', { first, second })).toMatchObject({
      code: 'not-allowed',
      whoCould: ['school-inspector'],
    })
  })

  test('A2: joined, the second goes on under the first, which takes the earlier clock; both keep their first words', async () => {
    const [first, second] = await reportedTwice()
    expect(clocks(await county.see(first))).toContain('response-II 09:00–10:00 runs')
    await tale.at('09:12')
    await inspector.give(pair, 'JoinTwice', { first, second })
    const one = await county.see(first)
    expect(one.incident.discoveredAt).toBe(tale.instant('08:55'))
    expect(clocks(one)).toContain('response-II 08:55–09:55 runs')
    const two = await county.see(second)
    expect(two.incident).toMatchObject({ status: 'joined', words: '八点五十五就停了' })
    expect(two.incident.number).not.toBe(one.incident.number)
    expect(two.under?.id).toBe(first)
    expect(waiting(two)).toEqual([])
    expect(await county.mayNot(second, 'Handle', { outcome: '来电' })).toMatchObject({
      code: 'incident.joined',
    })
    // What the chief learns where he reported counts where the matter is handled.
    await tale.at('09:20')
    await chief.give(second, 'StateFacts', { stated: { 'impact.data': 'serious' } })
    expect((await county.see(first)).incident.grades.at(-1)).toMatchObject({ eventLevel: 3 })
    // One clock, one reminder: the second's own no longer climbs.
    await tale.at('09:55')
    expect((await tale.told(first)).filter((line) => line.includes('response-II'))).toEqual([
      '09:55 principal substitute limit-missed response-II',
    ])
    expect((await tale.told(second)).filter((line) => line.includes('response-II'))).toEqual([])
  })

  test('A2: undone with a reason, each runs on its own clock again', async () => {
    const [first, second] = await reportedTwice()
    await inspector.give(pair, 'JoinTwice', { first, second })
    await tale.at('09:30')
    expect(await inspector.mayNot(pair, 'PartTwice', { first, second, reason: ' ' })).toMatchObject({
      code: 'text.missing',
    })
    await inspector.give(pair, 'PartTwice', { first, second, reason: '两栋楼，两个电表' })
    const [one, two] = [await county.see(first), await county.see(second)]
    expect(one.incident.discoveredAt).toBe(tale.instant('09:00'))
    expect(clocks(one)).toContain('response-II 09:00–10:00 runs')
    expect(two.incident.status).toBe('open')
    expect(clocks(two)).toContain('response-II 08:55–09:55 runs')
    expect(two.incident.entries.at(-1)).toMatchObject({ kind: 'PartedFrom', text: '两栋楼，两个电表' })
    expect((await inspector.see(first)).twice[0]).toMatchObject({ state: 'parted', may: ['JoinTwice'] })
  })

  test('A2: shown the first and saying that it is another, nobody is asked; nor after the plan’s quarter of an hour', async () => {
    await tale.at('09:00')
    const first = await invigilator.report('power-cut', CUT)
    await tale.at('09:05')
    expect((await chief.see(first)).incident.scenario).toBe('power-cut')
    await chief.report('power-cut', CUT, { notSameAs: [first] })
    expect(await tale.told(pair)).toEqual([])
    await tale.at('09:40')
    await chief.report('power-cut', CUT)
    expect(await tale.told(pair)).toEqual([])
  })
})
