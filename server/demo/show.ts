// What the demonstration has in hand when somebody opens it: an edition of the county's plan that most schools have read, an order
// that most have confirmed, a few entries of the handbook. All of it is invented and says so; all of it is made through the door.

import type { Actor } from '#core/access/actor.ts'
import { startOfDay } from '#core/basics/instant.ts'
import type { Refusal } from '#core/basics/refusal.ts'
import { editionsId, editionThing } from '#core/edition/edition.ts'
import { handbookId } from '#core/handbook/handbook.ts'
import { compile } from '#core/plan/compile.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Layer } from '#core/plan/layer.ts'
import { receiptId } from '#core/receipt/receipt.ts'
import type { StreamKind } from '#core/streams.ts'
import { postId } from '#core/who/post.ts'
import type { Act, Command } from '../act.ts'
import { contentHash, layersJoinedIn } from '../plan/load.ts'
import type { PlanShelf } from '../plan-shelf.ts'
import { COUNTY, UNITS } from './county.ts'
import { demoCampaignOf, seatsOf } from './set-up.ts'

interface DemoHouse {
  readonly act: Act
  readonly plans: PlanShelf
}

const SCHOOLS = UNITS.filter((unit) => unit.tier === 'school')
const JUNIOR = SCHOOLS.filter((unit) => unit.kind === 'junior')
/** The last ones of each list have not answered yet. */
const NOT_YET = { edition: 4, order: 2 }

const ORDER = '演示通知：请各初中考点再核对一遍备用电源、备用考场和值班电话，核对完确认收到。'

/** Invented, in words and pages; none is of a situation that a demonstration usually begins with. */
const EXAMPLES = [
  {
    document: 'manual',
    place: '演示 1',
    title: '（演示，非手册原文）学生机故障，换备用机继续作答',
    scenario: 'device-fault',
  },
  {
    document: 'manual',
    place: '演示 2',
    title: '（演示，非手册原文）抽中学生已转学，按名册顺序替换',
    scenario: 'pupil-not-enrolled',
  },
  { document: 'tips', place: '演示 3', title: '（演示，非原文）考点周边施工噪声', scenario: 'noise' },
] as const

/**
 * Makes what is missing; what stands already is left as it is.
 * @throws Error when a command is refused for any other reason: that is a mistake of ours
 */
export async function showDemo(house: DemoHouse, plan: EffectivePlan, now: number): Promise<void> {
  const campaign = demoCampaignOf(now)
  const seats = seatsOf(plan, campaign)
  const sits = (postKind: string, unit: string): Actor => {
    const seat = seats.find(
      ({ post, substitute }) => post.kind === postKind && post.unit === unit && !substitute,
    )
    const post = plan.posts[postKind]
    if (!seat || !post) throw new Error(`the demonstration has nobody on ${postKind} at ${unit}`)
    const { person } = seat
    return { person, post: postId(seat.post), postKind, role: post.role, tier: post.tier, unit, campaign }
  }
  const give = async (actor: Actor, kind: StreamKind, id: string, type: string, data: object) => {
    const command: Command = {
      id: `demo/show/${type}/${id}/${plan.hash.slice(0, 12)}`,
      stream: { kind, id },
      type,
      data,
      madeAt: startOfDay(now),
    }
    const answer = await house.act.act([command], actor)
    if ('accepted' in answer) return { version: answer.accepted[0]?.version ?? 0 }
    if (!STANDS_ALREADY.has(answer.refused.code))
      throw new Error(
        `the demonstration could not be set up: ${command.id} was refused (${answer.refused.code})`,
      )
    return { version: undefined }
  }
  const confirm = (thing: string, units: readonly { readonly path: string }[]) =>
    Promise.all(
      units.map(({ path }) =>
        give(sits('principal', path), 'receipt', receiptId(thing, path), 'Receive', {}),
      ),
    )

  const examples = EXAMPLES.map(({ scenario, ...one }, nth) => ({
    ...one,
    example: `00000000-0000-4000-8000-00000000000${nth}`,
    year: new Date(now).getUTCFullYear(),
    scenarios: [scenario],
  }))
  const desk = sits('county-office', COUNTY)
  await give(desk, 'handbook', handbookId(campaign, COUNTY), 'EnterExamples', {
    unit: COUNTY,
    campaign,
    examples,
  })

  const lead = sits('county-lead', COUNTY)
  const issued = await issueEdition(house, plan, campaign, (id, data) =>
    give(lead, 'edition', id, 'IssueEdition', data),
  )
  if (issued !== undefined) await confirm(issued.thing, SCHOOLS.slice(0, -NOT_YET.edition))

  // The day's own, in the shape of an id that a client makes: the same on every start.
  const order = `99-00000000-0000-4000-8000-0000${campaign.slice(-10).replace(/-/g, '')}`
  const to = JUNIOR.map(({ path }) => path)
  const inForce = issued?.plan ?? plan.hash
  const given = { unit: COUNTY, campaign, plan: inForce, kind: 'notice', to, words: ORDER }
  const { version } = await give(lead, 'order', order, 'GiveOrder', given)
  if (version !== undefined) await confirm(order, JUNIOR.slice(0, -NOT_YET.order))
}

/** Refusals that say that the demonstration of today has it already, perhaps under another version of the plan. */
const STANDS_ALREADY: ReadonlySet<Refusal['code']> = new Set<Refusal['code']>([
  'order.exists',
  'example.exists',
  'edition.exists',
  'edition.outdated',
  'command.reused',
])

/** Issues the county's layer with one clause more; undefined when nobody knows the plan's layers, or it was issued already. */
async function issueEdition(
  { plans }: DemoHouse,
  plan: EffectivePlan,
  campaign: string,
  give: (id: string, data: object) => Promise<{ readonly version: number | undefined }>,
): Promise<{ readonly thing: string; readonly plan: string } | undefined> {
  const came = layersJoinedIn(plan)
  const county = came.find((layer) => layer.kind === 'county')
  if (!county) return undefined
  const layer = revised(county, plan.hash, campaign.slice(-10))
  const others = came.filter((one) => one !== county)
  const result = compile([...others, layer], contentHash)
  if ('problems' in result) throw new Error("the demonstration's edition of the county plan is not sound")
  await plans.pin(result.plan, [...others, layer])
  const { version, issuedOn } = layer
  const id = editionsId(campaign, COUNTY)
  const answer = await give(id, {
    unit: COUNTY,
    campaign,
    layer: contentHash(layer),
    version,
    issuedOn,
    plans: [{ unit: COUNTY, plan: result.plan.hash }],
    to: SCHOOLS.map(({ path }) => path),
  })
  // Each event of the stream is an edition.
  return answer.version === undefined
    ? undefined
    : { thing: editionThing(id, answer.version), plan: result.plan.hash }
}

/** The same rules: whatever is tried in the demonstration goes by the plan that came with this program. */
function revised(county: Layer, hash: string, issuedOn: string): Layer {
  return {
    ...county,
    // A program that brings another plan along on the same day issues another edition.
    version: `${county.version}-demo.${hash.slice(0, 4)}`,
    issuedOn,
    clauses: [
      ...county.clauses,
      {
        id: 'county.demo.phones',
        source: { document: '演示内容', at: '无' },
        status: 'proposed',
        text: {
          zh: '演示条款：测试日开考前一小时，各考点试拨一次县级值班电话。',
          en: 'A clause for the demonstration: one hour before the test each school rings the county’s duty phone once.',
        },
      },
    ],
  }
}
