// Pinned effective plans and the layers they were joined from: inserted once by content hash, never changed.

import type { LayerHash } from '#core/edition/edition.ts'
import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import type { Layer } from '#core/plan/layer.ts'
import { fromStore } from '#core/plan/stored.ts'
import type { Database, Tx } from './database.ts'

/** A layer as it was written. */
export interface PinnedLayer {
  readonly hash: LayerHash
  readonly layer: Layer
  /** Word for word as a person wrote it; absent where it came in several files. */
  readonly source?: string
}

/** A plan with the layers it was joined from. */
export interface PinnedPlan {
  readonly plan: EffectivePlan
  readonly layers: readonly LayerHash[]
}

export interface PlanStore {
  findPlan(hash: PlanHash): Promise<EffectivePlan | undefined>
  findLayer(hash: LayerHash): Promise<PinnedLayer | undefined>
  /** Hashes of the layers that `plan` was joined from; none for a plan of a version that did not keep them. */
  layersOf(plan: PlanHash): Promise<LayerHash[]>
  /** Keeps all of it, or nothing; harmless for what is there already. */
  pin(layers: readonly PinnedLayer[], plans: readonly PinnedPlan[]): Promise<void>
}

export function openPlanStore(db: Pick<Database, 'query' | 'transaction'>): PlanStore {
  return {
    async findPlan(hash) {
      const [row] = await db.query<{ plan: EffectivePlan }>({
        name: 'find-plan',
        text: 'select plan from plan_pinned where hash = $1',
        values: [hash],
      })
      return row && fromStore(row.plan)
    },
    async findLayer(hash) {
      const [row] = await db.query<{ layer: Layer; source: string | null }>({
        name: 'find-layer',
        text: 'select layer, source from layer_pinned where hash = $1',
        values: [hash],
      })
      return row && { hash, layer: row.layer, ...(row.source === null ? {} : { source: row.source }) }
    },
    async layersOf(plan) {
      const rows = await db.query<{ layer: string }>({
        name: 'layers-of',
        text: 'select layer from plan_layer where plan = $1',
        values: [plan],
      })
      return rows.map((row) => row.layer)
    },
    async pin(layers, plans) {
      // Asked first: at every start but the first of a version all of it is there, and a plan is half a megabyte.
      const wanted = plans.map(({ plan }) => plan.hash)
      const there = await db.query<{ plan: string; layers: number }>({
        text: `select p.hash as plan, (select count(*) from plan_layer l where l.plan = p.hash) as layers
               from plan_pinned p where p.hash = any($1)`,
        values: [wanted],
      })
      const isWhole = ({ plan, layers: joined }: PinnedPlan): boolean =>
        there.some((row) => row.plan === plan.hash && row.layers === joined.length)
      const missing = plans.filter((plan) => !isWhole(plan))
      if (missing.length === 0) return
      // In one order everywhere: two that pin the same must not wait for each other.
      const inOrder = [...missing].sort((one, other) => (one.plan.hash < other.plan.hash ? -1 : 1))
      const layersInOrder = [...layers].sort((one, other) => (one.hash < other.hash ? -1 : 1))
      await db.transaction(async (tx) => {
        for (const layer of layersInOrder) await insertLayer(tx, layer)
        for (const plan of inOrder) await insertPlan(tx, plan)
      })
    },
  }
}

async function insertLayer(tx: Tx, { hash, layer, source }: PinnedLayer): Promise<void> {
  await tx.query({
    text: `insert into layer_pinned (hash, id, kind, source, layer) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    values: [hash, layer.id, layer.kind, source ?? null, JSON.stringify(layer)],
  })
}

async function insertPlan(tx: Tx, { plan, layers }: PinnedPlan): Promise<void> {
  await tx.query({
    text: 'insert into plan_pinned (hash, plan) values ($1, $2) on conflict do nothing',
    values: [plan.hash, JSON.stringify(plan)],
  })
  await tx.query({
    text: 'insert into plan_layer (plan, layer) select $1, unnest($2::text[]) on conflict do nothing',
    values: [plan.hash, layers],
  })
}
