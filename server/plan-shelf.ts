// Effective plans and their layers by content hash, as the running process knows them: pinned ones are kept for ever and never
// change, so each is read once. Where a plan comes from is server/plan; which is in force says the campaign.

import type { LayerHash } from '#core/edition/edition.ts'
import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import type { Layer } from '#core/plan/layer.ts'
import { contentHash } from './plan/load.ts'
import type { PinnedLayer, PinnedPlan, PlanStore } from './store/plans.ts'

export interface PlanShelf {
  /** The plan of this hash, or undefined when nobody ever pinned it. */
  find(hash: PlanHash): Promise<EffectivePlan | undefined>
  /** The layer of this hash as it was written, or undefined when nobody ever pinned it. */
  findLayer(hash: LayerHash): Promise<PinnedLayer | undefined>
  /** Hashes of the layers a plan was joined from; none for one that was pinned before layers were kept. */
  layersOf(plan: PlanHash): Promise<readonly LayerHash[]>
  /** Was the plan joined from this layer, among others? */
  holdsLayer(plan: PlanHash, layer: LayerHash): Promise<boolean>
  /** Keeps `plan`, with the layers it was joined from, for ever; harmless when it is there already. */
  pin(plan: EffectivePlan, layers?: readonly Layer[]): Promise<void>
  /** Keeps all of these for ever, or none. Layers that plans name and that are not given must be pinned already. */
  pinAll(layers: readonly PinnedLayer[], plans: readonly PinnedPlan[]): Promise<void>
}

export function openPlanShelf(store: PlanStore): PlanShelf {
  const plans = new Map<PlanHash, EffectivePlan>()
  const layers = new Map<LayerHash, PinnedLayer>()
  const joined = new Map<PlanHash, readonly LayerHash[]>()

  const shelf: PlanShelf = {
    async find(hash) {
      const here = plans.get(hash)
      if (here) return here
      const found = await store.findPlan(hash)
      if (found) plans.set(hash, found)
      return found
    },
    async findLayer(hash) {
      const here = layers.get(hash)
      if (here) return here
      const found = await store.findLayer(hash)
      if (found) layers.set(hash, found)
      return found
    },
    async layersOf(plan) {
      const here = joined.get(plan)
      if (here) return here
      const found = await store.layersOf(plan)
      // Another process may be about to pin them: nothing is not remembered.
      if (found.length > 0) joined.set(plan, found)
      return found
    },
    holdsLayer: async (plan, layer) => (await shelf.layersOf(plan)).includes(layer),
    async pin(plan, written = []) {
      const given = written.map((layer): PinnedLayer => ({ hash: contentHash(layer), layer }))
      await shelf.pinAll(given, [{ plan, layers: given.map(({ hash }) => hash) }])
    },
    async pinAll(given, made) {
      await store.pin(given, made)
      for (const { plan, layers: hashes } of made) {
        plans.set(plan.hash, plan)
        joined.set(plan.hash, hashes)
      }
    },
  }
  return shelf
}
