// The year's handbook through the door for writing, on a real database: what a bureau of the line entered is on record with a
// report from the first minute (B8), nothing else is; and a bureau enters only its own, from documents of its plan.

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#core/access/actor.ts'
import { type EnteredExample, handbookId } from '#core/handbook/handbook.ts'
import type { Incident } from '#core/incident/state.ts'
import {
  accepted,
  CAMPAIGN,
  COUNTY,
  FOREIGN_SCHOOL,
  openTestHouse,
  PROVINCE,
  reportOf,
  SCHOOL,
  type TestHouse,
} from './house.fixture.ts'
import type { House } from './open-house.ts'

let it: TestHouse
beforeEach(async () => {
  it = await openTestHouse()
})
afterEach(() => it.close())

const county = (): Actor => it.actor('county-office', COUNTY)

const example = (more: Partial<EnteredExample> = {}): EnteredExample => ({
  example: randomUUID(),
  document: 'manual',
  year: 2026,
  place: '第12页',
  scenarios: ['power-cut'],
  title: '测试中停电',
  ...more,
})

const enter = (examples: readonly EnteredExample[], by = county(), unit = by.unit) =>
  it.give(
    by,
    'EnterExamples',
    { unit, campaign: CAMPAIGN, examples },
    { kind: 'handbook', id: handbookId(CAMPAIGN, unit) },
  )

/** A report as a process that has just started takes it: what others entered may be a second old elsewhere. */
async function reported(more: Record<string, unknown> = {}, unit = SCHOOL): Promise<Incident> {
  const fresh: House = await it.openAnother()
  const command = reportOf(it.plan, unit, await it.now(), more)
  await accepted(fresh.act.act([command], it.actor('chief-invigilator', unit)))
  await fresh.close()
  const seen = await it.house.see.incident(it.actor('province-office', PROVINCE), command.stream.id)
  if (!seen) throw new Error('the province does not see the report')
  return seen.incident
}

describe('B8: an example that a bureau entered', () => {
  test('B8: is cited with the report, with document, year and place; the question of B1–B3 is settled', async () => {
    const one = example()
    await accepted(enter([one]))
    const { example: cited, entries } = await reported()
    expect(cited).toMatchObject({
      listed: true,
      tier: 'county',
      cited: {
        handbook: handbookId(CAMPAIGN, COUNTY),
        example: one.example,
        document: 'manual',
        year: 2026,
        unit: COUNTY,
      },
    })
    expect(cited?.reference).toContain('第12页')
    expect(entries.map(({ kind }) => kind)).toContain('ExampleStated')
    const seen = await it.house.see.incidents(county(), { open: true })
    expect(seen.rows[0]?.awaits.map(({ kind }) => kind)).not.toContain('ask')
  })

  test('B8: not for another situation, another county, or from a document that does not settle', async () => {
    await accepted(enter([example({ document: 'tips' }), example({ scenarios: ['fire'] })]))
    expect((await reported()).example).toBeUndefined()
    expect((await reported({ scenario: 'fire' })).example?.listed).toBe(true)
    expect((await reported({ scenario: 'fire' }, FOREIGN_SCHOOL)).example).toBeUndefined()
  })

  test('B8: struck it is cited no more; of several the newest, and of one year the nearest bureau’s', async () => {
    const [old, own] = [example({ year: 2025, place: '第3页' }), example()]
    await accepted(enter([old, own]))
    const ofProvince = example({ place: '第40页' })
    await accepted(enter([ofProvince], it.actor('province-office', PROVINCE)))
    expect((await reported()).example?.cited?.example).toBe(own.example)
    const stream = { kind: 'handbook' as const, id: handbookId(CAMPAIGN, COUNTY) }
    await accepted(it.give(county(), 'StrikeExample', { example: own.example, reason: '页码有误' }, stream))
    expect((await reported()).example?.cited?.example).toBe(ofProvince.example)
  })

  test('B8: with nothing entered a report asks nothing more of the database, and nothing stands on record', async () => {
    expect((await reported()).example).toBeUndefined()
    const asked: string[] = []
    const { db } = it.house
    const { query } = db
    Object.assign(db, {
      query: (statement: { name?: string }) => {
        asked.push(statement.name ?? '')
        return query(statement as Parameters<typeof query>[0])
      },
    })
    for (let nth = 0; nth < 5; nth++) await it.report(it.actor('chief-invigilator'))
    expect(asked.filter((name) => name === 'list-examples').length).toBeLessThanOrEqual(1)
  })
})

describe('B8: what a bureau may enter', () => {
  const refused = async (answering: ReturnType<typeof enter>) => {
    const answer = await answering
    return 'refused' in answer ? `${answer.refused.code} ${answer.refused.field ?? ''}`.trim() : undefined
  }

  test('B8: only its own, in its own stream, of documents and situations that its plan has', async () => {
    expect(await refused(enter([example()], county(), PROVINCE))).toBe('not-allowed')
    expect(await refused(enter([example()], it.actor('principal')))).toBe('not-allowed')
    expect(await refused(enter([example({ document: 'gossip' })]))).toBe(
      'example.document-unknown examples.0.document',
    )
    expect(await refused(enter([example(), example({ scenarios: ['dragon'] })]))).toBe(
      'scenario.unknown examples.1.scenarios',
    )
    const [one, other] = [example(), example({ place: '第40页' })]
    const twice = { ...other, example: one.example }
    expect(await refused(enter([one, twice]))).toBe('example.exists examples.1.example')
    expect(await refused(enter([one]))).toBeUndefined()
    expect(await refused(enter([example({ place: '第41页' }), twice]))).toBe(
      'example.exists examples.1.example',
    )
    expect(await refused(enter([example({ place: '199-0000-0001' })]))).toBe('example.place examples.0.place')
    const data = { unit: COUNTY, campaign: CAMPAIGN, examples: [example()] }
    const elsewhere = { kind: 'handbook' as const, id: handbookId(CAMPAIGN, PROVINCE) }
    expect(await refused(it.give(county(), 'EnterExamples', data, elsewhere))).toBe('unit.unknown unit')
    const otherCampaign = { ...data, campaign: '99-other' }
    const stream = { kind: 'handbook' as const, id: handbookId('99-other', COUNTY) }
    expect(await refused(it.give(county(), 'EnterExamples', otherCampaign, stream))).toBe('not-allowed')
  })
})

describe('B5: tasks for persons', () => {
  test('B5: a person who holds no such post in the incident’s line is named in the refusal', async () => {
    const { id } = await it.report(it.actor('chief-invigilator'))
    const answer = (person: string) =>
      it.give(
        county(),
        'Answer',
        {
          answer: randomUUID(),
          instruction: '启用备用电源',
          tasks: [{ task: randomUUID(), post: 'principal', person, words: '启用备用电源' }],
        },
        { kind: 'incident', id },
      )
    const stranger = it.actor('principal', FOREIGN_SCHOOL).person
    expect(await answer(stranger)).toMatchObject({
      refused: { code: 'person.unknown', field: 'tasks.0.person' },
    })
    expect(await answer(it.actor('chief-invigilator').person)).toMatchObject({
      refused: { code: 'person.unknown' },
    })
    const principal = it.actor('principal').person
    await accepted(answer(principal))
    const told = await it.owner<{ persons: string[] }>(
      `select data->'persons' as persons from ledger where kind = 'notice' and data->>'what' = 'task'`,
    )
    expect(told.map(({ persons }) => persons)).toEqual([[principal]])
  })
})
