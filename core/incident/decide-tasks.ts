// An answer turned into work for named people, and that work coming back as done (B5).

import { type Refusal, refuse } from '../basics/refusal.ts'
import { type Doer, happened, nothingNew } from '../basics/stream.ts'
import { isAtOrAbove, tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { DoTask, GivenTask, GiveTasks } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import type { TasksGiven } from './events-line.ts'
import { findPost, findTier, isHead } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** Tasks made of an answer by the tier it was given to, or one above it. */
export function giveTasks(
  state: Incident,
  data: GiveTasks['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const given = state.answers.find((known) => known.answer === data.answer)
  if (!given) return refuse('answer.unknown', { field: 'answer' })
  const tier = findTier(by)
  if (tier === undefined || !isAtOrAbove(tier, given.toTier)) {
    return refuse('not-allowed', { whoCould: [plan.desks[given.toTier]] })
  }
  const known = data.tasks.every(({ task }) =>
    state.tasks.some((one) => one.task === task && one.answer === data.answer),
  )
  if (known) return nothingNew
  const tasks = tasksOf(state, plan, by, data.answer, data.tasks)
  return 'refused' in tasks ? tasks : happened<IncidentEvent>(tasks)
}

/**
 * The tasks as an event, or why one of them cannot be given: each to a post of the incident's line at or below the giver's tier,
 * with words and an id of its own.
 */
export function tasksOf(
  state: Incident,
  plan: EffectivePlan,
  by: Doer,
  answer: string,
  tasks: readonly GivenTask[],
): TasksGiven | { readonly refused: Refusal } {
  const tier = findTier(by)
  const own = tierOf(state.unit)
  const taken = new Set(state.tasks.map((known) => known.task))
  const words: Record<string, string> = {}
  for (const [nth, given] of tasks.entries()) {
    const post = findPost(plan, given.post)
    if (!post || !isAtOrAbove(post.tier, own)) return refuse('post.unknown', { field: `tasks.${nth}.post` })
    if (tier === undefined || !isAtOrAbove(tier, post.tier)) {
      return refuse('post.not-below', { field: `tasks.${nth}.post`, whoCould: [plan.desks[post.tier]] })
    }
    if (isBlank(given.words)) return refuse('text.missing', { field: `tasks.${nth}.words` })
    if (taken.has(given.task)) return refuse('task.exists', { field: `tasks.${nth}.task` })
    taken.add(given.task)
    words[given.task] = given.words
  }
  return {
    type: 'TasksGiven',
    data: { answer, tasks: tasks.map(({ words: _sealed, ...task }) => task) },
    private: { text: words },
  }
}

/** 回报: done, with its effect. By the post or the person it was given to, or by whoever answers for that post. */
export function doTask(
  state: Incident,
  data: DoTask['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const task = state.tasks.find((known) => known.task === data.task)
  if (!task) return refuse('task.unknown', { field: 'task' })
  if (task.done) return nothingNew
  if (isBlank(data.effect)) return refuse('text.missing', { field: 'effect' })
  const answering = findPost(plan, by.postKind)
  const post = findPost(plan, task.post)
  const inCharge =
    answering !== undefined &&
    post !== undefined &&
    isHead(answering) &&
    isAtOrAbove(answering.tier, post.tier)
  if (by.postKind !== task.post && by.person !== task.person && !inCharge) {
    return refuse('not-allowed', { whoCould: [task.post] })
  }
  return happened<IncidentEvent>({
    type: 'TaskDone',
    data: { task: task.task },
    ...said({ effect: data.effect }),
  })
}
