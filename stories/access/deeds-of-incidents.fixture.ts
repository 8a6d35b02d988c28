// Every command of an incident that a person may send, in each case that authority tells apart.

import { randomUUID } from 'node:crypto'
import type { RefusalCode } from '#core/basics/refusal.ts'
import { isAtOrAbove, tierAbove } from '#core/basics/tier.ts'
import { findSituation } from '#core/plan/effective.ts'
import type { Deed } from './deed.fixture.ts'
import {
  ANSWERER,
  answersToAll,
  firstWord,
  type Given,
  HEAD,
  isHome,
  onIncident,
  PLAIN,
  type Stage,
  taskFor,
} from './stage.fixture.ts'

/** Facts that make the event level, the situations of the test being of level 1 by themselves. */
const LEVELS = { 1: {}, 2: { 'impact.order': 'slight' }, 3: { 'impact.norms': 'serious' } } as const
/** A response level that can be lowered, at event level 1. */
const LOUD = { publicOpinion: 'major' }
/** Still owed; whoever may close is told of it. */
const OWED: readonly RefusalCode[] = [
  'incident.not-confirmed',
  'incident.not-asked',
  'incident.open-steps',
  'incident.not-handled',
]

/** What is said of the incident first, and what is done on it before the deed. */
type More = Partial<Pick<Deed, 'without' | 'senses' | 'once' | 'scenario'>> & {
  readonly level?: keyof typeof LEVELS
  readonly stated?: object
  /** After the first word; only where people of the house can act. */
  readonly before?: (stage: Stage) => readonly Given[]
}

function deed(what: string, data: Deed['data'], { level = 1, stated, before, ...more }: More = {}): Deed {
  return {
    what: `incident/${what}`,
    whose: ['own', 'below', 'named', 'beside', 'above', 'confined'],
    given: (stage) => [
      firstWord(stage, stated ?? LEVELS[level]),
      ...(stage.whose === 'named' && stage.doer !== undefined
        ? taskFor(stage, stage.doer, stage.id('names'))
        : []),
      ...(before && isHome(stage.unit) && stage.whose !== 'confined' ? before(stage) : []),
    ],
    stream: (stage) => stage.incident,
    data,
    ...more,
  }
}

const nothing = (): object => ({})
const reason = (): object => ({ reason: '有依据' })
/** A province's word is one at every level; where somebody has a task still, nothing can be dealt with. */
const handled = (stage: Stage): readonly Given[] =>
  stage.tier === 'nation' || stage.whose === 'named'
    ? []
    : [onIncident(stage, 'province-lead', 'Handle', { outcome: '已恢复' })]
const response = (level: string) => ({ responseLevel: level, expectedMinutes: 60, measures: '疏散' })
const firstStep = (stage: Stage): string => findSituation(stage.plan, stage.scenario)?.steps[0]?.id ?? 'none'
const ownStep = (stage: Stage, post: string): string | undefined =>
  findSituation(stage.plan, stage.scenario)?.steps.find((step) => step.post === post)?.id
const ticked = (stage: Stage): readonly Given[] => {
  const by = { school: 'chief-invigilator', county: 'county-office', province: undefined, nation: undefined }[
    stage.tier
  ]
  return by === undefined ? [] : [onIncident(stage, by, 'DoStep', { step: firstStep(stage) })]
}
const started = (stage: Stage): readonly Given[] =>
  stage.tier === 'nation'
    ? []
    : [onIncident(stage, HEAD[stage.tier], 'StartResponse', { expectedMinutes: 30, measures: '疏散' })]

/** A lowering that somebody without the word for it proposed. */
function proposed(stage: Stage): readonly Given[] {
  const by = { school: 'principal', county: 'county-patrol', province: 'province-patrol', nation: undefined }[
    stage.tier
  ]
  const levels = { eventLevel: 1, responseLevel: 'IV' }
  return by === undefined
    ? []
    : [onIncident(stage, by, 'Regrade', { ...levels, reason: '查明了', lowering: stage.id('lowering') })]
}

const nothingAboveProvince = (stage: Stage): boolean => stage.tier === 'nation'

function loweringDeeds(verb: 'Agree' | 'Decline'): readonly Deed[] {
  const data = (stage: Stage): object => ({ lowering: stage.id('lowering'), reason: '同意意见' })
  const more = { before: proposed, without: nothingAboveProvince, once: true }
  return [
    deed(`${verb}Lowering at the county`, data, { ...more, stated: LOUD }),
    deed(`${verb}Lowering at the province`, data, { ...more, level: 2 }),
  ]
}

/** B7, B8: proposed by the other post of the two, at a school. */
function jointDeeds(kind: string, one: string, other: string): readonly Deed[] {
  const notAtSchool = (stage: Stage): boolean => stage.tier !== 'school'
  const before = (stage: Stage): readonly Given[] =>
    stage.tier !== 'school'
      ? []
      : [
          onIncident(stage, stage.doer === one ? other : one, 'ProposeJoint', {
            decision: stage.id('decision'),
            kind,
            words: '商定',
          }),
        ]
  const known = (stage: Stage): object => ({ decision: stage.id('decision') })
  return [
    deed(`ProposeJoint ${kind}`, () => ({ decision: randomUUID(), kind, words: '商定' }), {
      without: notAtSchool,
    }),
    deed(`AgreeJoint ${kind}`, known, { before, without: notAtSchool, once: true }),
    deed(`DeclineJoint ${kind}`, (stage) => ({ ...known(stage), ...reason() }), {
      before,
      without: notAtSchool,
      once: true,
    }),
  ]
}

const writeDown = (form: string): Deed => deed(`WriteDown of ${form}`, () => ({ form }))

const seen = (stage: Stage): Given =>
  onIncident(stage, PLAIN[stage.tier], 'SeeOpinion', {
    opinion: stage.id('opinion'),
    where: '短视频',
    spread: 'single',
    seenAt: stage.now,
  })
/** By somebody who approves none himself. */
const drafted = (stage: Stage): Given =>
  onIncident(stage, 'province-office', 'DraftWording', {
    opinion: stage.id('opinion'),
    wording: stage.id('wording'),
    words: '情况属实，正在处理',
  })
const worded = (stage: Stage): readonly Given[] =>
  stage.tier === 'nation' ? [] : [seen(stage), drafted(stage)]
const approved = (stage: Stage): readonly Given[] =>
  stage.tier === 'nation'
    ? []
    : [onIncident(stage, HEAD[stage.tier], 'ApproveWording', { wording: stage.id('wording') })]

const message = (stage: Stage, by: string): readonly Given[] => [
  onIncident(stage, by, 'SendMessage', { words: '写错了' }),
]
const strike: Deed['data'] = (stage) => ({ entry: stage.version, reason: '写错了' })

/** The task of the post that tries it; where many are refused, of a post that leads nothing. */
const ownTask = (stage: Stage): readonly Given[] =>
  taskFor(stage, stage.doer ?? PLAIN[stage.tier], stage.id('task'))
const taskData: Deed['data'] = (stage) => ({ task: stage.id('task'), effect: '做好了' })
const plainTask = (stage: Stage): readonly Given[] => taskFor(stage, PLAIN[stage.tier], stage.id('task'))
const isPlain = (stage: Stage, post: string): boolean => stage.tier === 'nation' || post === PLAIN[stage.tier]

const file = (): object => ({
  file: randomUUID(),
  hash: randomUUID().replaceAll('-', '').repeat(2),
  size: 4096,
  kind: 'photo',
})

const held = (stage: Stage): readonly Given[] => {
  const by = ANSWERER[stage.tier]
  if (by === undefined) return []
  return [
    onIncident(stage, HEAD[stage.tier], 'StartHold', { hold: stage.id('hold'), reason: '缺页' }),
    onIncident(stage, by, 'Answer', { answer: stage.id('answer'), instruction: '换卷后继续' }),
  ]
}

/** A tier above the incident and above whoever turns to it, as far as there is one. */
const tierToRaiseTo: Deed['data'] = (stage, post, tier) => {
  const beside = stage.plan.posts[post]?.beside === true
  const above = tierAbove(beside ? stage.tier : tier) ?? 'nation'
  return { tier: beside && isAtOrAbove('province', above) ? 'province' : above, words: '请指示' }
}

export const incidentDeeds: readonly Deed[] = [
  {
    what: 'incident/Report',
    given: () => [],
    stream: () => ({ kind: 'incident', id: `99-${randomUUID()}` }),
    data: (stage) => firstWord(stage, {}).data,
  },
  deed('StateFacts', () => ({ stated: {}, words: '又问了一遍' })),
  deed('Regrade', () => ({ eventLevel: 3, responseLevel: 'I', reason: '更严重' })),
  ...loweringDeeds('Agree'),
  ...loweringDeeds('Decline'),
  deed('StartResponse', () => ({ expectedMinutes: 30, measures: '疏散' }), { senses: ['response.started'] }),
  deed('ChangeResponse', () => ({ ...response('II'), ...reason() }), {
    before: started,
    senses: ['response.not-started'],
  }),
  deed('EndResponse', reason, { before: started, senses: ['response.not-started'] }),
  deed('TakeMeasure', () => ({ measure: '先疏散' })),
  deed('StateExample', () => ({ listed: true, reference: '第3条' })),
  deed('Ask', () => ({ ask: randomUUID(), question: '怎么办', proposal: '换卷' }), {
    senses: ['ask.exists'],
  }),
  deed('Answer', () => ({ answer: randomUUID(), instruction: '照此办理' })),
  deed(
    'Comply',
    (stage, _post, tier) => ({ answer: stage.id(`answer to ${tier === 'nation' ? 'province' : tier}`) }),
    { before: answersToAll, without: nothingAboveProvince, once: true },
  ),
  deed(
    'Comply of another tier',
    (stage, _post, tier) => ({
      answer: stage.id(`answer to ${tier === stage.tier ? (tierAbove(tier) ?? tier) : stage.tier}`),
    }),
    {
      before: answersToAll,
      without: (stage, post) =>
        stage.tier === 'nation' || (stage.plan.posts[post]?.tier === 'province' && stage.tier === 'province'),
    },
  ),
  ...([1, 2, 3] as const).map((level) =>
    deed(`Handle at level ${level}`, () => ({ outcome: '已恢复' }), { level }),
  ),
  ...([1, 2, 3] as const).map((level) => deed(`Close at level ${level}`, nothing, { level, senses: OWED })),
  deed('Reopen', reason, { before: handled }),
  deed(
    'Evaluate',
    ({ plan }) => {
      const points = plan.handling.flatMap((row) => row.evaluation?.points ?? [])
      return { points: Object.fromEntries(points.map(({ id }) => [id, '已查明'])) }
    },
    { level: 3, before: handled },
  ),
  deed('Acknowledge', nothing),
  deed('ReportOn', () => ({ report: randomUUID(), kind: 'follow-up', words: '还在处理' })),
  deed(
    'GiveTasks',
    (stage, _post, tier) => ({
      answer: stage.id(`answer to ${tier === 'nation' ? 'province' : tier}`),
      tasks: [{ task: randomUUID(), post: PLAIN[stage.tier], words: '去做' }],
    }),
    { before: answersToAll, without: nothingAboveProvince },
  ),
  deed('DoTask of the post', taskData, { before: ownTask, without: nothingAboveProvince, once: true }),
  deed('DoTask of another', taskData, { before: plainTask, without: isPlain, once: true }),
  deed('Verify', () => ({ verdict: 'verified' })),
  deed('Dismiss', reason, { once: true }),
  deed('Dismiss when refuted', reason, {
    once: true,
    before: (stage) =>
      stage.tier === 'nation'
        ? []
        : [
            onIncident(stage, stage.tier === 'province' ? 'province-office' : 'county-office', 'Verify', {
              verdict: 'refuted',
            }),
          ],
    without: nothingAboveProvince,
  }),
  ...['situation-record', 'school-report', 'county-report', 'province-report'].map(writeDown),
  ...jointDeeds('on-the-spot', 'chief-invigilator', 'county-patrol'),
  ...jointDeeds('beyond-the-room', 'province-patrol', 'county-lead'),
  deed('RaiseTo', tierToRaiseTo, { without: nothingAboveProvince }),
  deed('LogOral', (stage) => ({
    oral: randomUUID(),
    from: '值班员',
    to: '省办公室',
    toTier: 'province',
    saidAt: stage.now,
    words: '电话说过了',
  })),
  deed('StartHold', () => ({ hold: randomUUID(), reason: '缺页' }), { senses: ['hold.exists'] }),
  deed('EndHold', (stage) => ({ hold: stage.id('hold') }), {
    before: held,
    without: nothingAboveProvince,
    once: true,
  }),
  // Whoever goes round has steps of his own only where the plan gives him some.
  deed('DoStep', (stage, post) => ({ step: ownStep(stage, post) ?? firstStep(stage) }), {
    scenario: 'mass-absence',
  }),
  deed('ReopenStep', (stage) => ({ step: firstStep(stage), ...reason() }), {
    before: ticked,
    senses: ['step.not-done'],
  }),
  deed('SkipSteps', (stage) => ({ steps: [firstStep(stage)], ...reason() })),
  deed('ConfirmReport', nothing),
  deed('SendMessage', () => ({ words: '知道了' })),
  deed('Attach', file, { senses: ['file.too-many'] }),
  deed('StrikeEntry of the author', strike, {
    once: true,
    before: (stage) => message(stage, stage.doer ?? PLAIN[stage.tier]),
  }),
  deed('StrikeEntry of another', strike, {
    once: true,
    before: (stage) => message(stage, PLAIN[stage.tier]),
    without: (stage, post) => post === PLAIN[stage.tier],
  }),
  deed('SeeOpinion', (stage) => ({
    opinion: randomUUID(),
    where: '短视频',
    spread: 'single',
    seenAt: stage.now,
  })),
  deed('FollowOpinion', (stage) => ({ opinion: stage.id('opinion'), spread: 'single', words: '没有扩散' }), {
    before: (stage) => [seen(stage)],
  }),
  deed('JudgeOpinion', (stage) => ({ opinion: stage.id('opinion'), verdict: 'refuted' }), {
    before: (stage) => [seen(stage)],
  }),
  deed(
    'DraftWording',
    (stage) => ({ opinion: stage.id('opinion'), wording: randomUUID(), words: '正在核实' }),
    {
      before: (stage) => [seen(stage)],
    },
  ),
  deed('ApproveWording', (stage) => ({ wording: stage.id('wording') }), {
    once: true,
    before: worded,
    without: nothingAboveProvince,
  }),
  deed('RefuseWording', (stage) => ({ wording: stage.id('wording'), ...reason() }), {
    once: true,
    before: worded,
    without: nothingAboveProvince,
  }),
  deed(
    'PublishWording',
    (stage) => ({ wording: stage.id('wording'), where: '公众号', publishedAt: stage.now }),
    {
      once: true,
      before: (stage) => [...worded(stage), ...approved(stage)],
      without: nothingAboveProvince,
    },
  ),
]
