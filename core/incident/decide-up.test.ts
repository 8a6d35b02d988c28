// What goes up besides the question that the plan puts: to a chosen tier, by word of mouth, as a series of reports.

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import type { Tier } from '../basics/tier.ts'
import { ask, confirm, given, handle, message, step, take } from './commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { hasFinalReport } from './decide-up.ts'
import { goOn, NINE, people, reportOf, tell, toldBy } from './incident.fixture.ts'
import { notices } from './notices.ts'
import { standing } from './strikable.ts'

const { chief, principal, inspector, county, patrol, province, provinceInspector, nation } = people
const nationalInspector = { ...nation, person: 'nils', post: 'p~ni', postKind: 'national-inspector' }

const reported = tell([chief, reportOf('upset')])
const raise = (tier: Tier, words = 'beyond us'): IncidentCommand => given('RaiseTo', { tier, words })
const askOf = (tier: Tier, id = 'q1'): IncidentCommand =>
  given('Ask', { ask: id, question: 'May we stop?', tier })
const oral = (data: object = {}): IncidentCommand =>
  given('LogOral', {
    oral: 'o1',
    from: 'Chen',
    to: 'Ping',
    toTier: 'province',
    saidAt: NINE,
    words: 'one page is missing',
    ...data,
  })
const reportOn = (report: string, kind: 'follow-up' | 'final' = 'follow-up', words = 'more light') =>
  given('ReportOn', { report, kind, words })

describe('RaiseTo', () => {
  test('B9: to a tier of one’s choice; the tiers between get their copy, urgent only for whom it was raised to', () => {
    const raised = goOn(reported, [principal, raise('province')])
    expect(raised.state.raised[0]).toMatchObject({
      fromTier: 'school',
      toTier: 'province',
      skipped: ['county'],
      words: 'beyond us',
    })
    const last = raised.history[raised.history.length - 1]
    expect(last && notices(last, raised.state, raised.plan)).toEqual([
      { post: 'province-office', who: 'holder', what: 'raised', urgent: true },
      { post: 'county-office', who: 'holder', what: 'copy' },
    ])
  })
  test('B9: a tier that has it already is not skipped', () => {
    const taken = goOn(reported, [county, take], [principal, raise('province')])
    expect(taken.state.raised[0]?.skipped).toEqual([])
    expect(toldBy(taken)).toEqual(['province-office/holder'])
    expect(goOn(reported, [county, raise('province')]).state.raised[0]?.skipped).toEqual([])
  })
  test('B9 C4: county and national inspectors go to the province at once, and the county’s desk hears it', () => {
    expect(toldBy(goOn(reported, [patrol, raise('province')]))).toEqual([
      'province-office/holder',
      'county-office/holder',
    ])
    const national = goOn(reported, [nationalInspector, raise('province')])
    expect(national.state.raised[0]).toMatchObject({ toTier: 'province', skipped: ['county'] })
    expect(goOn(reported, [patrol, raise('county')]).types).toEqual(['RaisedTo'])
    expect(goOn(reported, [patrol, raise('school')]).refused?.code).toBe('tier.not-above')
  })
  test('B9: never to one’s own tier or below', () => {
    for (const tier of ['school', 'county'] as const) {
      expect(goOn(reported, [county, raise(tier)]).refused).toEqual({ code: 'tier.not-above', field: 'tier' })
    }
  })
  test('E4: the nation is turned to by a person of the province only', () => {
    for (const by of [principal, county, patrol]) {
      expect(goOn(reported, [by, raise('nation')]).refused).toEqual({
        code: 'tier.nation',
        field: 'tier',
        whoCould: ['province-office'],
      })
    }
    expect(goOn(reported, [province, raise('nation')]).state.raised[0]?.skipped).toEqual(['county'])
    expect(goOn(reported, [provinceInspector, raise('nation')]).types).toEqual(['RaisedTo'])
  })
  test('said again in the same words changes nothing; blank words are refused', () => {
    const raised = goOn(reported, [principal, raise('province')])
    expect(goOn(raised, [principal, raise('province')])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(raised, [principal, raise('province', 'worse')]).types).toEqual(['RaisedTo'])
    expect(goOn(reported, [principal, raise('province', ' ')]).refused?.field).toBe('words')
  })
})

describe('Ask of a chosen tier', () => {
  test('B5 B9: the tier chosen is asked, the tier between gets its copy and may take the matter over', () => {
    const asked = goOn(reported, [principal, askOf('province')])
    expect(asked.state.asks[0]).toMatchObject({ fromTier: 'school', toTier: 'province' })
    const last = asked.history[asked.history.length - 1]
    expect(last && notices(last, asked.state, asked.plan).map(({ post, what }) => `${what} ${post}`)).toEqual(
      ['asked province-office', 'copy county-office'],
    )
    expect(goOn(asked, [county, take]).types).toEqual(['Acknowledged'])
  })
  test('B5 E4: a chosen tier lies above; the nation only for the province', () => {
    expect(goOn(reported, [county, askOf('county')]).refused?.code).toBe('tier.not-above')
    expect(goOn(reported, [county, askOf('nation')]).refused).toEqual({
      code: 'tier.nation',
      field: 'tier',
      whoCould: ['province-office'],
    })
    expect(goOn(reported, [province, askOf('nation')]).types).toEqual(['Asked'])
  })
  test('B5: measures while waiting are never refused, on any tier', () => {
    const waiting = goOn(reported, [principal, askOf('province')], [county, ask('q2')], [province, ask('q3')])
    const measure = given('TakeMeasure', { measure: 'moved to the next room' })
    for (const by of [chief, principal, inspector, county, province]) {
      expect(goOn(waiting, [by, measure]).types).toEqual(['MeasureTaken'])
    }
    for (const deed of [
      [chief, step('stay')],
      [chief, message()],
      [chief, given('StateFacts', { stated: { copies: 2 } })],
      [principal, given('StartResponse', { expectedMinutes: 10, measures: 'torches' })],
      [county, confirm],
      [county, take],
      [principal, raise('county')],
    ] as const) {
      expect(goOn(waiting, deed).refused).toBeUndefined()
    }
  })
})

describe('LogOral', () => {
  test('B7 B8: who said what to whom and when; the desk of the tier it went to hears it', () => {
    const said = goOn(reported, [chief, oral({ toPost: 'province-inspector' }), 5, 30])
    expect(said.types).toEqual(['OralReported'])
    expect(said.state.orals[0]).toMatchObject({
      toTier: 'province',
      toPost: 'province-inspector',
      saidAt: NINE,
      from: 'Chen',
      to: 'Ping',
      words: 'one page is missing',
    })
    expect(toldBy(said)).toEqual(['province-office/holder'])
  })
  test('E2: noted twice it stands once; a time to come is taken as now; noted late it is taken', () => {
    const said = goOn(reported, [chief, oral()])
    expect(goOn(said, [county, oral({ words: 'other' })])).toMatchObject({ types: [], refused: undefined })
    const ahead = goOn(reported, [chief, oral({ saidAt: NINE + 60 * MINUTE }), 10])
    expect(ahead.state.orals[0]?.saidAt).toBe(NINE + 10 * MINUTE)
  })
  test.each([
    ['from', { from: ' ' }, 'text.missing'],
    ['to', { to: '' }, 'text.missing'],
    ['words', { words: '' }, 'text.missing'],
    ['toPost', { toPost: 'constructor' }, 'post.unknown'],
    ['toPost', { toPost: 'county-office' }, 'post.unknown'],
  ])('B7: refuses a wrong %s', (field, data, code) => {
    expect(goOn(reported, [chief, oral(data)]).refused).toEqual({ code, field })
  })
  test('E2: names of persons are sealed apart from the words', () => {
    const said = goOn(reported, [chief, oral()])
    const last = said.history[said.history.length - 1]
    expect(last?.private).toEqual({
      text: { words: 'one page is missing' },
      person: { from: 'Chen', to: 'Ping' },
    })
    expect(JSON.stringify(last?.data)).not.toContain('Chen')
  })
})

describe('ReportOn', () => {
  test('B5: follow-ups are counted, each tier its own, to the next above', () => {
    const series = goOn(
      reported,
      [principal, reportOn('r1')],
      [county, reportOn('r2')],
      [inspector, reportOn('r3')],
    )
    expect(series.state.series.map(({ nth, fromTier, toTier }) => [nth, fromTier, toTier])).toEqual([
      [1, 'school', 'county'],
      [1, 'county', 'province'],
      [2, 'school', 'county'],
    ])
    expect(toldBy(series)).toEqual(['county-office/holder'])
    expect(goOn(series, [principal, reportOn('r3')])).toMatchObject({ types: [], refused: undefined })
  })
  test('E2: a final report struck through is none: the tier is waited for again, and may give it anew', () => {
    const final = goOn(reported, [principal, handle()], [principal, reportOn('r1', 'final')])
    const struck = goOn(final, [
      principal,
      given('StrikeEntry', { entry: final.state.version, reason: 'wrong school' }),
    ])
    expect(hasFinalReport(final.state, 'school')).toBe(true)
    expect(hasFinalReport(struck.state, 'school')).toBe(false)
    expect(standing(struck.state.series)).toEqual([])
    expect(goOn(struck, [principal, reportOn('r2', 'final')]).types).toEqual(['SeriesReported'])
  })
  test('B5: the final one comes once it is handled, once for each tier, and ends its series', () => {
    expect(goOn(reported, [principal, reportOn('r1', 'final')]).refused?.code).toBe('incident.not-handled')
    const final = goOn(reported, [principal, handle()], [principal, reportOn('r1', 'final')])
    expect(final.state.series[0]).toMatchObject({ kind: 'final', nth: 0 })
    for (const kind of ['final', 'follow-up'] as const) {
      expect(goOn(final, [inspector, reportOn('r2', kind)]).refused).toEqual({
        code: 'series.exists',
        whoCould: ['county-office'],
      })
    }
    expect(goOn(final, [county, reportOn('r2', 'final')]).types).toEqual(['SeriesReported'])
  })
  test('B5: opened again, the series goes on', () => {
    const over = goOn(
      reported,
      [principal, handle(), 1],
      [principal, reportOn('r1', 'final'), 2],
      [county, given('Reopen', { reason: 'again' }), 3],
    )
    // Handled but not closed, it is open again.
    expect(over.state.status).toBe('open')
    expect(goOn(over, [principal, reportOn('r2'), 4]).state.series[1]).toMatchObject({ nth: 1 })
  })
  test('B5: refuses blank words; above the nation there is nobody to report to', () => {
    expect(goOn(reported, [principal, reportOn('r1', 'follow-up', ' ')]).refused?.field).toBe('words')
    expect(goOn(reported, [nation, reportOn('r1')]).refused?.code).toBe('ask.nobody-above')
  })
})

test('E2: an oral report said to be years old is taken, and its time is marked as doubtful', () => {
  const told = goOn(reported, [chief, oral({ saidAt: 0 })])
  expect(told.types).toEqual(['OralReported'])
  expect(told.state.entries[told.state.entries.length - 1]?.detail?.clockDoubt).toBe(true)
  const soon = goOn(reported, [chief, oral()])
  expect(soon.state.entries[soon.state.entries.length - 1]?.detail?.clockDoubt).toBeUndefined()
})
