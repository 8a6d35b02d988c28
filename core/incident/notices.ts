// Which posts must know of what happened to an incident (B5, B9, C4, E4): the line tier by tier, posts beside it at
// the same moment. Posts only; persons are looked up when they are told. Telling is core/notice; delivering is no rule.

import type { Notice, NoticeKind, Recorded } from '../basics/stream.ts'
import { isAtOrAbove, tierOf } from '../basics/tier.ts'
import { alarmsOf } from '../plan/alarms.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import { type EventLevel, graverEvent, graverResponse, type ResponseLevel } from '../plan/grade-types.ts'
import type { IncidentEvent } from './events.ts'
import { endingTier, findGrade, findHandling, findPost } from './look-up.ts'
import type { Entry, Incident } from './state.ts'

/** Notices of `recorded`; `state` is the incident after it, or after later events of the same command. */
export function notices(
  recorded: Recorded<IncidentEvent>,
  state: Incident,
  plan: EffectivePlan,
): readonly Notice[] {
  const told = toTell(recorded, state, plan)
  const situation = findSituation(plan, state.scenario)
  const urgent = situation?.life === true || situation?.secrecy === true
  const seen = new Set<string>()
  return told
    .filter(({ post }) => mayBeTold(state, plan, post))
    .filter(({ post, who }) => {
      const key = `${post}/${who}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .map((notice) => (urgent ? { ...notice, urgent } : notice))
}

function toTell(recorded: Recorded<IncidentEvent>, state: Incident, plan: EffectivePlan): readonly Notice[] {
  switch (recorded.type) {
    case 'Reported':
      return tell('reported', firstConcerned(state, plan))
    case 'FactsStated':
      // Somebody who is hurt is news for whoever helps, whatever it does to the grade.
      return tell('reported', alarmPosts(state, plan))
    case 'Graded':
      // Whoever raised it knows.
      return ofGrade(recorded.version, recorded.data, state, plan).filter(
        ({ post }) => recorded.data.origin === 'plan' || post !== recorded.by.postKind,
      )
    case 'Asked':
      return tell('asked', [plan.desks[recorded.data.toTier]])
    case 'Answered':
      return tell('answered', [plan.desks[recorded.data.toTier], ...reporterPost(state)])
    case 'ResponseStarted':
      return tell(
        'response-started',
        [plan.desks.county, plan.desks.school, ...stepPosts(state, plan)].filter(
          (post) => post !== recorded.by.postKind,
        ),
      )
    case 'LimitPassed': {
      const { tells, who, limit } = recorded.data
      return [{ post: tells, who, what: 'limit-missed', limit }]
    }
    case 'Reopened':
      // Reopened by the plan, the graver grade tells them.
      if (recorded.data.origin === 'plan') return []
      return tell('regraded', [plan.desks.school, ...desksFor(findGrade(state)?.eventLevel, plan)]).filter(
        ({ post }) => post !== recorded.by.postKind,
      )
    case 'Closed':
      return tell('closed', [
        ...firstConcerned(state, plan),
        ...desksFor(findGrade(state)?.eventLevel, plan),
        ...state.asks.map((ask) => plan.desks[ask.toTier]),
        ...state.passed.filter((passed) => passed.who === 'holder').map((passed) => passed.tells),
      ])
    default:
      return []
  }
}

function tell(what: NoticeKind, posts: readonly string[]): readonly Notice[] {
  return posts.map((post) => ({ post, who: 'holder', what }))
}

/** Told with the first word: school and county desk, the responsible inspector, and whom the situation names. */
function firstConcerned(state: Incident, plan: EffectivePlan): readonly string[] {
  const inspectors = Object.values(plan.posts).filter((post) => post.role === 'school-inspector')
  const named = findSituation(plan, state.scenario)?.tell ?? []
  return [
    plan.desks.school,
    ...inspectors.map((post) => post.id),
    plan.desks.county,
    ...named.map((told) => told.post),
    ...alarmPosts(state, plan),
  ]
}

/** Posts that the plan's alarms call for, as far as is known now. */
function alarmPosts(state: Incident, plan: EffectivePlan): readonly string[] {
  return alarmsOf(plan, state.scenario, state.stated).flatMap((alarm) => alarm.tell)
}

/**
 * The first grade brings the desks of its level, which the first word could not know. A raised one tells every
 * desk it now concerns; a lowered one is read on the incident.
 */
function ofGrade(version: number, grade: Levels, state: Incident, plan: EffectivePlan): readonly Notice[] {
  const before = gradeBefore(version, state)
  const desks = desksFor(grade.eventLevel, plan)
  if (!before) {
    const already = firstConcerned(state, plan)
    return tell(
      'reported',
      desks.filter((desk) => !already.includes(desk)),
    )
  }
  return isGraver(grade, before) ? tell('regraded', [plan.desks.school, ...desks]) : []
}

interface Levels {
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
}

function isGraver(grade: Levels, before: Levels): boolean {
  return (
    graverEvent(grade.eventLevel, before.eventLevel) !== before.eventLevel ||
    graverResponse(grade.responseLevel, before.responseLevel) !== before.responseLevel
  )
}

/** The grade that was in force before version `version`, from the timeline: it knows the order. */
function gradeBefore(version: number, state: Incident): Levels | undefined {
  const lines = state.entries.filter((entry: Entry) => entry.kind === 'Graded' && entry.version < version)
  return lines.length === 0 ? undefined : state.grades[lines.length - 1]
}

/** Desks from the county up to the tier whose word the level needs in any case; never the nation's (E4). */
function desksFor(level: EventLevel | undefined, plan: EffectivePlan): readonly string[] {
  const highest = endingTier(findHandling(plan, level))
  return isAtOrAbove(highest, 'province') ? [plan.desks.county, plan.desks.province] : [plan.desks.county]
}

/** Posts of the school that the situation's steps name: they have to act. */
function stepPosts(state: Incident, plan: EffectivePlan): readonly string[] {
  return (findSituation(plan, state.scenario)?.steps ?? []).map((step) => step.post)
}

function reporterPost(state: Incident): readonly string[] {
  return state.reporter.postKind === undefined ? [] : [state.reporter.postKind]
}

/**
 * A confined incident is about people of the school: no post of the school is told, its reporter reads it on the
 * incident. An incident of a county or province has no school to tell.
 */
function mayBeTold(state: Incident, plan: EffectivePlan, post: string): boolean {
  const tier = findPost(plan, post)?.tier
  if (tier === undefined) return false
  return isAtOrAbove(tier, tierOf(state.unit)) && !(state.confined && tier === 'school')
}
