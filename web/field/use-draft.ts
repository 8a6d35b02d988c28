// The drafts of reports, one for each situation, kept on the device with every touch. One that was only looked at
// begins afresh with the time; one with anything in it waits to be gone on with (E3).

import { useEffect } from 'react'
import { freshId } from '../talk/act.ts'
import { KEPT } from '../talk/device.ts'
import { useKept } from '../talk/kept.ts'
import { campaignNow } from '../talk/now.ts'
import { beginDraft, isUntouched, type ReportDraft } from './report-draft.ts'

export interface Drafting {
  /** Undefined while the device's memory is read. */
  readonly draft: ReportDraft | undefined
  change(change: (draft: ReportDraft) => ReportDraft): void
  /** Sent, or given up. */
  drop(): void
}

/** An untouched draft older than this has the wrong time in it, ms. */
const STALE = 60_000

/** The draft for `scenario`, begun when there is none. */
export function useDraft(scenario: string): Drafting {
  const { ready, value: draft, keep, drop } = useKept<ReportDraft>(KEPT.draft(scenario))
  const last = useKept<string>(KEPT.lastDraft)
  useEffect(() => {
    if (!ready) return
    const now = campaignNow()
    if (draft === undefined || (isUntouched(draft) && now - draft.discoveredAt > STALE)) {
      keep(beginDraft(scenario, freshId(), now))
    }
  }, [ready, draft, scenario, keep])
  return {
    draft,
    change: (change) => {
      if (!draft) return
      keep(change(draft))
      if (last.value !== scenario) last.keep(scenario)
    },
    drop: () => {
      drop()
      last.drop()
    },
  }
}

/** The report that was begun and neither sent nor given up. */
export function useLeftDraft(): ReportDraft | undefined {
  const last = useKept<string>(KEPT.lastDraft).value
  const draft = useKept<ReportDraft>(KEPT.draft(last ?? '')).value
  return draft && !isUntouched(draft) ? draft : undefined
}
