// Public opinion: seen, judged, followed, answered in wordings that another person approved (E5).

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { facts, given, handle } from './commands.fixture.ts'
import { decide } from './decide.ts'
import type { OpinionSpread } from './events-opinion.ts'
import { goOn, NINE, people, plan, reportOf, tell } from './incident.fixture.ts'
import { findGrade } from './look-up.ts'

const { chief, principal, inspector, county, countyLead, province } = people
const reported = tell([chief, reportOf('power-cut')])
const see = (spread: OpinionSpread = 'single', opinion = 'o1', seenAt = NINE) =>
  given('SeeOpinion', { opinion, where: 'a parents’ group', link: 'https://example.org/1', spread, seenAt })
const seen = goOn(reported, [inspector, see()])

describe('what is seen', () => {
  test('E5: what, where and how far it has got; once under its id', () => {
    expect(seen.types).toEqual(['OpinionSeen', 'FactsStated'])
    expect(seen.state.opinions[0]).toMatchObject({ spread: 'single', where: 'a parents’ group' })
    expect(seen.state.stated.publicOpinion).toBe('single')
    expect(goOn(seen, [inspector, see('major')])).toMatchObject({ types: [], refused: undefined })
    const nowhere = given('SeeOpinion', { opinion: 'o2', where: ' ', spread: 'single', seenAt: NINE })
    expect(goOn(reported, [inspector, nowhere]).refused?.field).toBe('where')
    const ahead = goOn(reported, [inspector, see('single', 'o2', NINE + 60 * MINUTE), 5])
    expect(ahead.state.opinions[0]?.seenAt).toBe(NINE + 5 * MINUTE)
  })
  test('E5 A3: a graver spread is a graver fact and is graded at once; a lighter one says nothing of the whole', () => {
    const major = goOn(seen, [inspector, see('major', 'o2')])
    expect(major.types).toEqual(['OpinionSeen', 'FactsStated', 'Graded'])
    expect(findGrade(major.state)).toMatchObject({ origin: 'plan', responseLevel: 'I' })
    expect(goOn(major, [inspector, see('spreading', 'o3')]).types).toEqual(['OpinionSeen'])
    const handled = goOn(seen, [county, handle()], [inspector, see('major', 'o2')])
    expect(handled.types).toEqual(['OpinionSeen', 'FactsStated', 'Graded', 'Reopened'])
    const cause = handled.history[handled.history.length - 1]?.data
    expect(cause).toEqual({ origin: 'plan', cause: handled.state.version - 2 })
    expect(handled.state.entries.find((line) => line.version === handled.state.version - 2)?.kind).toBe(
      'FactsStated',
    )
  })
  test('E5: followed with how far it has got now; what grew is stated like any other fact', () => {
    const follow = (spread: OpinionSpread, words = 'forwarded') =>
      given('FollowOpinion', { opinion: 'o1', spread, words })
    const grown = goOn(seen, [county, follow('spreading')])
    expect(grown.types).toEqual(['OpinionFollowed', 'FactsStated'])
    expect(grown.state.opinions[0]?.spread).toBe('spreading')
    expect(goOn(grown, [county, follow('spreading')]).types).toEqual([])
    expect(goOn(grown, [county, follow('single', 'calmer')]).state.stated.publicOpinion).toBe('spreading')
    expect(goOn(seen, [county, follow('single', ' ')]).refused?.field).toBe('words')
    expect(goOn(reported, [county, follow('single')]).refused?.code).toBe('opinion.unknown')
  })
  test('E5: verified or not; a struck sighting is none any more', () => {
    const judge = given('JudgeOpinion', { opinion: 'o1', verdict: 'refuted', words: 'an old picture' })
    const judged = goOn(seen, [county, judge])
    expect(judged.state.opinions[0]?.verdict).toMatchObject({ verdict: 'refuted', words: 'an old picture' })
    expect(goOn(judged, [county, judge]).types).toEqual([])
    expect(goOn(reported, [county, judge]).refused?.code).toBe('opinion.unknown')
    const line = seen.state.entries.find((entry) => entry.kind === 'OpinionSeen')?.version ?? 0
    const struck = goOn(seen, [inspector, given('StrikeEntry', { entry: line, reason: 'another school' })])
    expect(goOn(struck, [county, judge]).refused?.code).toBe('opinion.unknown')
    expect(struck.state.opinions).toHaveLength(1)
  })
})

describe('what is answered', () => {
  const draft = (wording = 'w1', words = 'Power is back') =>
    given('DraftWording', { opinion: 'o1', wording, words })
  const approve = given('ApproveWording', { wording: 'w1' })
  const turnDown = (reason = 'too long') => given('RefuseWording', { wording: 'w1', reason })
  const publish = (where = 'the school’s page') =>
    given('PublishWording', { wording: 'w1', where, publishedAt: NINE + 90 * MINUTE })
  const drafted = goOn(seen, [principal, draft()])
  const approved = goOn(drafted, [countyLead, approve])

  test('E5: drafted by one, approved by another whom the plan names, published where and when', () => {
    expect(approved.types).toEqual(['WordingApproved'])
    const published = goOn(approved, [principal, publish(), 30])
    expect(published.state.opinions[0]?.wordings[0]).toMatchObject({
      words: 'Power is back',
      approved: { by: countyLead },
      published: { where: 'the school’s page', publishedAt: NINE + 30 * MINUTE },
    })
    expect(goOn(published, [principal, publish(), 31]).types).toEqual([])
    expect(goOn(published, [principal, publish('elsewhere')]).refused?.code).toBe('wording.settled')
    expect(goOn(approved, [principal, publish(' ')]).refused?.field).toBe('where')
  })
  test('E5: nobody approves his own draft; approving is for whom the plan names', () => {
    const own = goOn(seen, [countyLead, draft()])
    expect(goOn(own, [countyLead, approve]).refused).toEqual({
      code: 'wording.own',
      whoCould: ['county-lead', 'province-lead'],
    })
    for (const command of [approve, turnDown()]) {
      expect(goOn(drafted, [province, command]).refused).toEqual({
        code: 'not-allowed',
        whoCould: ['county-lead', 'province-lead'],
      })
    }
    const { opinion: _approvers, ...open } = plan
    const context = { now: NINE, occurredAt: NINE, by: county, plan: open }
    expect(decide(drafted.state, approve, context)).toHaveProperty('events')
  })
  test('E5: only what was approved is published; what was settled is drafted anew', () => {
    expect(goOn(drafted, [principal, publish()]).refused?.code).toBe('wording.not-approved')
    const refused = goOn(drafted, [countyLead, turnDown()])
    expect(refused.state.opinions[0]?.wordings[0]?.refused?.reason).toBe('too long')
    expect(goOn(refused, [countyLead, approve]).refused?.code).toBe('wording.settled')
    expect(goOn(refused, [principal, publish()]).refused?.code).toBe('wording.settled')
    expect(goOn(approved, [countyLead, turnDown()]).refused?.code).toBe('wording.settled')
    expect(goOn(drafted, [countyLead, turnDown('')]).refused?.field).toBe('reason')
    expect(goOn(refused, [principal, draft('w2')]).types).toEqual(['WordingDrafted'])
  })
  test('repeats are quiet, blanks and strangers are named', () => {
    expect(goOn(drafted, [principal, draft()])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(approved, [countyLead, approve])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(seen, [principal, draft('w1', ' ')]).refused?.field).toBe('wording')
    expect(goOn(reported, [principal, draft()]).refused?.code).toBe('opinion.unknown')
    for (const command of [approve, turnDown(), publish()]) {
      expect(goOn(seen, [countyLead, command]).refused?.code).toBe('wording.unknown')
    }
  })
  test('E5: the fact may be stated without an opinion on record', () => {
    expect(goOn(reported, [chief, facts({ publicOpinion: 'single' })]).types).toEqual(['FactsStated'])
  })
})
