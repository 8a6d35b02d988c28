// From streams to the rows of lists, deadlines and concerns that are written with them. Pure: state in, rows out.
// What a row shows is core's business (core/incident/row.ts); which table it stands in is the store's.

import { isProposed, type SpreadState } from '#core/alike/spread.ts'
import type { TwiceState } from '#core/alike/twice.ts'
import { THE_PLAN } from '#core/basics/stream.ts'
import type { EditionState } from '#core/edition/edition.ts'
import type { HandbookState } from '#core/handbook/handbook.ts'
import { incidentRow } from '#core/incident/row.ts'
import type { Incident } from '#core/incident/state.ts'
import type { NoticeState } from '#core/notice/notice.ts'
import type { OrderState } from '#core/order/order.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import type { ReceiptState } from '#core/receipt/receipt.ts'
import { streams } from '#core/streams.ts'
import type { AssignmentState } from '#core/who/assignment.ts'
import type { CampaignState } from '#core/who/campaign.ts'
import type { PersonState } from '#core/who/person.ts'
import type { PostState } from '#core/who/post.ts'
import type { UnitState } from '#core/who/unit.ts'
import type { NewDeadline } from '../store/append.ts'
import type { ListRows } from '../store/list-rows.ts'
import type { StreamRef } from '../store/load.ts'
import type { Open } from './work.ts'

type Growing = { [Table in keyof ListRows]: ListRows[Table][number][] }

/** Everything that is derived from the changed streams. `planOf` gives the plan a stream is handled under. */
export function derive(
  changed: readonly Open[],
  planOf: (open: Open) => EffectivePlan,
  hashPhone: (phone: string) => Buffer,
): { lists: ListRows; timed: StreamRef[]; deadlines: NewDeadline[] } {
  const lists: Growing = {
    incidents: [],
    notices: [],
    concerns: [],
    units: [],
    campaigns: [],
    persons: [],
    posts: [],
    assignments: [],
    spreads: [],
    twices: [],
    orders: [],
    receipts: [],
    examples: [],
    editions: [],
  }
  const timed: StreamRef[] = []
  const deadlines: NewDeadline[] = []
  for (const open of changed) {
    addRows(lists, open, planOf, hashPhone)
    const { kind, id: stream, campaign } = open
    // What is new in this transaction has no deadlines yet that could have to go.
    if (open.storedVersion > 0) timed.push({ kind, stream })
    for (const { key, dueAt, command } of streams[kind].deadlines(open.state, planOf(open)))
      deadlines.push({ kind, stream, campaign, key, dueAt, command })
  }
  return { lists, timed, deadlines }
}

function addRows(
  lists: Growing,
  open: Open,
  planOf: (open: Open) => EffectivePlan,
  hashPhone: (phone: string) => Buffer,
): void {
  switch (open.kind) {
    case 'incident': {
      const incident = open.state as Incident
      const whole = incidentRow(incident, planOf(open))
      lists.incidents.push({
        ...whole,
        campaign: open.campaign,
        open: incident.status !== 'closed',
        reporter: incident.reporter.person,
        responseRank: RESPONSE_LEVELS.indexOf(whole.row.responseLevel),
      })
      if (open.storedVersion === 0 && incident.reporter.person !== THE_PLAN.person)
        lists.concerns.push({ person: incident.reporter.person, kind: 'incident', stream: open.id })
      return
    }
    case 'notice': {
      const notice = open.state as NoticeState
      if (!notice.thing || notice.postKind === undefined || notice.unit === undefined) return
      lists.notices.push({
        notice: open.id,
        thingKind: notice.thing.kind,
        thing: notice.thing.stream,
        postKind: notice.postKind,
        unit: notice.unit,
        row: notice,
      })
      for (const person of notice.persons) {
        lists.concerns.push({ person, kind: notice.thing.kind, stream: notice.thing.stream })
      }
      return
    }
    case 'unit': {
      const { unit } = open.state as UnitState
      if (unit) lists.units.push({ stream: open.id, unit })
      return
    }
    case 'campaign': {
      const state = open.state as CampaignState
      if (state.campaign) lists.campaigns.push({ campaign: open.id, kind: state.campaign.kind, state })
      return
    }
    case 'person': {
      const { unit, name, phone } = open.state as PersonState
      if (unit === undefined) return
      lists.persons.push({
        person: open.id,
        unit,
        name,
        phone,
        phoneHash: phone === undefined ? undefined : hashPhone(phone),
      })
      return
    }
    case 'post': {
      const { post } = open.state as PostState
      if (post) lists.posts.push({ post: open.id, data: post })
      return
    }
    case 'assignment': {
      const { assignment } = open.state as AssignmentState
      if (assignment) lists.assignments.push({ assignment: open.id, data: assignment })
      return
    }
    case 'spread': {
      const state = open.state as SpreadState
      const { field, proposedAt, joined, declined } = state
      if (!field || proposedAt === undefined) return
      const { county, scenario } = field
      const settledAt = isProposed(state) ? undefined : (joined ?? declined)?.at
      lists.spreads.push({
        stream: open.id,
        campaign: open.campaign,
        county,
        scenario,
        proposedAt,
        settledAt,
      })
      return
    }
    case 'twice': {
      const { field, pairs } = open.state as TwiceState
      if (!field || pairs.length === 0) return
      const { unit, scenario } = field
      lists.twices.push({ stream: open.id, campaign: open.campaign, unit, scenario, pairs })
      return
    }
    case 'order': {
      const { order, given } = open.state as OrderState
      if (!order || !given || open.storedVersion > 0) return
      const { unit, to, campaign } = order
      lists.orders.push({ stream: open.id, campaign, unit, to, givenAt: given.at })
      return
    }
    case 'receipt': {
      const receipt = open.state as ReceiptState
      if (!receipt.sent) return
      const { thing, campaign, unit } = receipt.sent
      const row = withoutText(receipt)
      lists.receipts.push({
        stream: open.id,
        thingKind: thing.kind,
        thing: thing.stream,
        campaign,
        unit,
        row,
      })
      return
    }
    case 'handbook': {
      const { unit, examples } = open.state as HandbookState
      if (unit === undefined) return
      for (const { example, document, year, place, scenarios, struck } of examples)
        lists.examples.push({
          handbook: open.id,
          example,
          campaign: open.campaign,
          unit,
          document,
          year,
          place,
          scenarios,
          struck: struck !== undefined,
        })
      return
    }
    case 'edition': {
      const { issued } = open.state as EditionState
      lists.editions.push({ stream: open.id, campaign: open.campaign, unit: open.place, issued })
      return
    }
  }
}

/** What the unit wrote stays in the ledger, where it is sealed. */
function withoutText({ carriedOut, ...receipt }: ReceiptState): ReceiptState {
  if (!carriedOut) return receipt
  const { effect: _effect, ...mark } = carriedOut
  return { ...receipt, carriedOut: mark }
}
