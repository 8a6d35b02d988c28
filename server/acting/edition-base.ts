// Does an edition that somebody wants to issue still stand on what is in force? Its plans were compiled when it was tried out; since
// then another tier may have issued one, and putting these in force would undo that without anybody noticing (G1).

import type { Refusal, RefusalCode } from '#core/basics/refusal.ts'
import { isWithin, tierOf, type UnitPath } from '#core/basics/tier.ts'
import type { EditionData, LayerHash } from '#core/edition/edition.ts'
import type { PlanHash } from '#core/plan/effective.ts'
import { postsThatChanged } from '#core/plan/role.ts'
import { type CampaignState, findPlanInForce } from '#core/who/campaign.ts'
import type { PlanShelf } from '../plan-shelf.ts'

/**
 * Undefined when the edition says what its layer says, and each of its plans is the one in force for that unit with the layer in
 * place of its own tier's: for the unit itself and every unit below that has a plan of its own, and no others, each once. No
 * post has another role or tier in it than in the one in force: whoever holds it would become what nobody named him for.
 */
export async function findEditionFault(
  shelf: PlanShelf,
  state: CampaignState,
  { unit, layer, version, issuedOn, plans }: EditionData,
): Promise<Refusal | undefined> {
  const written = (await shelf.findLayer(layer))?.layer
  if (!written || written.kind !== tierOf(unit)) return wrong('plan.unknown', 'layer')
  if (written.version !== version) return wrong('plan.unknown', 'version')
  if (written.issuedOn !== issuedOn) return wrong('plan.unknown', 'issuedOn')
  for (const [nth, { plan }] of plans.entries())
    if (!(await shelf.holdsLayer(plan, layer))) return wrong('plan.unknown', `plans.${nth}.plan`)
  const following = unitsThatFollow(state, unit)
  const named = new Set<UnitPath>(plans.map((one) => one.unit))
  if (plans.length !== named.size) return wrong('plan.unknown', 'plans')
  if (following.length !== named.size || !following.every((one) => named.has(one)))
    return { code: 'edition.outdated' }
  for (const one of plans) {
    const inForce = findPlanInForce(state, one.unit)
    if (inForce === undefined) return { code: 'edition.outdated' }
    const kept = await othersThan(shelf, inForce, written.kind)
    const given = await othersThan(shelf, one.plan, written.kind)
    if (kept.join() !== given.join()) return { code: 'edition.outdated' }
    if (await changesPosts(shelf, inForce, one.plan)) return { code: 'edition.outdated' }
  }
  return undefined
}

/** The unit itself, and the units below that have a plan of their own: those whose plan holds its layer. */
function unitsThatFollow({ plans }: CampaignState, unit: UnitPath): readonly UnitPath[] {
  return [unit, ...Object.keys(plans).filter((path) => path !== unit && isWithin(path, unit))]
}

async function changesPosts(shelf: PlanShelf, inForce: PlanHash, next: PlanHash): Promise<boolean> {
  const [before, after] = [await shelf.find(inForce), await shelf.find(next)]
  if (!before || !after) return true
  return postsThatChanged(Object.values(before.posts), Object.values(after.posts)).length > 0
}

/** Layers of the plan that are of another tier, in an order of their own. */
async function othersThan(shelf: PlanShelf, plan: PlanHash, kind: string): Promise<readonly LayerHash[]> {
  const others: LayerHash[] = []
  for (const hash of await shelf.layersOf(plan))
    if ((await shelf.findLayer(hash))?.layer.kind !== kind) others.push(hash)
  return others.sort()
}

function wrong(code: RefusalCode, field: string): Refusal {
  return { code, field }
}
