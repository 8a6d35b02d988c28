// Do the two issued plans stand here completely, with the figures they give?
// Not here: whether layers fit together (core/plan/check.ts) and what they grade (core/plan/grade.ts).

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Clause, type Layer, layerSchema } from '#core/plan/layer.ts'

/** A layer's plan.yaml with the lists of its parts added. */
function read(folder: string): Layer {
  const here = join(import.meta.dirname, folder)
  const file = (path: string): Record<string, unknown> => parse(readFileSync(join(here, path), 'utf8'))
  const joined = file('plan.yaml')
  const parts = existsSync(join(here, 'parts')) ? readdirSync(join(here, 'parts')).sort() : []
  for (const [key, list] of parts.flatMap((name) => Object.entries(file(join('parts', name))))) {
    const held = joined[key]
    joined[key] = [...(Array.isArray(held) ? held : []), ...(Array.isArray(list) ? list : [])]
  }
  return layerSchema.parse(joined)
}

const national = read('national')
const county = read('county')
const school = read('school')
const clauses = new Map<string, Clause>(
  [national, county, school].flatMap((layer) => layer.clauses.map((clause) => [clause.id, clause] as const)),
)

/** Which clauses say what the two plans demand. */
const MIRRORED: Readonly<Record<string, readonly string[]>> = {
  A1: ['county.2.1', 'county.2.1.level1', 'county.2.1.level2', 'county.2.1.level3'],
  A2: ['county.2.1.level1', 'county.2.1.level2', 'county.2.1.level3', 'county.2.1.spread'],
  A3: ['I', 'II', 'III', 'IV', 'harm.I', 'harm.II', 'harm.III', 'reach'].map((row) => `school.1.2.${row}`),
  A4: ['I.limit', 'II.limit', 'III.limit', 'IV.limit', 'clock'].map((row) => `school.1.2.${row}`),
  A5: [
    'school.1.1.natural-disaster',
    'school.1.1.public-health',
    'school.1.1.technical-failure',
    'school.1.1.human-interference',
    'school.1.1.public-opinion',
  ],
  A7: ['school.1.2.command', 'national.commanders'],
  B1: ['county.2.2.level1', 'county.2.2.example'],
  B2: ['county.2.2.level2'],
  B3: ['county.2.2.level3'],
  B4: ['county.2.2.evaluation'],
  B5: ['county.1', 'county.2.3'],
  B6: ['county.2.3'],
  B7: ['county.3.2.1'],
  B8: ['county.3.2.2', 'national.reference.manual', 'national.reference.tips'],
  B9: ['county.3.2.3', 'county.3.2.3.floor'],
  B10: ['county.3.2.4'],
  B11: ['county.3.2.5'],
  B12: ['county.3.1.3'],
  B13: ['county.4.1'],
  B14: ['county.4.2'],
  B15: ['county.4.3'],
  B16: ['school.3.2'],
  C1: [
    'school.2.1.named',
    'school.2.1.principal',
    'school.2.1.deputy-teaching',
    'school.2.1.deputy-logistics',
  ],
  C2: ['tech-support', 'medical', 'security', 'public-opinion', 'logistics'].map((id) => `school.2.2.${id}`),
  C3: ['county.5', 'national.posts.county', 'national.posts.province', 'national.posts.keeper'],
  C4: ['national.beside', 'national.posts.beside'],
  D1: ['t7', 't6', 't5', 't4', 't3', 't2', 't1'].map((day) => `school.3.1.${day}`),
  D3: ['county.3.1.1', 'county.3.1.1.days'],
  D4: ['county.3.1.2', 'county.3.1.2.check'],
  E4: ['national.escalation', 'school.1.2.escalation'],
  E5: ['national.opinion.approval'],
  E6: ['national.order', 'national.order.confirm'],
  G1: ['national.issuing'],
}

describe('every demand of the two plans stands as a clause', () => {
  test.each(Object.entries(MIRRORED))('%s', (_, ids) => {
    expect(ids.filter((id) => !clauses.has(id))).toEqual([])
  })

  test('G1: what is called official names an issued plan, what is proposed is never dressed as one', () => {
    for (const clause of clauses.values()) {
      if (clause.status === 'official') expect(clause.source.document).toMatch(/应急预案$/)
      if (clause.source.document === '本系统建议') expect(clause.status).toBe('proposed')
    }
  })
})

describe('figures carry over', () => {
  test('A4: Ⅰ at once and 30 minutes, Ⅱ one hour, Ⅲ two hours, Ⅳ the same day, all from discovery', () => {
    const limits = (school.limits ?? []).map(({ id, startsAt, stoppedBy, minutes, sameDay }) => [
      id,
      startsAt,
      stoppedBy.join(),
      sameDay ? 'sameDay' : minutes,
    ])
    expect(limits).toEqual([
      ['response-I-start', 'discovered', 'response-started', 0],
      ['response-I-report', 'discovered', 'confirmed-above', 30],
      ['response-II', 'discovered', 'measure-taken', 60],
      ['response-III', 'discovered', 'measure-taken', 120],
      ['response-IV', 'discovered', 'handled', 'sameDay'],
    ])
  })

  test('E4: the substitute comes first and nothing climbs above the province', () => {
    const tiers = new Map(
      [national, school].flatMap((layer) => layer.posts ?? []).map((post) => [post.id, post.tier]),
    )
    for (const limit of [...(national.limits ?? []), ...(school.limits ?? [])]) {
      expect(limit.rungs[0]).toMatchObject({ post: limit.owedBy, who: 'substitute' })
      expect(limit.rungs.map((rung) => tiers.get(rung.post))).not.toContain('nation')
    }
  })

  test('A1: every impact, slight or serious, has its own reason', () => {
    const said = (county.rules ?? []).map((rule) => `${rule.when} → ${rule.level}`)
    for (const impact of ['norms', 'order', 'data', 'security']) {
      expect(said).toContain(`impact.${impact} == 'serious' → 3`)
      expect(said).toContain(`impact.${impact} == 'slight' → 2`)
    }
  })

  test('B11: mass absence is six in a room', () => {
    expect(county.thresholds?.massAbsence).toEqual({ perRoom: 6, clause: 'county.3.2.5' })
  })

  test('C2: five teams with their counts, four helpers from outside', () => {
    const teams = (school.teams ?? []).map((team) => [
      team.id,
      team.members.map((member) => `${member.count}${member.outside ? ' outside' : ''}`).join(' + '),
    ])
    expect(teams).toEqual([
      ['tech-support', '3 + 2 outside'],
      ['medical', '2 + 1 outside'],
      ['security', '6 + 1 outside'],
      ['public-opinion', '2 + 1 + 1 outside'],
      ['logistics', '5 + 1'],
    ])
  })

  test('D1: one owner a day from T-7 to T-1, three routers, two rooms, two monitor sets', () => {
    const days = school.preparation ?? []
    expect(days.map((day) => day.daysBefore)).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(new Set(days.map((day) => day.owner)).size).toBe(7)
    const counted = days.flatMap((day) => day.evidence.map((one) => [one.name.en, one.count] as const))
    expect(counted).toContainEqual(['Spare 4G/5G routers', 3])
    expect(counted).toContainEqual(['Spare rooms', 2])
    expect(counted).toContainEqual(['Monitor sets', 2])
  })

  test('A7: the principal commands and the deputies stand in; the leading groups above', () => {
    const rows = [...(school.commanders ?? []), ...(national.commanders ?? [])]
    expect(rows.map((row) => [row.tier, ...row.posts])).toEqual([
      ['school', 'principal', 'deputy-teaching', 'deputy-logistics'],
      ['county', 'county-lead', 'county-office'],
      ['province', 'province-lead', 'province-office'],
    ])
  })

  test('B4: level 3 alone is evaluated, by the province on six points, for the national centre', () => {
    expect((county.handling ?? []).map((row) => row.evaluation !== undefined)).toEqual([false, false, true])
    const { by, to, form, points, clause } = county.handling?.[2]?.evaluation ?? {}
    expect([by, to, form, clause]).toEqual(['province', 'nation', 'province-report', 'county.2.2.evaluation'])
    expect(points?.map((point) => point.id)).toEqual([
      'cause',
      'course',
      'impact',
      'level',
      'handling',
      'effect',
    ])
  })

  test('B7, B8: who decides together, and whom they tell', () => {
    const joint = (county.jointDecisions ?? []).map((one) => [one.clause, one.posts, one.settles, one.tell])
    expect(joint).toEqual([
      ['county.3.2.1', ['chief-invigilator', 'county-patrol'], true, ['county-office', 'province-inspector']],
      ['county.3.2.2', ['province-patrol', 'county-lead'], true, ['province-office', 'province-inspector']],
    ])
  })

  test('E6: stop, delay, move, resume and free words, each confirmed and chased', () => {
    expect((national.orders ?? []).map((order) => order.id)).toEqual([
      'stop',
      'delay',
      'spare-rooms',
      'resume',
      'notice',
    ])
    for (const { confirmation } of national.orders ?? []) {
      expect(confirmation.rungs.map((rung) => [rung.post, rung.who])).toEqual([
        ['principal', 'substitute'],
        ['county-office', 'holder'],
        ['province-office', 'holder'],
      ])
    }
  })

  test('B4: the provincial report asks for all six evaluations', () => {
    const report = (national.forms ?? []).find((form) => form.id === 'province-report')
    expect(
      report?.fields.filter((field) => field.id.startsWith('evaluated-')).map((field) => field.required),
    ).toEqual(Array(6).fill(true))
  })
})
