// Folds what was seen in public and answered (E5), and what was attached. The rest is evolve.ts.

import type { Recorded } from '../basics/stream.ts'
import type { OpinionEvent } from './events-opinion.ts'
import type { Deed, Incident, OpinionOnRecord, WordingOnRecord } from './state.ts'

export function evolveOpinion(state: Incident, event: Recorded<OpinionEvent>, deed: Deed): Incident {
  switch (event.type) {
    case 'OpinionSeen': {
      const seen: OpinionOnRecord = {
        ...deed,
        version: event.version,
        ...event.data,
        ...event.private?.text,
        wordings: [],
        followed: [],
      }
      return { ...state, opinions: [...state.opinions, seen] }
    }
    case 'OpinionJudged': {
      const { opinion, verdict } = event.data
      return ofOpinion(state, opinion, (one) => ({
        ...one,
        verdict: { ...deed, verdict, ...event.private?.text },
      }))
    }
    case 'OpinionFollowed': {
      const { opinion, spread } = event.data
      return ofOpinion(state, opinion, (one) => ({
        ...one,
        spread,
        followed: [...one.followed, { ...deed, spread, ...event.private?.text }],
      }))
    }
    case 'WordingDrafted': {
      const { opinion, wording } = event.data
      const words = event.private?.text?.wording
      const draft: WordingOnRecord = { ...deed, wording, ...(words === undefined ? {} : { words }) }
      return ofOpinion(state, opinion, (one) => ({ ...one, wordings: [...one.wordings, draft] }))
    }
    case 'WordingApproved':
      return ofWording(state, event.data.wording, (one) => ({ ...one, approved: deed }))
    case 'WordingRefused':
      return ofWording(state, event.data.wording, (one) => ({
        ...one,
        refused: { ...deed, ...event.private?.text },
      }))
    case 'WordingPublished': {
      const { wording, publishedAt } = event.data
      return ofWording(state, wording, (one) => ({
        ...one,
        published: { ...deed, publishedAt, ...event.private?.text },
      }))
    }
    case 'Attached':
      return { ...state, files: [...state.files, { ...deed, ...event.data, ...event.private?.text }] }
  }
}

function ofOpinion(
  state: Incident,
  opinion: string,
  change: (one: OpinionOnRecord) => OpinionOnRecord,
): Incident {
  return {
    ...state,
    opinions: state.opinions.map((one) => (one.opinion === opinion ? change(one) : one)),
  }
}

function ofWording(
  state: Incident,
  wording: string,
  change: (one: WordingOnRecord) => WordingOnRecord,
): Incident {
  return {
    ...state,
    opinions: state.opinions.map((opinion) => ({
      ...opinion,
      wordings: opinion.wordings.map((one) => (one.wording === wording ? change(one) : one)),
    })),
  }
}
