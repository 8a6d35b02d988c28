// The third column: the incident in hand. Head with both levels and the clock, its sides, who knows, and at the bottom
// what this viewer may say and do. Opening it marks the viewer's notice as seen.

import { useEffect, useMemo, useState } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { IncidentRow, IncidentView, MyPost } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { EmptyState, Fault } from '../parts/notice.tsx'
import { useIncident } from '../talk/incidents.ts'
import { useMarkSeen } from '../talk/mark-seen.ts'
import { DESK, nextDeed } from '../talk/next-deed.ts'
import { ownNotices } from '../talk/own-notices.ts'
import { usePlan } from '../talk/plan.ts'
import { isPossible } from '../talk/possible.ts'
import { useSay } from '../talk/words.tsx'
import { Composer } from './composer.tsx'
import { useDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { HandAlarms } from './hand-alarms.tsx'
import { HandHead } from './hand-head.tsx'
import type { HandSideId } from './hand-parts.ts'
import { HandSide } from './hand-side.tsx'
import { HandSides } from './hand-sides.tsx'
import { makeNames } from './names.ts'
import { useComingFiles } from './use-coming-files.ts'
import { takeFocus } from './use-row-keys.ts'

export interface HandProps {
  id: string | undefined
  now: Instant
  /** On a page of its own: a way back to the lists. */
  alone: boolean
}

export function Hand({ id, now, alone }: HandProps) {
  const t = useSay(deskWords)
  const { needs } = useDesk()
  if (id === undefined) {
    return (
      <section className="column column--hand" aria-label={t('hand.label')} tabIndex={-1}>
        <div className="desk-pad hand-empty">
          <EmptyState
            title={t('hand.none')}
            text={needs.length > 0 ? t('hand.none.waiting', { n: needs.length }) : t('hand.none.text')}
          />
        </div>
      </section>
    )
  }
  return <OpenHand key={id} id={id} now={now} alone={alone} />
}

function OpenHand({ id, now, alone }: { id: string; now: Instant; alone: boolean }) {
  const { view, problem, asOf } = useIncident(id)
  const { rows, time } = useDesk()
  const t = useSay(deskWords)
  const row = rows.find((one) => one.id === id)
  return (
    <section className="column column--hand" aria-label={t('hand.label')} tabIndex={-1}>
      {alone && (
        <div className="hand-back">
          <Button kind="text" size="s" icon="back" href="/desk">
            {t('hand.back')}
          </Button>
        </div>
      )}
      {problem && !view && (
        <div className="desk-pad">
          <Fault
            title={t('hand.fault')}
            text={problem.detail || t('hand.fault.text')}
            action={
              <Button size="s" href="/desk">
                {t('hand.back')}
              </Button>
            }
            code={problem.code}
          />
        </div>
      )}
      {!view && !problem && <HandWaiting row={row} />}
      {view && <HandView view={view} row={row} now={now} />}
      {view && problem && asOf !== undefined && (
        <p className="desk-pad small" role="status">
          {t('hand.stale', { time: time(asOf, now) })}
        </p>
      )}
    </section>
  )
}

/** Before the view is there: what the list already knows. */
function HandWaiting({ row }: { row: IncidentRow | undefined }) {
  const { names } = useDesk()
  const t = useSay(deskWords)
  return (
    <div className="desk-pad">
      <EmptyState
        title={
          row
            ? t('title.incident', { place: names.place(row.unit), situation: names.situation(row.scenario) })
            : t('list.loading')
        }
        text={t('list.loading.text')}
      />
    </div>
  )
}

function HandView({
  view: given,
  row,
  now,
}: {
  view: IncidentView
  row: IncidentRow | undefined
  now: Instant
}) {
  const desk = useDesk()
  const { me, lang, kit, overview } = desk
  const [side, show] = useState<HandSideId>('story')
  const pinned = usePlan(given.incident.plan)
  const plan = pinned ?? desk.plan
  const view = useMemo(() => possibleNow(given, plan, me.post), [given, plan, me.post])
  const names = useMemo(() => makeNames({ lang, me, kit, plan, overview }), [lang, me, kit, plan, overview])
  const deeds = useDeeds(view)
  const notices = useMemo(() => ownNotices(view.told, me.person.id), [view.told, me.person.id])
  useMarkSeen(notices.unseen)
  useComingFiles(given)
  useEffect(() => takeFocus(`/desk/incidents/${encodeURIComponent(view.incident.id)}`))
  const viewer = { post: me.post, unconfirmed: notices.unconfirmed.length > 0 }
  const next = nextDeed(view, plan, viewer, DESK)
  const parts = { view, plan, names, now, deeds, next, notices, side, show }
  return (
    <>
      <HandAlarms {...parts} />
      <HandHead {...parts} row={row} />
      <div className="hand-body">
        <HandSides {...parts} />
        <HandSide {...parts} />
      </div>
      <Composer {...parts} />
    </>
  )
}

/** The role alone would still allow much that makes no sense any more. Closing stays offered and says what is still owed. */
function possibleNow(given: IncidentView, plan: EffectivePlan | undefined, post: MyPost): IncidentView {
  if (!plan) return given
  const viewing = { incident: given.incident, plan, post, owed: given.owed }
  const open = given.incident.status !== 'closed' && given.incident.status !== 'joined'
  return {
    ...given,
    may: given.may.filter((type) => (open && type === 'Close') || isPossible(viewing, type)),
  }
}
