// The smallest sound plan, for tests of core that must not depend on the plans people edit in plans/.
// Three layers: a nation with everything that is general, a county that grades events, a school that grades responses.

import { compile } from './compile.ts'
import type { EffectivePlan } from './effective.ts'
import type { Layer, Limit, SituationSource } from './layer.ts'

const both = (words: string) => ({ zh: words, en: words })

const clause = (id: string): Layer['clauses'][number] => ({
  id,
  source: { document: 'small plan', at: id },
  status: 'proposed',
  text: both(`clause ${id}`),
})

const post = (id: string, tier: Layer['kind'], role: NonNullable<Layer['posts']>[number]['role']) => ({
  id,
  tier,
  role,
  name: both(id),
  duties: [both(`duty of ${id}`)],
  clause: 'n.posts',
})

export const smallLimit: Limit = {
  id: 'acknowledge',
  clause: 'n.limit',
  name: both('acknowledge'),
  startsAt: 'reported',
  stoppedBy: ['acknowledged'],
  minutes: 10,
  owedBy: 'county-office',
  rungs: [
    { post: 'county-office', who: 'substitute', afterMinutes: 0 },
    { post: 'province-office', who: 'holder', afterMinutes: 5 },
  ],
}

export const smallSituation: SituationSource = {
  id: 'power-cut',
  events: [1],
  category: 'technical-failure',
  group: 'power',
  icon: 'bolt',
  name: both('power cut'),
  hint: both('lights out'),
  trigger: both('the supply fails'),
  response: { level: 'IV', clause: 's.small', because: both('a power cut is small') },
  defaults: { reach: 'room', interrupted: 'partly' },
  floors: [
    { scale: 'event', level: 2, when: 'copies >= 5', clause: 'c.many', because: both('{copies} copies') },
  ],
  questions: [
    {
      id: 'light',
      ask: both('is there light?'),
      answers: [
        { id: 'yes', label: both('yes'), facts: { interrupted: 'no' } },
        { id: 'no', label: both('no'), facts: { interrupted: 'fully' } },
      ],
    },
    { id: 'how-many', ask: both('how many?'), number: 'copies' },
  ],
  steps: [{ id: 'stay', text: both('stay seated'), post: 'principal', first: true }],
  tell: [{ post: 'province-office', clause: 'n.posts' }],
  resources: [both('torch')],
  recordedIn: ['record'],
  clause: 'n.catalogue',
}

/** A second one that stays at response level IV whatever the first becomes. */
export const quietSituation: SituationSource = {
  ...smallSituation,
  id: 'emotional-distress',
  category: 'implementation',
  defaults: {},
  floors: [],
  questions: [],
}

export const smallNation: Layer = {
  id: 'national',
  kind: 'nation',
  version: '1',
  title: both('nation'),
  issuer: both('nobody'),
  issuedOn: '2026-01-01',
  tiers: (['school', 'county', 'province', 'nation'] as const).map((id) => ({
    id,
    name: both(id),
    group: both(id),
  })),
  clauses: ['n.posts', 'n.limit', 'n.catalogue', 'n.forms', 'n.thresholds'].map(clause),
  posts: [
    post('principal', 'school', 'school-lead'),
    post('county-office', 'county', 'county-desk'),
    post('province-office', 'province', 'province-desk'),
    post('national-centre', 'nation', 'nation-desk'),
  ],
  desks: {
    school: 'principal',
    county: 'county-office',
    province: 'province-office',
    nation: 'national-centre',
  },
  groups: [{ id: 'power', name: both('power'), icon: 'bolt' }],
  situations: [smallSituation, quietSituation],
  limits: [smallLimit],
  graceMinutes: 5,
  thresholds: {
    massAbsence: { perRoom: 6, clause: 'n.thresholds' },
    spread: { schools: 3, minutes: 30, clause: 'n.thresholds' },
    sameIncident: { minutes: 15, clause: 'n.thresholds' },
  },
  forms: [{ id: 'record', name: both('record'), filedBy: 'school', fields: [], clause: 'n.forms' }],
  retention: { pupil: 30, person: 90, contact: 30, text: 365 },
}

const eventLevels = [1, 2, 3] as const
const responseLevels = ['I', 'II', 'III', 'IV'] as const

export const smallCounty: Layer = {
  id: 'county',
  kind: 'county',
  version: '2',
  title: both('county'),
  issuer: both('bureau'),
  issuedOn: '2026-02-02',
  clauses: ['c.level1', 'c.level2', 'c.level3', 'c.many', 'c.spread', 'c.handling', 's.small', 's.row'].map(
    clause,
  ),
  scales: {
    event: eventLevels.map((level) => ({
      level,
      name: both(`${level}`),
      word: both(`word ${level}`),
      clause: `c.level${level}`,
    })),
    response: responseLevels.map((level) => ({
      level,
      name: both(level),
      word: both(`word ${level}`),
      limit: both('soon'),
      clause: 's.row',
    })),
  },
  rules: [
    {
      scale: 'event',
      level: 2,
      when: 'impact.order != "none"',
      clause: 'c.level2',
      because: both('order: {impact.order}'),
    },
    {
      scale: 'event',
      level: 3,
      when: 'impact.order == "serious" || impact.data == "serious"',
      clause: 'c.level3',
      because: both('serious'),
    },
  ],
  proposals: [
    { when: 'schools >= 3', eventLevel: 3, clause: 'c.spread', because: both('{schools} schools') },
  ],
  handling: eventLevels.map((eventLevel) => ({
    eventLevel,
    handledBy: 'county' as const,
    asks: 'province' as const,
    agreement: 'without-example' as const,
    decidedBy: 'province' as const,
    carriedOutBy: ['principal'],
    handlerWords: both('the county'),
    recordedIn: ['record'],
    clause: 'c.handling',
  })),
}

export const smallSchool: Layer = {
  id: 'school',
  kind: 'school',
  version: '3',
  title: both('school'),
  issuer: both('school'),
  issuedOn: '2026-03-03',
  clauses: ['s.harm', 's.reach'].map(clause),
  rules: [
    {
      scale: 'response',
      level: 'I',
      when: 'interrupted == "fully"',
      clause: 's.harm',
      because: both('stopped'),
    },
    {
      scale: 'response',
      level: 'II',
      when: 'interrupted == "partly"',
      clause: 's.harm',
      because: both('part'),
    },
    { scale: 'response', level: 'III', when: 'absentInRoom >= 6', clause: 's.harm', because: both('absent') },
  ],
  doubts: [
    {
      responseLevels: ['IV'],
      fact: 'reach',
      when: 'reach in ["school", "schools", "county"]',
      clause: 's.reach',
      ask: both('really slight?'),
    },
  ],
}

export const smallLayers: readonly Layer[] = [smallNation, smallCounty, smallSchool]

/** A stand-in for the content hash: core has no SM3. */
export const lengthDigest = (value: unknown): string => `length-${JSON.stringify(value).length}`

/** The three layers compiled. */
export function smallPlan(): EffectivePlan {
  const result = compile(smallLayers, lengthDigest)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.plan
}
