// A new edition of a unit's own layer, tried out: read, checked together with the layers around it, compiled for the unit and for
// every unit below with a plan of its own. Nothing is kept. Pure apart from reading YAML; it runs in a thread (prepare-apart.ts).

import { TIERS, tierOf, type UnitPath } from '#core/basics/tier.ts'
import type { LayerHash } from '#core/edition/edition.ts'
import { type PlanChange, planChanges } from '#core/plan/changes.ts'
import { check } from '#core/plan/check.ts'
import { compile } from '#core/plan/compile.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { joinLayers } from '#core/plan/join.ts'
import type { Layer } from '#core/plan/layer.ts'
import { hasErrors, type Problem, type ProblemCode, problem } from '#core/plan/problem.ts'
import { postsThatChanged } from '#core/plan/role.ts'
import { contentHash } from './load.ts'
import { readWritten, type WrittenLayer } from './written-layer.ts'

/** Layers of one unit's plan in force, by hash; the new one takes the place of the one of its kind. */
export interface Stack {
  readonly unit: UnitPath
  readonly layers: readonly LayerHash[]
}

export interface ToPrepare {
  readonly unit: UnitPath
  readonly source: string
  readonly layers: Readonly<Record<LayerHash, Layer>>
  /** The unit's own first, then those of units below with a plan of their own. */
  readonly stacks: readonly Stack[]
  readonly inForce: EffectivePlan
  /** Versions of this unit that were issued already. */
  readonly issued: readonly string[]
}

export interface Prepared {
  readonly problems: readonly Problem[]
  readonly changes: readonly PlanChange[]
  /** Absent when something stands in the way. */
  readonly sound?: {
    readonly hash: LayerHash
    readonly layer: Layer
    readonly plans: readonly {
      readonly unit: UnitPath
      readonly plan: EffectivePlan
      readonly layers: readonly LayerHash[]
    }[]
  }
}

/** Somebody mends one after the other; ten thousand of them help nobody. */
const MOST_PROBLEMS = 200

/** How the text is named in problems as long as it does not say its own id. */
const UNNAMED = 'plan'

/** Tries `source` out. Every problem at once, each with its line where it stands in the text. */
export function prepare(work: ToPrepare): Prepared {
  const written = readWritten(UNNAMED, work.source)
  if ('problems' in written) return { problems: written.problems.slice(0, MOST_PROBLEMS), changes: [] }
  const { layer } = written
  const own = formalProblems(work, layer)
  const problems: Problem[] = [...own]
  const plans: { unit: UnitPath; plan: EffectivePlan; layers: LayerHash[] }[] = []
  const hash = contentHash(layer)
  // A layer of another tier's kind would be judged in a place that is not its own.
  for (const stack of own.some((one) => one.path === 'kind') ? [] : work.stacks) {
    const others = stack.layers.filter((one) => work.layers[one]?.kind !== layer.kind)
    const layers = [...others.flatMap((one) => work.layers[one] ?? []), layer]
    const isOwn = stack.unit === work.unit
    const inForce = stack.layers.flatMap((one) => work.layers[one] ?? [])
    const found = [...check(layers), ...changedPosts(layer.id, inForce, layers)]
    // What only warns a unit below is for that unit to read.
    problems.push(
      ...(isOwn
        ? found
        : found.filter((one) => one.severity === 'error').map((one) => ({ ...one, unit: stack.unit }))),
    )
    if (hasErrors(found)) continue
    const result = compile(layers, contentHash)
    if ('plan' in result) plans.push({ unit: stack.unit, plan: result.plan, layers: [...others, hash] })
  }
  const placed = gravestFirst(once(problems))
    .slice(0, MOST_PROBLEMS)
    .map((one) => withSpot(one, written))
  const mine = plans.find((one) => one.unit === work.unit)?.plan
  const changes = mine ? planChanges(work.inForce, mine) : []
  return hasErrors(placed)
    ? { problems: placed, changes }
    : { problems: placed, changes, sound: { hash, layer, plans } }
}

/** What an issued layer must say of itself besides what any layer must: whose it is, a new version, no earlier date. */
function formalProblems({ unit, inForce, issued }: ToPrepare, layer: Layer): Problem[] {
  const wrong = (path: string, code: ProblemCode, zh: string, en: string): Problem =>
    problem(layer.id, path, code, { zh, en })
  const kind = tierOf(unit)
  const before = inForce.layers.find((one) => one.kind === kind)
  const found: Problem[] = []
  if (layer.kind !== kind)
    found.push(
      wrong(
        'kind',
        'layers-wrong',
        `本级只能印发本级的预案，请写“${kind}”`,
        `this unit issues the plan of its own tier only; write ${kind}`,
      ),
    )
  if (layer.version === before?.version || issued.includes(layer.version))
    found.push(
      wrong(
        'version',
        'version-known',
        `版本“${layer.version}”已经印发过，请换一个新的版本号`,
        `version ${layer.version} has been issued already; give this one a new version`,
      ),
    )
  if (before && layer.issuedOn < before.issuedOn)
    found.push(
      wrong(
        'issuedOn',
        'date-earlier',
        `印发日期早于现行版本（${before.issuedOn}），请改成不早于它的日期`,
        `the date of issue lies before that of the version in force (${before.issuedOn}); write that day or a later one`,
      ),
    )
  if (
    TIERS.some(
      (tier) => tier !== kind && inForce.layers.some((one) => one.kind === tier && one.id === layer.id),
    )
  )
    found.push(
      wrong(
        'id',
        'id-twice',
        '这个编号是另一级预案的，请换一个',
        'another tier’s plan has this id; choose another',
      ),
    )
  return found
}

/** People hold the posts of the plan in force already: an edition may drop a post or add one, not make another of it. */
function changedPosts(id: string, inForce: readonly Layer[], next: readonly Layer[]): readonly Problem[] {
  const before = joinLayers(inForce).posts
  return postsThatChanged(before.values(), joinLayers(next).posts.values()).map((post) => {
    const { tier, role } = before.get(post.id) ?? post
    return problem(id, `posts[${post.id}]`, 'post-changed', {
      zh: `现行预案里这个岗位属于 ${tier}、权限 ${role}，已有人在岗，不能改；请另设一个岗位`,
      en: `in the plan in force this post is at ${tier} with role ${role} and people hold it; add another post instead`,
    })
  })
}

function gravestFirst(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'),
  )
}

/** The same fault found again under another unit is said once. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, Problem>()
  for (const one of problems) {
    const key = `${one.layer} ${one.path} ${one.code} ${one.message.en}`
    if (!seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()]
}

function withSpot(one: Problem, { layer, findSpot }: WrittenLayer): Problem {
  const spot = one.layer === layer.id ? findSpot(one.path) : undefined
  return spot ? { ...one, ...spot } : one
}
