// Making a new edition of a unit's own plan ready to be issued (G1): tried out in a thread of its own, and, when nothing stands in
// the way, kept for ever with every effective plan that follows from it. Issuing it is a command like any other (core/edition).

import type { Actor } from '#core/access/actor.ts'
import { can } from '#core/access/can.ts'
import type { Refusal } from '#core/basics/refusal.ts'
import { isWithin, type UnitPath } from '#core/basics/tier.ts'
import type { LayerHash } from '#core/edition/edition.ts'
import type { Layer } from '#core/plan/layer.ts'
import { type Problem, problem } from '#core/plan/problem.ts'
import { findPlanInForce } from '#core/who/campaign.ts'
import type { PreparedEdition } from '#core/wire/view.ts'
import { runApart } from './apart/run-apart.ts'
import type { Prepared, Stack, ToPrepare } from './plan/prepare.ts'
import type { PlanShelf } from './plan-shelf.ts'
import { listEditions } from './store/books.ts'
import type { Database } from './store/database.ts'
import { findCampaign } from './store/lists.ts'

export interface Editions {
  /**
   * Tries `source` (YAML) out as the next edition of the plan of `unit`. With `keep`, a sound one is kept by its hash with the
   * plans that follow from it: all of them or none. Refused to whoever may not issue it.
   */
  prepare(
    actor: Actor,
    unit: UnitPath,
    source: string,
    keep: boolean,
  ): Promise<PreparedEdition | { readonly refused: Refusal }>
}

const WORK = new URL('./plan/prepare-apart.ts', import.meta.url)
/** A province with a hundred plans of its counties takes some seconds; what takes longer is no plan. */
const LIMITS = { ms: 60_000, megabytes: 512 }

export function openEditions(house: { readonly db: Database; readonly plans: PlanShelf }): Editions {
  const { db, plans } = house
  // One after the other: a thread takes a whole processor, and this machine has alarms to serve.
  let before: Promise<unknown> = Promise.resolve()

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = before.then(work, work)
    before = mine.catch(() => undefined)
    return mine
  }

  /** The layers of each plan that the new layer goes into; undefined where nobody knows what a plan was joined from. */
  async function stacksFor(
    inForce: readonly { readonly unit: UnitPath; readonly plan: string }[],
  ): Promise<Pick<ToPrepare, 'layers' | 'stacks'> | undefined> {
    const layers: Record<LayerHash, Layer> = {}
    const stacks: Stack[] = []
    for (const { unit, plan } of inForce) {
      const hashes = await plans.layersOf(plan)
      if (hashes.length === 0) return undefined
      for (const hash of hashes) {
        const found = layers[hash] ?? (await plans.findLayer(hash))?.layer
        if (!found) return undefined
        layers[hash] = found
      }
      stacks.push({ unit, layers: hashes })
    }
    return { layers, stacks }
  }

  return {
    async prepare(actor, unit, source, keep) {
      const { campaign } = actor
      const found = await findCampaign(db, campaign)
      const hash = found && findPlanInForce(found.state, unit)
      const inForce = hash === undefined ? undefined : await plans.find(hash)
      if (!found || !inForce) return { refused: { code: 'plan.unknown' } }
      const allowed = can(actor, { kind: 'edition', type: 'IssueEdition' }, { unit, campaign }, inForce.posts)
      if ('refused' in allowed) return allowed
      const stacks = await stacksFor([
        { unit, plan: inForce.hash },
        ...Object.entries(found.state.plans)
          .filter(([path]) => path !== unit && isWithin(path, unit))
          .map(([path, plan]) => ({ unit: path, plan })),
      ])
      if (!stacks) return { problems: [OF_UNKNOWN_LAYERS], changes: [] }
      const issued = (await listEditions(db, campaign))
        .filter((row) => row.unit === unit)
        .flatMap((row) => row.issued.map((edition) => edition.version))
      const work: ToPrepare = { unit, source, inForce, issued, ...stacks }
      const prepared = await inTurn(() => runApart<Prepared>(WORK, work, LIMITS))
      if (!prepared) return { problems: [TOO_MUCH], changes: [] }
      const { problems, changes, sound } = prepared
      if (!sound) return { problems, changes }
      if (keep) await plans.pinAll([{ hash: sound.hash, layer: sound.layer, source }], sound.plans)
      return {
        problems,
        changes,
        ready: {
          layer: sound.hash,
          version: sound.layer.version,
          issuedOn: sound.layer.issuedOn,
          plans: sound.plans.map(({ unit: path, plan }) => ({ unit: path, plan: plan.hash })),
        },
      }
    },
  }
}

const OF_UNKNOWN_LAYERS: Problem = problem('plan', '', 'layers-unknown', {
  zh: '现行预案是旧版本程序留下的，没有保存各层原文；请管理员先把现行的随附预案重新启用，再编辑',
  en: 'the plan in force comes from an older version of this program, which did not keep its layers; let the administrator put the plan that comes with it in force first',
})

const TOO_MUCH: Problem = problem('plan', '', 'yaml-wrong', {
  zh: '内容太多或者套得太深，读不下去；请检查是不是贴错了文字',
  en: 'it is too much or nested too deep to be read; see whether something else was pasted in',
})
