// The third column: the incident in hand. Head with both levels and the clock, the story, who knows, and at the bottom
// what this viewer may say and do. Opening it marks the viewer's notice as seen.

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import { findSituation } from '#core/plan/effective.ts'
import type { IncidentRow, IncidentView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { EmptyState, Fault } from '../parts/notice.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { useIncident } from '../talk/incidents.ts'
import { useMarkSeen } from '../talk/mark-seen.ts'
import { DESK, nextDeed } from '../talk/next-deed.ts'
import { ownNotices } from '../talk/own-notices.ts'
import { usePlan } from '../talk/plan.ts'
import { useSay } from '../talk/words.tsx'
import { answersGiven } from './answers-given.ts'
import { AnswersGiven } from './answers-given-list.tsx'
import { Composer } from './composer.tsx'
import { useDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { HandAlarms } from './hand-alarms.tsx'
import { HandHead } from './hand-head.tsx'
import { HandSide } from './hand-side.tsx'
import { makeNames } from './names.ts'
import { storyOf } from './story.ts'
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
  // What is closed takes no more requests but to be opened again; the role alone would still allow them.
  const view = useMemo(
    () =>
      given.incident.status === 'closed'
        ? { ...given, may: given.may.filter((type) => type === 'Reopen') }
        : given,
    [given],
  )
  const { me, tier, answers, lang, kit, overview, time } = desk
  const t = useSay(deskWords)
  const pinned = usePlan(view.incident.plan)
  const plan = pinned ?? desk.plan
  const names = useMemo(() => makeNames({ lang, me, kit, plan, overview }), [lang, me, kit, plan, overview])
  const deeds = useDeeds(view)
  const notices = useMemo(() => ownNotices(view.told, me.person.id), [view.told, me.person.id])
  useMarkSeen(notices.unseen)
  const minute = Math.floor(now / 60_000) * 60_000
  const items = useMemo(
    () =>
      storyOf(view, {
        lang,
        names,
        plan,
        tier: answers ? tier : undefined,
        person: me.person.id,
        time: (at) => time(at, minute),
      }),
    [view, lang, names, plan, tier, answers, me.person.id, time, minute],
  )
  const situation = plan && findSituation(plan, view.incident.scenario)
  const report = view.incident.entries.find((entry) => entry.kind === 'Reported')
  const told = items.map((item) =>
    situation && item.id === String(report?.version)
      ? { ...item, more: <AnswersGiven answers={answersGiven(situation, view.incident.stated, lang)} /> }
      : item,
  )
  useEffect(() => takeFocus(`/desk/incidents/${encodeURIComponent(view.incident.id)}`))
  const viewer = { post: me.post, unconfirmed: notices.unconfirmed.length > 0 }
  const next = nextDeed(view, plan, viewer, DESK)
  const parts = { view, plan, names, now, deeds, next, notices }
  return (
    <>
      <HandAlarms {...parts} />
      <HandHead {...parts} row={row} />
      <div className="hand-body">
        <Story count={items.length}>
          <Timeline items={told} label={t('story.title')} />
        </Story>
        <HandSide {...parts} />
      </div>
      <Composer {...parts} />
    </>
  )
}

/** The story scrolls by itself: opens at its end, stays there while news come, moves for nobody who reads further up. */
function Story({ count, children }: { count: number; children: ReactNode }) {
  const t = useSay(deskWords)
  const area = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [below, setBelow] = useState(false)
  const seen = useRef(count)
  useEffect(() => {
    const element = area.current
    if (!element) return
    if (count > seen.current && !atEnd.current) setBelow(true)
    seen.current = count
    // Whatever changes the height (a line, a longer name, the box below) keeps the end in sight.
    const stay = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    stay.observe(element)
    for (const child of element.children) stay.observe(child)
    return () => stay.disconnect()
  }, [count])
  return (
    <section
      ref={area}
      className="hand-story"
      aria-label={t('story.title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable by keyboard
      tabIndex={0}
      onScroll={(event) => {
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
        atEnd.current = scrollHeight - scrollTop - clientHeight < 24
        if (atEnd.current) setBelow(false)
      }}
    >
      {children}
      {below && (
        <div className="hand-story__below">
          <Button size="s" onPress={() => area.current?.scrollTo({ top: area.current.scrollHeight })}>
            {t('story.below')}
          </Button>
        </div>
      )}
    </section>
  )
}
