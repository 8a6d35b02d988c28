// What every part of the desk reads: who sits here, the plan, the live rows, names and times in the chosen language.
// Gathered once for the whole desk; nothing is fetched here that web/talk does not fetch.

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import type { Lang } from '#core/basics/text.ts'
import type { Tier } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { IncidentRow, Kit, Me, Overview } from '#core/wire/view.ts'
import { type ClockWords, timeOfDay } from '../parts/clock-text.ts'
import { useClockWords, zoneName } from '../talk/clock-words.ts'
import { useIncidents, useOverview } from '../talk/incidents.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { usePlan } from '../talk/plan.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useLang } from '../talk/words.tsx'
import { type CellGroup, cellsOf } from './cells.ts'
import { answersForTier, type Need, needsOf, waitedFor } from './mine.ts'
import { makeNames, type Names } from './names.ts'

export interface DeskData {
  readonly me: Me
  readonly tier: Tier
  /** Does the viewer answer for the tier, or stand beside the line (C4)? */
  readonly answers: boolean
  readonly kit: Kit | undefined
  readonly plan: EffectivePlan | undefined
  readonly lang: Lang
  readonly names: Names
  readonly rows: readonly IncidentRow[]
  /** How many lighter ones the server did not list. */
  readonly more: number
  readonly asOf: Instant | undefined
  readonly link: 'live' | 'polling' | 'offline'
  readonly overview: Overview | undefined
  readonly groups: readonly CellGroup[]
  readonly needs: readonly Need[]
  readonly waited: readonly Need[]
  readonly clockWords: ClockWords
  readonly zone: string
  /** `09:14` of a moment in the campaign's zone, with the day when it is not that of `now`. */
  time(at: Instant, now: Instant): string
}

const DeskContext = createContext<DeskData | undefined>(undefined)

/** Only below `DeskDataProvider`. */
export function useDesk(): DeskData {
  const data = useContext(DeskContext)
  if (!data) throw new Error('useDesk outside the desk')
  return data
}

export function DeskDataProvider({ children }: { children: ReactNode }) {
  const me = useMe()
  const kit = useKit()
  const plan = usePlan()
  const lang = useLang()
  const { rows, asOf, link, more } = useIncidents()
  const { overview } = useOverview()
  const tier = me.post.tier
  const names = useMemo(() => makeNames({ lang, me, kit, plan, overview }), [lang, me, kit, plan, overview])
  const groups = useMemo(() => cellsOf(overview?.schools ?? [], rows), [overview, rows])
  const needs = useMemo(
    () => needsOf(rows, tier, (timed, row) => limitClock(plan, timed.limit, row.scenario).atOnce),
    [rows, tier, plan],
  )
  const waited = useMemo(() => waitedFor(rows, tier, plan?.handling), [rows, tier, plan])
  const clockWords = useClockWords()
  const zone = zoneName(me.campaign.zoneMinutes)
  const data = useMemo<DeskData>(
    () => ({
      me,
      tier,
      answers: answersForTier(me.post.role),
      kit,
      plan,
      lang,
      names,
      rows,
      more,
      asOf,
      link,
      overview,
      groups,
      needs,
      waited,
      clockWords,
      zone,
      time: (at, now) => timeOfDay(at, now, zone, clockWords),
    }),
    [
      me,
      tier,
      kit,
      plan,
      lang,
      names,
      rows,
      more,
      asOf,
      link,
      overview,
      groups,
      needs,
      waited,
      clockWords,
      zone,
    ],
  )
  return <DeskContext value={data}>{children}</DeskContext>
}
