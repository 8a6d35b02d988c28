// The plan that the tests of incidents and access are told under. Test-only.
// Written out, not compiled, so that these tests stand on core/plan's shapes alone. People and stories: incident.fixture.ts.

import type { Text } from '../basics/text.ts'
import type { Tier } from '../basics/tier.ts'
import type { Condition } from '../plan/condition.ts'
import type { EffectivePlan, Rule, Situation } from '../plan/effective.ts'
import type { FactName } from '../plan/facts.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { Form, Handling, Limit, Post, Role } from '../plan/layer.ts'

const both = (words: string): Text => ({ zh: words, en: words })
const post = (id: string, tier: Tier, role: Role, more: Partial<Post> = {}): Post => ({
  id,
  tier,
  role,
  name: both(id),
  duties: [],
  clause: 'posts',
  ...more,
})
const posts = [
  post('principal', 'school', 'school-lead'),
  post('school-inspector', 'school', 'school-inspector'),
  post('security-captain', 'school', 'school-staff'),
  post('chief-invigilator', 'school', 'chief'),
  post('invigilator', 'school', 'invigilator'),
  post('instrument-keeper', 'school', 'keeper'),
  post('tech-company', 'school', 'outside'),
  post('county-office', 'county', 'county-desk'),
  post('county-lead', 'county', 'county-lead'),
  post('county-patrol', 'county', 'county-observer', { beside: true }),
  post('system-administrator', 'county', 'administrator'),
  post('province-office', 'province', 'province-desk'),
  post('province-lead', 'province', 'province-lead'),
  post('province-inspector', 'province', 'province-observer', { beside: true }),
  post('national-centre', 'nation', 'nation-desk'),
  post('national-inspector', 'nation', 'nation-observer', { beside: true }),
]

const is = (name: FactName, value: string): Condition => ({
  op: '==',
  left: { op: 'fact', name },
  right: { op: 'value', value },
})
const rule = (
  scale: Rule['scale'],
  level: EventLevel | ResponseLevel,
  name: FactName,
  value: string,
): Rule => ({
  scale,
  level,
  when: is(name, value),
  clause: `${scale}.${level}`,
  because: both(`${name} ${value}`),
  facts: [name],
})

const situation = (id: string, level: ResponseLevel, more: Partial<Situation> = {}): Situation => ({
  id,
  events: [],
  category: 'technical-failure',
  group: 'power',
  icon: 'bolt',
  name: both(id),
  hint: both(id),
  trigger: both(id),
  response: { level, clause: `response.${level}`, because: both(level) },
  defaults: {},
  floors: [],
  questions: [],
  steps: [
    { id: 'stay', text: both('stay seated'), post: 'invigilator' },
    { id: 'supply', text: both('start the spare supply'), post: 'security-captain' },
  ],
  tell: [],
  resources: [],
  recordedIn: [],
  clause: 'situations',
  ...more,
})
const situations = [
  situation('power-cut', 'III', {
    defaults: { 'impact.order': 'slight' },
    tell: [
      { post: 'province-office', clause: 'tell' },
      { post: 'province-inspector', clause: 'tell' },
    ],
  }),
  situation('upset', 'IV'),
  situation('network-down', 'II', { defaults: { 'impact.data': 'slight' } }),
  situation('fire', 'I', { life: true, defaults: { 'impact.order': 'serious' } }),
  situation('misprint', 'III', { hold: true, defaults: { 'impact.order': 'slight' } }),
  situation('staff-assault', 'I', { confined: true, life: true }),
  situation('staff-violation', 'III', { confined: true, defaults: { 'impact.norms': 'slight' } }),
]

const handling = (
  eventLevel: EventLevel,
  handledBy: Tier,
  asks: Tier,
  agreement: Handling['agreement'],
  form: string,
): Handling => ({
  eventLevel,
  handledBy,
  asks,
  agreement,
  decidedBy: asks,
  carriedOutBy: [],
  handlerWords: both(handledBy),
  recordedIn: ['situation-record', form],
  clause: `handling.${eventLevel}`,
})

const evaluation: Handling['evaluation'] = {
  by: 'province',
  to: 'nation',
  form: 'province-report',
  points: ['cause', 'course'].map((id) => ({ id, name: both(id) })),
  clause: 'handling.3.evaluation',
}

const form = (id: string, filedBy: Tier): Form => ({
  id,
  name: both(id),
  filedBy,
  fields: [],
  clause: 'forms',
})

const limit = (
  id: string,
  startsAt: Limit['startsAt'],
  stoppedBy: Limit['stoppedBy'],
  owedBy: string,
  more: Partial<Limit>,
  rungs: Limit['rungs'],
): Limit => ({ id, clause: id, name: both(id), startsAt, stoppedBy, owedBy, rungs, ...more })
const rung = (post: string, who: 'holder' | 'substitute', afterMinutes: number) => ({
  post,
  who,
  afterMinutes,
})

const limits = [
  limit('acknowledge', 'reported', ['acknowledged'], 'county-office', { minutes: 10 }, [
    rung('county-office', 'substitute', 0),
    rung('province-office', 'holder', 5),
  ]),
  limit('answer', 'asked', ['answered'], 'county-office', { minutes: 20 }, [
    rung('county-office', 'substitute', 0),
  ]),
  limit('answer-province', 'asked', ['answered'], 'province-office', { minutes: 20 }, [
    rung('province-office', 'substitute', 0),
    rung('national-centre', 'holder', 10),
  ]),
  limit('comply', 'answered', ['complied'], 'principal', { minutes: 30 }, [
    rung('principal', 'substitute', 0),
  ]),
  limit('I-start', 'discovered', ['response-started'], 'principal', { minutes: 0, responseLevels: ['I'] }, [
    rung('principal', 'substitute', 0),
    rung('county-office', 'holder', 5),
    rung('province-office', 'holder', 15),
  ]),
  limit(
    'I-report',
    'discovered',
    ['confirmed-above'],
    'county-office',
    { minutes: 30, responseLevels: ['I'] },
    [rung('county-office', 'substitute', 0), rung('province-office', 'holder', 10)],
  ),
  limit('II', 'discovered', ['measure-taken'], 'principal', { minutes: 60, responseLevels: ['II'] }, [
    rung('principal', 'substitute', 0),
    rung('county-office', 'holder', 10),
  ]),
  limit('III', 'discovered', ['measure-taken'], 'principal', { minutes: 120, responseLevels: ['III'] }, [
    rung('principal', 'substitute', 0),
  ]),
  limit('IV', 'discovered', ['handled'], 'principal', { sameDay: true, responseLevels: ['IV'] }, [
    rung('principal', 'substitute', 0),
  ]),
]

const tier = (id: Tier) => ({ name: both(id), group: both(`${id} group`) })

export const plan: EffectivePlan = {
  hash: 'plan-hash',
  layers: [],
  tiers: {
    school: tier('school'),
    county: tier('county'),
    province: tier('province'),
    nation: tier('nation'),
  },
  desks: {
    school: 'principal',
    county: 'county-office',
    province: 'province-office',
    nation: 'national-centre',
  },
  clauses: {},
  posts: Object.fromEntries(posts.map((one) => [one.id, one])),
  teams: [],
  scales: {
    event: ([1, 2, 3] as const).map((level) => ({
      level,
      name: both(`${level}`),
      word: both(`${level}`),
      clause: `scale.${level}`,
    })),
    response: [],
  },
  rules: [
    ...(['impact.norms', 'impact.order', 'impact.data', 'impact.security'] as const).flatMap((name) => [
      rule('event', 2, name, 'slight'),
      rule('event', 3, name, 'serious'),
    ]),
    rule('response', 'II', 'interrupted', 'partly'),
    rule('response', 'I', 'interrupted', 'fully'),
    rule('response', 'I', 'publicOpinion', 'major'),
  ],
  proposals: [],
  doubts: [],
  alarms: [
    {
      id: 'hurt',
      when: {
        op: '>=',
        left: { op: 'fact', name: 'casualties.injured' },
        right: { op: 'value', value: 1 },
      },
      text: { zh: '有人受伤', en: 'Somebody is hurt' },
      call: '120',
      tell: ['security-captain'],
      clause: 's.1',
    },
  ],
  parallel: [],
  risks: [],
  groups: [],
  situations: Object.fromEntries(situations.map((one) => [one.id, one])),
  handling: [
    handling(1, 'school', 'county', 'without-example', 'school-report'),
    handling(2, 'county', 'province', 'without-example', 'county-report'),
    { ...handling(3, 'county', 'province', 'always', 'province-report'), proposedBy: 'county', evaluation },
  ],
  commanders: [
    { tier: 'school', posts: ['principal'], clause: 's.1' },
    { tier: 'county', posts: ['county-lead', 'county-office'], clause: 's.1' },
    { tier: 'province', posts: ['province-lead', 'province-office'], clause: 's.1' },
  ],
  jointDecisions: [
    {
      id: 'on-the-spot',
      name: both('on the spot'),
      posts: ['chief-invigilator', 'county-patrol'],
      when: is('impact.data', 'none'),
      basis: both('the rules of the test'),
      tell: ['county-office'],
      settles: false,
      clause: 'joint.b7',
    },
    {
      id: 'by-the-tips',
      name: both('by the tips'),
      posts: ['county-patrol', 'county-lead'],
      when: is('impact.data', 'none'),
      basis: both('the tips'),
      tell: ['province-office'],
      settles: true,
      clause: 'joint.b8',
    },
  ],
  orders: [],
  references: [
    { id: 'manual', name: both('the manual'), settles: true, clause: 's.1' },
    { id: 'tips', name: both('the tips'), settles: true, clause: 's.1' },
  ],
  opinion: { approvedBy: ['county-lead', 'province-lead'], clause: 's.1' },
  limits,
  graceMinutes: 5,
  dayEndsAt: '24:00',
  thresholds: {
    massAbsence: { perRoom: 6, clause: 'thresholds' },
    spread: { schools: 3, minutes: 30, clause: 'thresholds' },
    sameIncident: { minutes: 15, clause: 'thresholds' },
  },
  preparation: [],
  resources: [],
  forms: [
    form('situation-record', 'school'),
    form('school-report', 'school'),
    form('county-report', 'county'),
    form('province-report', 'province'),
  ],
  retention: { pupil: 30, person: 90, contact: 30, text: 365 },
}
