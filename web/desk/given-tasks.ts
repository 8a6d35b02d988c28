// Tasks as they are being written at the desk: rows that are kept with the draft, checked in words, and turned into what the
// door takes. Pure but for the ids of new rows, which come from the caller. Who may be given work is the plan's posts.

import { isAtOrAbove, TIERS, type Tier } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Post } from '#core/plan/layer.ts'

/** One row; an empty post or person is not chosen yet. */
export interface TaskDraft {
  readonly task: string
  readonly post: string
  readonly person: string
  readonly words: string
}

export interface TaskData {
  readonly task: string
  readonly post: string
  readonly person?: string
  readonly words: string
}

export function emptyTask(task: string): TaskDraft {
  return { task, post: '', person: '', words: '' }
}

/** Rows as they were kept; what cannot be read is nothing. */
export function readTasks(kept: string): readonly TaskDraft[] {
  if (kept === '') return []
  try {
    const found: unknown = JSON.parse(kept)
    return Array.isArray(found) ? found.filter(isTask) : []
  } catch {
    return []
  }
}

function isTask(value: unknown): value is TaskDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['task', 'post', 'person', 'words'].every(
      (name) => name in value && typeof (value as Record<string, unknown>)[name] === 'string',
    )
  )
}

/** What the first unfinished row still lacks, and which row it is, from 1. */
export function missingIn(
  tasks: readonly TaskDraft[],
): { readonly n: number; readonly what: 'post' | 'words' } | undefined {
  const at = tasks.findIndex((one) => one.post === '' || one.words.trim() === '')
  const task = tasks[at]
  return task && { n: at + 1, what: task.post === '' ? 'post' : 'words' }
}

export function taskData(tasks: readonly TaskDraft[]): readonly TaskData[] {
  return tasks.map(({ task, post, person, words }) => ({
    task,
    post,
    ...(person === '' ? {} : { person }),
    words: words.trim(),
  }))
}

/** B5: posts that somebody of `tier` may give work to: on the line from the incident's own tier up to his, the lowest first. */
export function postsBelow(
  plan: EffectivePlan,
  own: Tier,
  tier: Tier,
): readonly { readonly tier: Tier; readonly posts: readonly Post[] }[] {
  return TIERS.filter((one) => isAtOrAbove(tier, one) && isAtOrAbove(one, own))
    .map((one) => ({
      tier: one,
      posts: Object.values(plan.posts).filter(
        (post) => post.tier === one && post.role !== 'administrator' && post.role !== 'outside',
      ),
    }))
    .filter(({ posts }) => posts.length > 0)
}
