// Beside the sides of an incident, always in sight: the handbook, who knows, what is still owed before closing, why this level,
// limits, and similar incidents elsewhere.

import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { sayStatus } from '#core/incident/say-entry.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { type KnowsPost, WhoKnows } from '../parts/who-knows.tsx'
import { useAct } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { AlikeBlock } from './alike-block.tsx'
import { useDesk } from './desk-data.tsx'
import { GradeReasons } from './grade-reasons.tsx'
import { HandHandbook, OurSuggestion } from './hand-handbook.tsx'
import type { HandParts } from './hand-parts.ts'
import { type KnowsLine, knowsOf } from './knows.ts'
import { LimitsKept } from './limits-kept.tsx'
import { SidePart } from './side-part.tsx'
import { WrapUp } from './wrap-up.tsx'

export function HandSide(parts: HandParts) {
  return (
    <aside className="hand-side">
      <HandHandbook {...parts} />
      <AlikeBlock {...parts} />
      <Knows {...parts} />
      <WrapUp {...parts} />
      <GradeReasons {...parts} />
      <LimitsKept {...parts} />
      <OurSuggestion view={parts.view} plan={parts.plan} />
      <Similar {...parts} />
    </aside>
  )
}

function Knows({ view, plan, names, now, notices, next }: HandParts) {
  const { me, time, clockWords } = useDesk()
  const t = useSay(deskWords)
  const act = useAct()
  const say = (line: KnowsLine): ReactNode => {
    if (line.state === 'notTold') return t('knows.not-told')
    if (line.nobody) return <b>{t('knows.nobody')}</b>
    const at = line.at === undefined ? '' : time(line.at, now)
    if (line.state === 'unseen') {
      const minutes = Math.floor((now - (line.at ?? now)) / 60_000)
      if (minutes < 1) return t('knows.told')
      const since =
        minutes < 120
          ? t('knows.minutes', { minutes })
          : clockWords.hours(Math.floor(minutes / 60), minutes % 60)
      return t('knows.unseen', { since })
    }
    return t(`knows.${line.state}`, { time: at })
  }
  const confirm = () =>
    Promise.all(notices.unconfirmed.map((notice) => act.give({ kind: 'notice', id: notice }, 'Confirm', {})))
  const posts: KnowsPost[] = knowsOf({ told: view.told, incident: view.incident, plan }).map((line) => {
    const person = line.person === undefined ? undefined : view.people[line.person]
    const mine = line.person === me.person.id
    const name = mine ? t('knows.you') : (person?.name ?? '')
    // Taking over says "received" as well: one button for both.
    const confirms =
      mine &&
      next?.kind !== 'acknowledge' &&
      line.state !== 'handling' &&
      line.notice !== undefined &&
      notices.unconfirmed.includes(line.notice)
    return {
      id: line.id,
      post: names.post(line.postKind),
      person: line.substitute ? t('knows.substitute', { name }) : name,
      state: line.state,
      words: say(line),
      beside: line.beside,
      side: confirms ? (
        <Button size="s" kind={next?.kind === 'confirm' ? 'solid' : 'outline'} onPress={confirm}>
          {t('knows.confirm')}
        </Button>
      ) : (
        !mine &&
        person?.phone !== undefined &&
        line.state === 'unseen' && (
          <IconButton
            icon="phone"
            name={t('call', { post: names.post(line.postKind), name, phone: person.phone })}
            href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}
          />
        )
      ),
    }
  })
  return (
    <SidePart title={t('knows.title')}>
      <WhoKnows posts={posts} label={t('knows.title')} />
    </SidePart>
  )
}

function Similar({ view, names, now }: HandParts) {
  const { time, tier, lang } = useDesk()
  const t = useSay(deskWords)
  const w = useSay(waitWords)
  if (view.similar.length === 0) return null
  return (
    <SidePart title={t('similar.title')}>
      <ul className="similar">
        {view.similar.map((row) => {
          const first = row.awaits[0]
          const state =
            row.status === 'open' && first
              ? first.tier === tier
                ? w(`wait.mine.${first.kind}`)
                : w(`wait.${first.kind}`, { tier: names.tier(first.tier) })
              : sayStatus(row.status, lang)
          return (
            <li key={row.id}>
              <Link href={`/desk/incidents/${row.id}`}>
                {t('similar.row', { place: names.place(row.unit), time: time(row.discoveredAt, now), state })}
              </Link>
            </li>
          )
        })}
      </ul>
    </SidePart>
  )
}
