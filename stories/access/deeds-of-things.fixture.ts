// Every command a person may send of all that is no incident: notices, orders and what answers them, proposals of likeness, the
// handbook, editions of plans, and who is who. What only the plan gives is refused at the door and has no case here.

import { randomUUID } from 'node:crypto'
import { spreadId, twiceId } from '#core/alike/alike-ids.ts'
import { type Tier, tierOf } from '#core/basics/tier.ts'
import { editionsId } from '#core/edition/edition.ts'
import { handbookId } from '#core/handbook/handbook.ts'
import { noticeId } from '#core/notice/notice.ts'
import { receiptId } from '#core/receipt/receipt.ts'
import { postId } from '#core/who/post.ts'
import { unitId } from '#core/who/unit.ts'
import { CAMPAIGN, COUNTY, FOREIGN_SCHOOL, NEXT_SCHOOL, OTHER_COUNTY, SCHOOL } from '#server/house.fixture.ts'
import type { Deed } from './deed.fixture.ts'
import {
  FAR,
  firstWord,
  type Given,
  HOME,
  PLAIN,
  type Stage,
  type StreamName,
  taskFor,
} from './stage.fixture.ts'

const nothing = (): object => ({})
const reason = (): object => ({ reason: '有依据' })
/** The house of the tests seats nobody there: nobody has done anything that others could touch. */
const nobodyThere = (stage: Stage): boolean => stage.unit.startsWith(FAR[0])
const onlyOwn = ['own'] as const

// Notices: of whoever tries it where he was told himself, of somebody else of his unit otherwise.

function noticeDeed(type: 'MarkSeen' | 'Confirm'): Deed {
  const told = (stage: Stage): string => stage.doer ?? PLAIN[stage.tier]
  const unitOfPost = (stage: Stage, post: string): string => HOME[stage.plan.posts[post]?.tier ?? 'school']
  return {
    what: `notice/${type}`,
    once: true,
    whose: ['own', 'named'],
    given: (stage) => [firstWord(stage, {}), ...taskFor(stage, told(stage), stage.id('task'))],
    stream: (stage) => {
      const post = told(stage)
      return { kind: 'notice', id: noticeId(stage.incident.id, post, unitOfPost(stage, post)) }
    },
    data: nothing,
    without: (stage, post) =>
      stage.tier === 'nation' || (stage.doer === undefined && post === PLAIN[stage.tier]),
  }
}

// Orders lie at the unit that orders, receipts at the unit addressed.

const orderOf = (stage: Stage): StreamName => ({ kind: 'order', id: stage.id('order') })

function order(stage: Stage, unit: string, to: readonly string[]): object {
  return { unit, campaign: CAMPAIGN, plan: stage.plan.hash, kind: 'stop', to, words: '马上停下' }
}

/** Given by the office of `unit`, a county or a province. */
function ordered(stage: Stage, unit: string, to: readonly string[]): Given {
  const by = tierOf(unit) === 'county' ? 'county-office' : 'province-office'
  return { by, at: unit, stream: orderOf(stage), type: 'GiveOrder', data: order(stage, unit, to) }
}

const SCHOOLS_OF: Readonly<Record<string, string>> = { [OTHER_COUNTY]: FOREIGN_SCHOOL, [FAR[0]]: FAR[2] }

const orderDeeds: readonly Deed[] = [
  {
    what: 'order/GiveOrder',
    whose: ['below', 'beside', 'above'],
    given: () => [],
    stream: () => ({ kind: 'order', id: randomUUID() }),
    // Above: in the name of the unit above.
    data: (stage, _post, tier) =>
      stage.whose === 'above' ? order(stage, stage.unit, [SCHOOL]) : order(stage, HOME[tier], [stage.unit]),
  },
  {
    what: 'order/WithdrawOrder',
    once: true,
    lowest: 'county',
    given: (stage) => [ordered(stage, stage.unit, [SCHOOLS_OF[stage.unit] ?? SCHOOL])],
    stream: orderOf,
    data: reason,
    without: (stage) => stage.tier === 'nation' || stage.tier === 'school' || nobodyThere(stage),
  },
  ...(['Receive', 'CarryOut'] as const).map(
    (type): Deed => ({
      what: `receipt/${type}`,
      once: true,
      given: (stage) => [ordered(stage, aboveOf(stage.unit), [stage.unit])],
      stream: (stage) => ({ kind: 'receipt', id: receiptId(stage.id('order'), stage.unit) }),
      data: type === 'Receive' ? nothing : () => ({ effect: '已停下' }),
      without: (stage) => stage.tier === 'province' || stage.tier === 'nation' || nobodyThere(stage),
    }),
  ),
]

function aboveOf(unit: string): string {
  return unit.split('/').slice(0, -1).join('/')
}

// Likeness is noticed by the plan from reports, so each stage has a situation to itself.

function report(stage: Stage, unit: string, name: string): Given {
  const stream = { kind: 'incident', id: `99-${stage.id(name)}` } as const
  const { data } = firstWord({ ...stage, unit }, {})
  return { by: 'plan', stream, type: 'Report', data }
}

function spreadDeed(type: string, data: Deed['data']): Deed {
  const [one, other] = [SCHOOL, NEXT_SCHOOL]
  return {
    what: `spread/${type}`,
    once: true,
    lowest: 'county',
    given: (stage) =>
      stage.unit === COUNTY
        ? [report(stage, one, 'first'), report(stage, other, 'second')]
        : [report(stage, SCHOOLS_OF[stage.unit] ?? FAR[2], 'first')],
    stream: (stage) => ({ kind: 'spread', id: spreadId(CAMPAIGN, stage.unit, stage.scenario) }),
    data,
    without: (stage) => stage.tier !== 'county',
  }
}

function twiceDeed(type: string, more: object, before: (stage: Stage) => readonly Given[] = () => []): Deed {
  const pair = (stage: Stage): object => ({
    first: `99-${stage.id('first')}`,
    second: `99-${stage.id('second')}`,
  })
  const stream = (stage: Stage): StreamName => ({
    kind: 'twice',
    id: twiceId(CAMPAIGN, stage.unit, stage.scenario),
  })
  return {
    what: `twice/${type}`,
    once: true,
    given: (stage) => [
      report(stage, stage.unit, 'first'),
      report(stage, stage.unit, 'second'),
      ...before(stage),
    ],
    stream,
    data: (stage) => ({ ...pair(stage), ...more }),
    without: (stage) => stage.tier !== 'school',
  }
}

const joined = (stage: Stage): readonly Given[] =>
  stage.unit !== SCHOOL
    ? []
    : [
        {
          by: 'school-inspector',
          stream: { kind: 'twice', id: twiceId(CAMPAIGN, stage.unit, stage.scenario) },
          type: 'JoinTwice',
          data: { first: `99-${stage.id('first')}`, second: `99-${stage.id('second')}` },
        },
      ]

const alikeDeeds: readonly Deed[] = [
  spreadDeed('JoinSpread', (stage) => ({ incident: `99-${randomUUID()}`, plan: stage.plan.hash })),
  spreadDeed('DeclineSpread', reason),
  spreadDeed('PartSchool', (stage) => ({ incident: `99-${stage.id('first')}`, ...reason() })),
  twiceDeed('JoinTwice', {}),
  twiceDeed('RefuseTwice', reason()),
  twiceDeed('PartTwice', reason(), joined),
]

// Books: the year's handbook and the editions of a plan.

function examples(stage: Stage, example: string): object {
  const one = {
    document: 'manual',
    year: 2026,
    place: example.slice(0, 6),
    scenarios: ['other'],
    title: '示例',
  }
  return { unit: stage.unit, campaign: CAMPAIGN, examples: [{ example, ...one }] }
}

const bookOf = (stage: Stage): StreamName => ({ kind: 'handbook', id: handbookId(CAMPAIGN, stage.unit) })

/** By the office of the unit; there is no such book elsewhere. */
function entered(stage: Stage): readonly Given[] {
  const offices: Partial<Record<Tier, string>> = { county: 'county-office', province: 'province-office' }
  const by = offices[stage.tier]
  if (by === undefined || nobodyThere(stage)) return []
  const data = examples(stage, stage.id('example'))
  return [{ by, at: stage.unit, stream: bookOf(stage), type: 'EnterExamples', data }]
}

const bookDeeds: readonly Deed[] = [
  {
    what: 'handbook/EnterExamples',
    given: () => [],
    stream: bookOf,
    data: (stage) => examples(stage, randomUUID()),
  },
  {
    what: 'handbook/StrikeExample',
    once: true,
    given: entered,
    stream: bookOf,
    data: (stage) => ({ example: stage.id('example'), ...reason() }),
  },
  {
    what: 'edition/IssueEdition',
    given: () => [],
    stream: (stage) => ({ kind: 'edition', id: editionsId(CAMPAIGN, stage.unit) }),
    data: (stage) => ({
      unit: stage.unit,
      campaign: CAMPAIGN,
      layer: 'a'.repeat(64),
      version: randomUUID(),
      issuedOn: '2026-11-22',
      plans: [{ unit: stage.unit, plan: stage.plan.hash }],
      to: [],
    }),
    // No such layer was ever made ready: whoever may is told so.
    senses: ['plan.unknown', 'edition.outdated'],
  },
]

// Files are announced beside the door for commands.

function announced(incident: string): object {
  const hash = randomUUID().replaceAll('-', '').repeat(2)
  return { file: randomUUID(), incident, size: 4096, hash, kind: 'photo' }
}

const fileDeeds: readonly Deed[] = [
  {
    what: 'file/announce',
    whose: ['own', 'below', 'named', 'beside', 'above', 'confined'],
    given: (stage) => [
      firstWord(stage, {}),
      ...(stage.whose === 'named' && stage.doer !== undefined
        ? taskFor(stage, stage.doer, stage.id('names'))
        : []),
    ],
    stream: (stage) => stage.incident,
    data: (stage) => announced(stage.incident.id),
    senses: ['file.too-many'],
  },
  {
    what: 'file/announce before the report',
    whose: onlyOwn,
    given: () => [],
    stream: (stage) => stage.incident,
    data: () => announced(`99-${randomUUID()}`),
  },
]

// Who is who.

/** Another school of the county that the stage's school lies in. */
function newSchool(stage: Stage): { readonly path: string; readonly [more: string]: unknown } {
  const key = `9${stage.id('unit').replace(/\D/g, '').slice(0, 7)}`
  const name = { zh: '新学校', en: 'New school' }
  const path = `${aboveOf(stage.unit)}/${key}`
  return { path, tier: 'school', code: key, name, letters: `N-${key}`, order: 99 } as const
}

/** A seat for much later: it changes nothing of who sits where today. */
function seat(stage: Stage): object {
  const person = `99-${stage.unit.split('/').at(-1)}-${PLAIN[stage.tier]}-holder`
  const from = 8_000_000_000_000
  return {
    post: postId(plainPost(stage)),
    person,
    campaign: CAMPAIGN,
    unit: stage.unit,
    from,
    substitute: true,
  }
}

const whoDeeds: readonly Deed[] = [
  {
    what: 'unit/EstablishUnit',
    once: true,
    whose: ['below', 'beside'],
    given: () => [],
    stream: (stage) => ({ kind: 'unit', id: unitId(newSchool(stage).path) }),
    data: newSchool,
  },
  {
    what: 'unit/RenameUnit',
    given: () => [],
    stream: (stage) => ({ kind: 'unit', id: `99-unit-${stage.unit.split('/').at(-1)}` }),
    data: () => ({ name: { zh: `单位${randomUUID().slice(0, 4)}`, en: 'Unit' } }),
    without: nobodyThere,
  },
  {
    what: 'campaign/OpenCampaign',
    whose: onlyOwn,
    given: () => [],
    stream: () => ({ kind: 'campaign', id: `99-${randomUUID()}` }),
    data: () => ({
      kind: 'drill',
      year: 2026,
      name: { zh: '演练', en: 'Drill' },
      zoneMinutes: 480,
      sessions: [],
    }),
  },
  {
    what: 'campaign/JoinUnit',
    given: () => [],
    stream: () => ({ kind: 'campaign', id: CAMPAIGN }),
    data: (stage) => ({ unit: stage.unit, rooms: [] }),
  },
  {
    what: 'campaign/PutPlanInForce',
    given: () => [],
    stream: () => ({ kind: 'campaign', id: CAMPAIGN }),
    data: (stage) => ({ unit: stage.unit, plan: stage.plan.hash }),
  },
  {
    what: 'person/RegisterPerson',
    given: () => [],
    stream: () => ({ kind: 'person', id: `99-${randomUUID()}` }),
    data: (stage) => ({ unit: stage.unit, name: '张新人', phone: '199-0000-2000' }),
  },
  {
    what: 'post/EstablishPost',
    given: () => [],
    stream: (stage) => ({ kind: 'post', id: postId(plainPost(stage)) }),
    data: plainPost,
  },
  {
    what: 'assignment/Assign',
    given: () => [],
    stream: () => ({ kind: 'assignment', id: `99-${randomUUID()}` }),
    data: seat,
    without: nobodyThere,
  },
  {
    what: 'assignment/EndAssignment',
    once: true,
    given: (stage) => [{ by: 'plan', stream: assignmentOf(stage), type: 'Assign', data: seat(stage) }],
    stream: assignmentOf,
    data: () => ({ to: 8_000_000_000_001, reason: '换人' }),
    without: nobodyThere,
  },
]

function assignmentOf(stage: Stage): StreamName {
  return { kind: 'assignment', id: `99-${stage.id('assignment')}` }
}

/** The post of the unit that leads nothing: there already, so that establishing it is right and changes nothing. */
function plainPost(stage: Stage): { campaign: string; unit: string; kind: string; room?: string } {
  const kind = PLAIN[stage.tier]
  const room = stage.plan.posts[kind]?.perRoom === true ? { room: 'room-1' } : {}
  return { campaign: CAMPAIGN, unit: stage.unit, kind, ...room }
}

export const thingDeeds: readonly Deed[] = [
  noticeDeed('MarkSeen'),
  noticeDeed('Confirm'),
  ...orderDeeds,
  ...alikeDeeds,
  ...bookDeeds,
  ...fileDeeds,
  ...whoDeeds,
]
