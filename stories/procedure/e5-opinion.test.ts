// Public opinion (E5): what was seen where, whether it is true, who answers with which wording approved by whom, and how it went
// on, told over HTTP.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COUNTY, clocks, openTale, type Tale } from './tale.fixture.ts'

let tale: Tale
beforeAll(async () => {
  tale = await openTale()
})
afterAll(() => tale?.close())

const APPROVERS = ['principal', 'county-lead', 'county-office', 'province-lead']

describe('E5: a post in a parents’ group', () => {
  test('E5: seen, looked into, two drafts, none approved by its author, published only when approved, followed until it raises the response', async () => {
    const head = tale.as('head-moral')
    const principal = tale.as('principal')
    const office = tale.as('county-office', COUNTY)
    const lead = tale.as('county-lead', COUNTY)
    const chief = tale.as('chief-invigilator')
    await tale.at('10:00')
    const id = await head.report('rumour')
    expect((await principal.see(id)).incident.grades[0]).toMatchObject({ responseLevel: 'IV' })

    await tale.at('10:02')
    const opinion = randomUUID()
    await head.give(id, 'SeeOpinion', {
      opinion,
      where: '家长微信群',
      link: 'https://example.test/post/7',
      spread: 'single',
      seenAt: tale.instant('09:55'),
      words: '说试卷泄露了',
    })
    // Who may answer knows first whether it is true.
    expect(await chief.mayNot(id, 'JudgeOpinion', { opinion, verdict: 'refuted' })).toMatchObject({
      code: 'not-allowed',
    })
    await office.give(id, 'Acknowledge')
    await tale.at('10:08')
    await principal.give(id, 'JudgeOpinion', { opinion, verdict: 'refuted', words: '封条完好，双人核对' })

    await tale.at('10:10')
    const [first, second] = [randomUUID(), randomUUID()]
    await head.give(id, 'DraftWording', { opinion, wording: first, words: '网传不实，请勿转发。' })
    expect(await tale.told(id, '10:10')).toEqual(APPROVERS.map((post) => `10:10 ${post} holder wording`))
    await tale.at('10:12')
    await principal.give(id, 'DraftWording', { opinion, wording: second, words: '经核实，试卷封存完好。' })
    expect(await tale.told(id, '10:12')).toEqual(
      APPROVERS.filter((post) => post !== 'principal').map((post) => `10:12 ${post} holder wording`),
    )

    // Nobody approves his own, nobody approves whom the plan does not name, nothing unapproved goes out.
    await tale.at('10:14')
    expect(await principal.mayNot(id, 'ApproveWording', { wording: second })).toMatchObject({
      code: 'wording.own',
      whoCould: APPROVERS,
    })
    expect(await head.mayNot(id, 'ApproveWording', { wording: second })).toMatchObject({
      code: 'not-allowed',
    })
    const published = { where: '学校公众号', publishedAt: tale.instant('10:14') }
    expect(await head.mayNot(id, 'PublishWording', { wording: second, ...published })).toMatchObject({
      code: 'wording.not-approved',
    })
    await lead.give(id, 'RefuseWording', { wording: first, reason: '口气生硬，没有说依据' })
    expect(await tale.told(id, '10:14')).toEqual(['10:14 head-moral holder wording'])
    expect(await office.mayNot(id, 'ApproveWording', { wording: first })).toMatchObject({
      code: 'wording.settled',
    })
    await tale.at('10:16')
    await office.give(id, 'ApproveWording', { wording: second })
    expect(await tale.told(id, '10:16')).toEqual(['10:16 principal holder wording'])
    await tale.at('10:20')
    await head.give(id, 'PublishWording', {
      wording: second,
      where: '学校公众号',
      publishedAt: tale.instant('10:19'),
    })
    expect(
      await head.mayNot(id, 'PublishWording', {
        wording: second,
        where: '微博',
        publishedAt: tale.instant('10:20'),
      }),
    ).toMatchObject({ code: 'wording.settled' })

    // It goes on all the same: major, and the response rises with it.
    await tale.at('10:40')
    await head.give(id, 'FollowOpinion', { opinion, spread: 'spreading', words: '两个群在转' })
    expect((await principal.see(id)).incident.grades.at(-1)).toMatchObject({ responseLevel: 'II' })
    await tale.at('11:00')
    await head.give(id, 'FollowOpinion', { opinion, spread: 'major', words: '本地媒体来电' })
    const seen = await principal.see(id)
    expect(seen.incident.grades.at(-1)).toMatchObject({ origin: 'plan', responseLevel: 'I' })
    expect(await tale.told(id, '11:00')).toEqual(
      expect.arrayContaining(['11:00 principal holder regraded', '11:00 county-office holder regraded']),
    )
    expect(clocks(seen).filter((line) => line.startsWith('response-I-'))).toHaveLength(2)

    // Who said what with whose word stands together on the record.
    expect(seen.incident.opinions).toMatchObject([
      {
        where: '家长微信群',
        seenAt: tale.instant('09:55'),
        verdict: { verdict: 'refuted', by: { postKind: 'principal' } },
        wordings: [
          { by: { postKind: 'head-moral' }, refused: { by: { postKind: 'county-lead' } } },
          {
            words: '经核实，试卷封存完好。',
            by: { postKind: 'principal' },
            approved: { by: { postKind: 'county-office' } },
            published: { where: '学校公众号', publishedAt: tale.instant('10:19') },
          },
        ],
        followed: [{ spread: 'spreading' }, { spread: 'major' }],
      },
    ])
  })
})
