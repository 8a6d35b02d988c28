// The door for writing, against a real database: once however often it is sent, all or none, decided on today's state.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from './act.ts'
import {
  accepted,
  CAMPAIGN,
  COUNTY,
  FOREIGN_SCHOOL,
  NEXT_SCHOOL,
  openTestHouse,
  refusal,
  reportOf,
  SCHOOL,
  type TestHouse,
} from './house.fixture.ts'

let it: TestHouse
beforeAll(async () => {
  it = await openTestHouse()
})
afterAll(() => it.close())

const events = async (stream: string): Promise<string[]> =>
  (
    await it.owner<{ type: string }>('select type from ledger where stream = $1 order by version', [stream])
  ).map((row) => row.type)
const report = async (unit = SCHOOL): Promise<Command> => reportOf(it.plan, unit, await it.now())
const command = (stream: Command['stream'], type: string, data: object = {}): Command => ({
  id: randomUUID(),
  stream,
  type,
  data,
  madeAt: 0,
})

describe('E3: the same command sent five times', () => {
  const REPORTED = ['Reported', 'Graded', 'Numbered']

  test('E3: one after the other: one event, the same answer', async () => {
    const sent = await report()
    const chief = it.actor('chief-invigilator')
    const answers = []
    for (let nth = 0; nth < 5; nth++) answers.push(await it.house.act.act([sent], chief))
    expect(await events(sent.stream.id)).toEqual(REPORTED)
    expect(answers[0]).toEqual({
      accepted: [
        {
          command: sent.id,
          stream: sent.stream,
          version: 3,
          events: ['Reported', 'Graded'],
          number: expect.stringMatching(/^U-101-\d{3}$/),
        },
      ],
    })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  test('E3: at the same moment: one event, the same answer', async () => {
    const sent = await report()
    const chief = it.actor('chief-invigilator')
    const answers = await Promise.all(Array.from({ length: 5 }, () => it.house.act.act([sent], chief)))
    expect(await events(sent.stream.id)).toEqual(REPORTED)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  test('E3: five times in one list: one event, one answer', async () => {
    const sent = await report()
    const answers = await accepted(
      it.house.act.act([sent, sent, sent, sent, sent], it.actor('chief-invigilator')),
    )
    expect(await events(sent.stream.id)).toEqual(REPORTED)
    expect(answers.map((answer) => answer.command)).toEqual([sent.id])
  })

  test('E3: in two lists at once, through two processes: one event, the same answer', async () => {
    const other = await it.openAnother()
    const sent = await report()
    const more = await report(SCHOOL)
    const chief = it.actor('chief-invigilator')
    const [one, two] = await Promise.all([
      accepted(it.house.act.act([sent, more], chief)),
      accepted(other.act.act([more, sent], chief)),
    ])
    await other.close()
    expect(await events(sent.stream.id)).toEqual(REPORTED)
    expect(await events(more.stream.id)).toEqual(REPORTED)
    const sorted = (answers: typeof one) => [...answers].sort((a, b) => (a.command < b.command ? -1 : 1))
    expect(sorted(one)).toEqual(sorted(two))
  })

  test('E3: the answer stays what it was, whatever happened to the incident since', async () => {
    const sent = await report()
    const chief = it.actor('chief-invigilator')
    const first = await it.house.act.act([sent], chief)
    await accepted(it.give(it.actor('county-office', COUNTY), 'Acknowledge', {}, sent.stream))
    expect(await it.house.act.act([sent], chief)).toEqual(first)
  })

  test('E3: sent again under the same id with other words it is refused, and reveals nothing', async () => {
    const sent = await report()
    const chief = it.actor('chief-invigilator')
    await accepted(it.house.act.act([sent], chief))
    const changed = { ...sent, data: { ...sent.data, scenario: 'network-down' } }
    expect(await it.house.act.act([changed], chief)).toEqual({
      refused: { code: 'command.reused' },
      command: sent.id,
    })
    expect(await it.house.act.act([{ ...sent, madeAt: sent.madeAt + 1 }], chief)).toEqual({
      refused: { code: 'command.reused' },
      command: sent.id,
    })
  })

  test("E3: another person's command id is refused, and reveals nothing", async () => {
    const sent = await report()
    await accepted(it.house.act.act([sent], it.actor('chief-invigilator')))
    expect(await it.house.act.act([sent], it.actor('invigilator'))).toEqual({
      refused: { code: 'command.reused' },
      command: sent.id,
    })
  })

  test('E3: what was refused stays refused under its id; trying again is a new command', async () => {
    const stream = (await report()).stream
    const early = command(stream, 'DoStep', { step: 'secure-power' })
    const chief = it.actor('chief-invigilator')
    const first = await it.house.act.act([early], chief)
    expect(first).toMatchObject({ refused: { code: expect.any(String) }, command: early.id })
    await accepted(it.house.act.act([{ ...(await report()), stream }], chief))
    expect(await it.house.act.act([early], chief)).toEqual(first)
    const step = it.plan.situations['power-cut']?.steps[0]?.id ?? ''
    await accepted(it.house.act.act([command(stream, 'DoStep', { step })], chief))
  })
})

describe('E2: a list of commands is all or none', () => {
  test('E2: one that is refused takes the whole list with it, and its numbers', async () => {
    const chief = it.actor('chief-invigilator', NEXT_SCHOOL)
    const first = await report(NEXT_SCHOOL)
    const wrong = { ...(await report(NEXT_SCHOOL)), data: { ...first.data, scenario: 'no-such-thing' } }
    expect(await it.house.act.act([first, wrong], chief)).toMatchObject({
      refused: { code: 'scenario.unknown', field: 'scenario' },
      command: wrong.id,
    })
    expect(await events(first.stream.id)).toEqual([])
    // The first was never answered: it can be sent again as it is, and the running number has no gap.
    const [answer] = await accepted(it.house.act.act([first], chief))
    expect(answer?.number).toMatch(/-001$/)
  })

  test('E2: a list with one command that was done already goes on with the rest', async () => {
    const chief = it.actor('chief-invigilator')
    const done = await report()
    await accepted(it.house.act.act([done], chief))
    const message = command(done.stream, 'SendMessage', { words: '备用电源已接上' })
    const answers = await accepted(it.house.act.act([done, message], chief))
    expect(answers.map((answer) => answer.command)).toEqual([done.id, message.id])
    expect(await events(done.stream.id)).toEqual(['Reported', 'Graded', 'Numbered', 'MessageSent'])
  })

  test('E2: of lists that share a commit only the refused one is missing', async () => {
    const chief = it.actor('chief-invigilator')
    const sent = await Promise.all([report(), report(), report(), report()])
    const lists = sent.map((one, nth) =>
      nth === 2 ? { ...one, data: { ...one.data, scenario: 'no-such-thing' } } : one,
    )
    const codes = await Promise.all(lists.map((one) => refusal(it.house.act.act([one], chief))))
    expect(codes).toEqual(['accepted', 'accepted', 'scenario.unknown', 'accepted'])
  })

  test("A7: what one may not do is refused with who could; a foreign school's incident is not found", async () => {
    const sent = await report()
    await accepted(it.house.act.act([sent], it.actor('chief-invigilator')))
    const answer = await it.give(it.actor('invigilator'), 'Close', {}, sent.stream)
    expect(answer).toMatchObject({
      refused: { code: 'not-allowed', whoCould: ['county-lead', 'county-office'] },
    })
    const foreign = it.actor('principal', FOREIGN_SCHOOL)
    expect(await refusal(it.give(foreign, 'Acknowledge', {}, sent.stream))).toBe('not-found')
  })
})

describe('E2: a request is decided on today’s state', () => {
  test('E2: what somebody else did meanwhile counts, whatever version the person saw', async () => {
    const stream = await it.report(it.actor('chief-invigilator'))
    const county = it.actor('county-office', COUNTY)
    await accepted(it.give(county, 'Acknowledge', {}, stream))
    // His screen still shows version 3, where nobody had acknowledged.
    const again = await accepted(it.give(county, 'Acknowledge', {}, stream))
    expect(again[0]).toMatchObject({ version: 4, events: [] })
  })

  test('E2: of two that contradict each other at the same moment one wins, the other is refused or finds it done', async () => {
    const other = await it.openAnother()
    const stream = await it.report(it.actor('chief-invigilator'))
    const [one, two] = [it.actor('principal'), it.actor('school-inspector')]
    const ask = (words: string) => command(stream, 'Ask', { ask: randomUUID(), question: words })
    const codes = await Promise.all([
      refusal(it.house.act.act([ask('能否延长测试时间')], one)),
      refusal(other.act.act([ask('能否改到下午')], two)),
    ])
    await other.close()
    expect(codes.sort()).toEqual(['accepted', 'ask.exists'])
    expect((await events(stream.id)).filter((type) => type === 'Asked')).toHaveLength(1)
  })

  test('E2: a deed recorded after waiting for another is not recorded as earlier', async () => {
    const other = await it.openAnother()
    const stream = await it.report(it.actor('chief-invigilator'))
    await Promise.all(
      Array.from({ length: 20 }, (_, nth) =>
        accepted(
          (nth % 2 ? it.house : other).act.act(
            [command(stream, 'SendMessage', { words: `消息${nth}` })],
            it.actor('chief-invigilator'),
          ),
        ),
      ),
    )
    await other.close()
    const rows = await it.owner<{ at: Date }>(
      'select recorded_at as at from ledger where stream = $1 order by version',
      [stream.id],
    )
    const times = rows.map((row) => row.at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times).toHaveLength(23)
  })

  test('E2: fifty reports of one school at once get numbers without a gap', async () => {
    const other = await it.openAnother()
    const sent = await Promise.all(Array.from({ length: 50 }, () => report(FOREIGN_SCHOOL)))
    const chief = it.actor('chief-invigilator', FOREIGN_SCHOOL)
    const answers = await Promise.all(
      sent.map((one, nth) => accepted((nth % 2 ? it.house : other).act.act([one], chief))),
    )
    await other.close()
    const numbers = answers
      .map((answer) => Number(answer[0]?.number?.split('-').at(-1)))
      .sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, nth) => nth + 1))
  })
})

describe('the door', () => {
  test('E2: a character U+0000 or half of a pair is refused, naming the field', async () => {
    const sent = await report()
    const chief = it.actor('chief-invigilator')
    const withWords = (words: string) => ({ ...sent, data: { ...sent.data, words } })
    for (const words of ['a\u0000b', '\ud800', '\udc00\ud800'])
      expect(await it.house.act.act([withWords(words)], chief)).toEqual({
        refused: { code: 'text.unstorable', field: 'words' },
        command: sent.id,
      })
    expect(await events(sent.stream.id)).toEqual([])
  })

  test('E3: a field fact keeps the time it was made, a request happens now, and nothing happens in the future', async () => {
    const stream = await it.report(it.actor('chief-invigilator'))
    const now = await it.now()
    const chief = it.actor('chief-invigilator')
    await accepted(it.give(chief, 'SendMessage', { words: '迟到的消息' }, stream, { madeAt: now - 600_000 }))
    await accepted(it.give(chief, 'SendMessage', { words: '来自未来' }, stream, { madeAt: now + 86_400_000 }))
    await accepted(it.give(it.actor('principal'), 'Acknowledge', {}, stream, { madeAt: now - 600_000 }))
    const rows = await it.owner<{ occurred: number; recorded: number }>(
      'select millis(occurred_at) as occurred, millis(recorded_at) as recorded from ledger where stream = $1 and version > 3 order by version',
      [stream.id],
    )
    expect(rows[0]?.occurred).toBe(now - 600_000)
    expect(rows[1]?.occurred).toBe(rows[1]?.recorded)
    expect(rows[2]?.occurred).toBe(rows[2]?.recorded)
  })

  test('E2: a report that names another campaign or an unknown plan is refused', async () => {
    const sent = await report()
    const chief = it.actor('chief-invigilator')
    const plan = { ...sent, id: randomUUID(), data: { ...sent.data, plan: 'f'.repeat(64) } }
    expect(await refusal(it.house.act.act([plan], chief))).toBe('plan.unknown')
    const campaign = { ...sent, id: randomUUID(), data: { ...sent.data, campaign: `${CAMPAIGN}-2` } }
    expect(await refusal(it.house.act.act([campaign], chief))).toBe('not-allowed')
  })
})
