// Campaigns as the running process knows them: what a report names is looked up here. Read again after a second, so that a
// unit that joined, or a plan put in force, on another process is known everywhere a second later.

import type { CampaignState } from '#core/who/campaign.ts'
import type { Database } from './store/database.ts'
import { findCampaign } from './store/lists.ts'

export interface CampaignShelf {
  /** The campaign's state, at most a second old; undefined when there is none. */
  find(campaign: string): Promise<CampaignState | undefined>
}

const FRESH_FOR = 1_000

/** `now` in milliseconds; only differences of it are used. */
export function openCampaignShelf(db: Pick<Database, 'query'>, now: () => number): CampaignShelf {
  const known = new Map<string, { readonly state: CampaignState; readonly at: number }>()
  return {
    async find(campaign) {
      const here = known.get(campaign)
      if (here && now() - here.at < FRESH_FOR) return here.state
      const found = await findCampaign(db, campaign)
      if (!found) return undefined
      known.set(campaign, { state: found.state, at: now() })
      return found.state
    },
  }
}
