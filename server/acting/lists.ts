// From streams to the rows of lists, deadlines and concerns that are written with them. Pure: state in, rows out.
// What a row shows is core's business (core/incident/row.ts); which table it stands in is the store's.

import { incidentRow } from '#core/incident/row.ts'
import type { Incident } from '#core/incident/state.ts'
import type { NoticeState } from '#core/notice/notice.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import { streams } from '#core/streams.ts'
import type { AssignmentState } from '#core/who/assignment.ts'
import type { CampaignState } from '#core/who/campaign.ts'
import type { PersonState } from '#core/who/person.ts'
import type { PostState } from '#core/who/post.ts'
import type { UnitState } from '#core/who/unit.ts'
import type { ListRows, NewDeadline } from '../store/append.ts'
import type { StreamRef } from '../store/load.ts'
import type { Open } from './work.ts'

type Growing = { [Table in keyof ListRows]: ListRows[Table][number][] }

/** Everything that is derived from the changed streams. `planOf` gives the plan an incident is handled under. */
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
  }
  const timed: StreamRef[] = []
  const deadlines: NewDeadline[] = []
  for (const open of changed) {
    addRows(lists, open, planOf, hashPhone)
    if (open.kind !== 'incident') continue
    timed.push({ kind: open.kind, stream: open.id })
    for (const { key, dueAt, command } of streams[open.kind].deadlines(open.state, planOf(open))) {
      deadlines.push({ kind: open.kind, stream: open.id, campaign: open.campaign, key, dueAt, command })
    }
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
      if (open.storedVersion === 0)
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
  }
}
