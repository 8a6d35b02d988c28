// Which posts must know of what happened to an incident (B5, B9, C4, E4): the line tier by tier, posts beside it at
// the same moment. Which posts belong together is told-posts.ts; telling is core/notice; delivering is no rule.

import type { Notice, NoticeKind, Recorded } from '../basics/stream.ts'
import { isAtOrAbove, type Tier, tierOf } from '../basics/tier.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import { type EventLevel, graverEvent, graverResponse, type ResponseLevel } from '../plan/grade-types.ts'
import type { IncidentEvent } from './events.ts'
import { carriersAt, skippedTiers } from './handling.ts'
import { findGrade, findPost } from './look-up.ts'
import type { Deed, Entry, Incident } from './state.ts'
import {
  alarmPosts,
  desksFor,
  desksOf,
  everyoneTold,
  firstConcerned,
  parallelPosts,
  reporterPost,
  responsePosts,
  whoDecidesWith,
} from './told-posts.ts'

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
    .filter(({ post, who, person }) => {
      const key = `${post}/${who}/${person ?? ''}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .map((notice) => (urgent ? { ...notice, urgent } : notice))
}

function toTell(recorded: Recorded<IncidentEvent>, state: Incident, plan: EffectivePlan): readonly Notice[] {
  // Whoever did it knows.
  const others = (notices: readonly Notice[]) => notices.filter(({ post }) => post !== recorded.by.postKind)
  switch (recorded.type) {
    case 'Reported':
      return tell('reported', firstConcerned(state, plan))
    case 'FactsStated':
      // Somebody who is hurt is news for whoever helps, whatever it does to the grade.
      return tell('reported', [
        ...alarmPosts(state, plan),
        ...parallelPosts(state, plan, recorded.data.stated),
      ])
    case 'Graded': {
      // Whoever wanted it lower hears that it was agreed to.
      const wanted = state.lowerings.find((one) => one.lowering === recorded.data.lowering)
      const graded = [
        ...ofGrade(recorded.version, recorded.data, state, plan),
        ...tell('regraded', postOf(wanted)),
      ]
      return recorded.data.origin === 'plan' ? graded : others(graded)
    }
    case 'LoweringProposed':
      return tell('agreement-wanted', [plan.desks[recorded.data.toTier]])
    case 'Asked':
    case 'RaisedTo':
    case 'OralReported':
    case 'SeriesReported':
      return others(upwards(recorded, state, plan))
    case 'Answered': {
      const { toTier } = recorded.data
      return tell('answered', [
        plan.desks[toTier],
        ...carriersAt(state, plan, toTier),
        ...reporterPost(state),
      ])
    }
    case 'TasksGiven':
      return recorded.data.tasks.map(({ post, person }) => ({
        post,
        who: 'holder',
        what: 'task',
        ...(person === undefined ? {} : { person }),
      }))
    case 'TaskDone':
      return others(tell('task-done', tasksGivers(recorded.data.task, state, plan)))
    case 'ResponseStarted':
    case 'ResponseChanged':
      return others(tell('response-started', responsePosts(state, plan)))
    case 'ResponseEnded':
      return others(tell('response-ended', responsePosts(state, plan)))
    case 'HoldStarted':
      return others(tell('held', everyoneTold(state, plan)))
    case 'HoldEnded':
      return others(tell('resumed', everyoneTold(state, plan)))
    case 'JointProposed':
      return others(together(recorded.data.decision, state, plan))
    case 'JointAgreed':
      // Those whose word is still missing were asked when it was proposed.
      return recorded.data.complete ? others(together(recorded.data.decision, state, plan)) : []
    case 'WordingDrafted':
      return others(tell('wording', plan.opinion?.approvedBy ?? []))
    case 'WordingApproved':
    case 'WordingRefused':
      return others(tell('wording', drafterPost(recorded.data.wording, state)))
    case 'LimitPassed': {
      const { tells, who, limit } = recorded.data
      return [{ post: tells, who, what: 'limit-missed', limit }]
    }
    case 'Reopened':
      // Reopened by the plan, the graver grade tells them.
      if (recorded.data.origin === 'plan') return []
      return others(
        tell('regraded', [
          ...desksOf(plan, [tierOf(state.unit)]),
          ...desksFor(findGrade(state)?.eventLevel, plan),
        ]),
      )
    case 'LoweringDeclined': {
      const wanted = state.lowerings.find((one) => one.lowering === recorded.data.lowering)
      return others(tell('declined', postOf(wanted)))
    }
    case 'JointDeclined': {
      const proposed = state.joint.find((one) => one.decision === recorded.data.decision)
      return others(tell('declined', (proposed?.agreed ?? []).flatMap(postOf)))
    }
    case 'Verified':
      // The reporter hears what became of his word.
      return others(tell('verified', reporterPost(state)))
    case 'Dismissed':
      return tell('closed', [...reporterPost(state), ...whoeverWasTold(state, plan)])
    case 'Closed':
      return tell('closed', whoeverWasTold(state, plan))
    default:
      return []
  }
}

function tell(what: NoticeKind, posts: readonly string[]): readonly Notice[] {
  return posts.map((post) => ({ post, who: 'holder', what }))
}

/**
 * What goes up, to the desk of the tier addressed. Raised by somebody's choice it is urgent; tiers that were passed over by a
 * question or by raising get their copy by themselves (B9), and whoever beside the line may decide it with that tier hears it too (B8).
 */
function upwards(
  {
    type,
    data,
    by,
  }: Recorded<Extract<IncidentEvent, { type: 'Asked' | 'RaisedTo' | 'OralReported' | 'SeriesReported' }>>,
  state: Incident,
  plan: EffectivePlan,
): readonly Notice[] {
  const to = (what: NoticeKind) => tell(what, [plan.desks[data.toTier]])
  const copies = (skipped: readonly Tier[]) => tell('copy', desksOf(plan, skipped))
  const beside = (what: NoticeKind) => tell(what, whoDecidesWith(plan, data.toTier, by.postKind))
  switch (type) {
    case 'Asked':
      return [...to('asked'), ...beside('asked'), ...copies(skippedTiers(state, data.toTier, data.fromTier))]
    case 'RaisedTo':
      return [
        ...[...to('raised'), ...beside('raised')].map((notice) => ({ ...notice, urgent: true })),
        ...copies(data.skipped),
      ]
    case 'OralReported':
      return to('oral')
    case 'SeriesReported':
      return to('series')
  }
}

/** Who made a task of an answer, and who had given the answer: both hear that it was done, and with what effect. */
function tasksGivers(id: string, state: Incident, plan: EffectivePlan): readonly string[] {
  const task = state.tasks.find((known) => known.task === id)
  const from = state.answers.find((given) => given.answer === task?.answer)?.fromTier
  return [
    ...(from === undefined ? [] : [plan.desks[from]]),
    ...(task?.by.postKind === undefined ? [] : [task.by.postKind]),
  ]
}

/** B7, B8: the other posts are asked to agree; once all have, they and those whom the plan names hear what was decided. */
function together(decision: string, state: Incident, plan: EffectivePlan): readonly Notice[] {
  const one = state.joint.find((known) => known.decision === decision)
  const kind = plan.jointDecisions.find((known) => known.id === one?.kind)
  if (!one || !kind) return []
  if (one.complete) return tell('decided-together', [...kind.posts, ...kind.tell])
  const agreed = one.agreed.map((deed) => deed.by.postKind)
  return tell(
    'agreement-wanted',
    kind.posts.filter((post) => !agreed.includes(post)),
  )
}

/** The post that somebody acted in; none for the plan. */
function postOf(deed: Deed | undefined): readonly string[] {
  return deed?.by.postKind === undefined ? [] : [deed.by.postKind]
}

/** E5: whoever drafted the wording. */
function drafterPost(id: string, state: Incident): readonly string[] {
  const drafts = state.opinions.flatMap((opinion) => opinion.wordings)
  return postOf(drafts.find((draft) => draft.wording === id))
}

/** Everybody who was told for what the incident is, and whoever was turned to on its way. */
function whoeverWasTold(state: Incident, plan: EffectivePlan): readonly string[] {
  return [
    ...firstConcerned(state, plan),
    ...desksFor(findGrade(state)?.eventLevel, plan),
    ...desksOf(
      plan,
      [...state.asks, ...state.raised].map((up) => up.toTier),
    ),
    ...state.passed.filter((passed) => passed.who === 'holder').map((passed) => passed.tells),
  ]
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
  return isGraver(grade, before) ? tell('regraded', [...desksOf(plan, [tierOf(state.unit)]), ...desks]) : []
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

/**
 * A confined incident is about people of the school: no post of the school is told, its reporter reads it on the
 * incident. An incident of a county or province has no school to tell.
 */
function mayBeTold(state: Incident, plan: EffectivePlan, post: string): boolean {
  const tier = findPost(plan, post)?.tier
  if (tier === undefined) return false
  return isAtOrAbove(tier, tierOf(state.unit)) && !(state.confined && tier === 'school')
}
