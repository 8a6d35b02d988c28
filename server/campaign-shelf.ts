// Campaigns as the running process knows them: what a command names is looked up here. Read again after a second, so that a
// unit that joined, or a plan put in force, on another process is known everywhere a second later; and at once when what is
// asked for is not there yet.

import type { CampaignState } from '#core/who/campaign.ts'
import type { Database } from './store/database.ts'
import { findCampaign } from './store/lists.ts'

export interface CampaignShelf {
  /**
   * The campaign's state, at most a second old; undefined when there is none. One that does not suit is read anew first: a plan
   * put in force a moment ago is in force.
   */
  find(campaign: string, suits?: (state: CampaignState) => boolean): Promise<CampaignState | undefined>
}

const FRESH_FOR = 1_000

/** `now` in milliseconds; only differences of it are used. */
export function openCampaignShelf(db: Pick<Database, 'query'>, now: () => number): CampaignShelf {
  const known = new Map<string, { readonly state: CampaignState; readonly at: number }>()
  return {
    async find(campaign, suits = () => true) {
      const here = known.get(campaign)
      if (here && now() - here.at < FRESH_FOR && suits(here.state)) return here.state
      const found = await findCampaign(db, campaign)
      if (!found) return undefined
      known.set(campaign, { state: found.state, at: now() })
      return found.state
    },
  }
}
