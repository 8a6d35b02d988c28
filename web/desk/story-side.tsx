// The side "story" of the incident in hand: its timeline with the school's answers, small pictures, and lines struck through. It
// scrolls by itself: opens at its end, stays there while news come, moves for nobody who reads further up.

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Entry } from '#core/incident/state.ts'
import { isStrikable, mayStrike as mayStrikeLine } from '#core/incident/strikable.ts'
import { findSituation } from '#core/plan/effective.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Button } from '../parts/button.tsx'
import { Timeline, type TimelineItem } from '../parts/timeline.tsx'
import { useSay } from '../talk/words.tsx'
import { answersGiven } from './answers-given.ts'
import { AnswersGiven } from './answers-given-list.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import { FileTile } from './files-side.tsx'
import type { HandParts } from './hand-parts.ts'
import { storyOf } from './story.ts'
import { whoDid } from './who-did.ts'

export function StorySide(parts: HandParts) {
  const { view, plan, names, now } = parts
  const { me, tier, answers, lang, time } = useDesk()
  const t = useSay(deskWords)
  const h = useSay(handWords)
  const [striking, setStriking] = useState<Entry>()
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
  const { incident } = view
  const byVersion = new Map(incident.entries.map((entry) => [String(entry.version), entry]))
  return (
    <Story count={items.length}>
      <Timeline items={items.map(dressed)} label={t('story.title')} />
      {striking && (
        <DraftSheet
          title={h('strike.title')}
          draft={`${incident.id}.strike.${striking.version}`}
          label={h('reason')}
          hint={h('strike.hint')}
          rows={2}
          send={h('strike.send')}
          missing={(reason) => (reason === '' ? h('reason.missing') : undefined)}
          onSend={(reason) =>
            parts.deeds.give(h('strike.deed'), 'StrikeEntry', { entry: striking.version, reason })
          }
          onClose={() => setStriking(undefined)}
          before={<p className="read">{striking.text}</p>}
          after={<p className="quieter small">{h('strike.kept')}</p>}
        />
      )}
    </Story>
  )

  function dressed(item: TimelineItem): TimelineItem {
    const entry = byVersion.get(item.id)
    if (!entry) return item
    const { struck } = entry
    const more = (
      <>
        {moreOf(entry)}
        {struck && (
          <span className="quieter small">
            {h('strike.struck', {
              name: whoDid(struck.by, view, names),
              time: time(struck.occurredAt, now),
              reason: struck.reason ?? t('story.withheld'),
            })}
          </span>
        )}
        {mayStrike(entry) && (
          <span className="timeline__strike">
            <Button size="s" kind="text" onPress={() => setStriking(entry)}>
              {h('strike.open')}
            </Button>
          </span>
        )}
      </>
    )
    return { ...item, words: struck ? <s>{item.words}</s> : item.words, more }
  }

  function moreOf(entry: Entry): ReactNode {
    if (entry.kind === 'Reported') {
      const situation = plan && findSituation(plan, incident.scenario)
      return situation && <AnswersGiven answers={answersGiven(situation, incident.stated, lang)} />
    }
    const id = entry.kind === 'Attached' ? entry.detail?.file : undefined
    const file = incident.files.find((one) => one.file === id)
    return file && <FileTile file={file} state={view.files.find((one) => one.file === id)} />
  }

  /** As core decides it: one's own line, or one of a tier that this desk answers for or stands above. */
  function mayStrike(entry: Entry): boolean {
    if (!plan || entry.struck || !view.may.includes('StrikeEntry') || !isStrikable(entry.kind)) return false
    const { id: post, kind: postKind, unit } = me.post
    return mayStrikeLine(plan, { person: me.person.id, post, postKind, unit }, entry)
  }
}

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
