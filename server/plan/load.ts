// The plans that Huce brings along, and any other from a path: from YAML to layers, from layers to the effective plan.
// The only one who knows where plans/ lies. Meaning and checks are core/plan's.

import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import canonicalize from 'canonicalize'
import { check } from '#core/plan/check.ts'
import { compile } from '#core/plan/compile.ts'
import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import type { Layer } from '#core/plan/layer.ts'
import type { Problem } from '#core/plan/problem.ts'
import { readLayer } from './read-layer.ts'

const PLANS = join(import.meta.dirname, '..', '..', 'plans')

/** Folders of the layers that come with Huce, from the nation down. */
const BUILT_IN = ['national', 'county', 'school'] as const
const KIND_OF = { national: 'nation', county: 'county', school: 'school' } as const

/** The two plans that Huce brings along, as a person names them. */
export const PLAN_NAMES = ['county', 'school'] as const

/** A plan that came with this program is faulty: nothing can be graded by it, so the start stops here. */
export class FaultyBuiltInPlan extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map((one) => `${one.layer} ${one.path}: ${one.message.en}`).join('\n'))
    this.name = 'FaultyBuiltInPlan'
    this.problems = problems
  }
}

/** Reads one layer: a folder with plan.yaml and parts/, or one YAML file; every problem of its shape otherwise. */
export function loadLayer(path: string): Layer | Problem[] {
  return readLayer(path)
}

let layersRead: readonly Layer[] | undefined

/** The built-in layers: nation, county, school. Read once. Throws FaultyBuiltInPlan. */
export function builtInLayers(): readonly Layer[] {
  layersRead ??= BUILT_IN.map((folder) => {
    const layer = loadLayer(join(PLANS, folder))
    if (Array.isArray(layer)) throw new FaultyBuiltInPlan(layer)
    return layer
  })
  return layersRead
}

let compiled: EffectivePlan | undefined

/** The effective plan of the built-in layers. Compiled once. Throws FaultyBuiltInPlan. */
export function builtInPlan(): EffectivePlan {
  compiled ??= planOf(builtInLayers())
  return compiled
}

/**
 * The effective plan of the layers in these folders, from the nation down: other regions' plans, for trying them out
 * (G3). A path is taken as it is, or as a folder of the plans that come with Huce. Throws FaultyBuiltInPlan.
 */
export function planFrom(folders: readonly string[]): EffectivePlan {
  const layers = folders.map((folder) => loadLayer(resolve(PLANS, folder)))
  const faults = layers.flatMap((layer) => (Array.isArray(layer) ? layer : []))
  if (faults.length > 0) throw new FaultyBuiltInPlan(faults)
  return planOf(layers.flatMap((layer) => (Array.isArray(layer) ? [] : [layer])))
}

/** A plan does not carry its layers; whoever wants to keep them beside it finds them here. */
const joinedFrom = new WeakMap<EffectivePlan, readonly Layer[]>()

/** The effective plan of `layers`, which must be sound. Throws FaultyBuiltInPlan. */
function planOf(layers: readonly Layer[]): EffectivePlan {
  const result = compile(layers, contentHash)
  if ('problems' in result) throw new FaultyBuiltInPlan(result.problems)
  joinedFrom.set(result.plan, layers)
  return result.plan
}

/** The layers that a plan was joined from when it was made here; none of one that was made elsewhere. */
export function layersJoinedIn(plan: EffectivePlan): readonly Layer[] {
  return joinedFrom.get(plan) ?? []
}

/** SM3 over the RFC 8785 bytes of a JSON value, lower-case hex: how a plan is known for ever (G1). */
export function contentHash(value: unknown): PlanHash {
  const bytes = canonicalize(value)
  if (bytes === undefined) throw new TypeError('only a JSON value has a content hash')
  return createHash('sm3').update(bytes, 'utf8').digest('hex')
}

/**
 * Everything wrong with `layers` together with the built-in layers around them, each in the place of the one of its kind.
 * Where a built-in one cannot be read, that one's problems and no others: what follows from its absence would bury them.
 * `plans` is the folder of the built-in layers.
 */
export function checkAround(layers: readonly Layer[], plans: string = PLANS): readonly Problem[] {
  const stack: Layer[] = []
  const unreadable: Problem[] = []
  for (const folder of BUILT_IN) {
    if (layers.some((layer) => layer.kind === KIND_OF[folder])) continue
    const other = loadLayer(join(plans, folder))
    if (Array.isArray(other)) unreadable.push(...other)
    else stack.push(other)
  }
  return unreadable.length > 0 ? unreadable : check([...stack, ...layers])
}
