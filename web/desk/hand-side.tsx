// Beside the story: who knows, whether the handbook has an example, why this level, limits, the school's steps, what is
// still owed before closing, and similar incidents elsewhere.

import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { sayStatus } from '#core/incident/say-entry.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { type KnowsPost, WhoKnows } from '../parts/who-knows.tsx'
import { useAct } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { GradeReasons } from './grade-reasons.tsx'
import type { HandParts } from './hand-parts.ts'
import { type KnowsLine, knowsOf } from './knows.ts'
import { LimitsKept } from './limits-kept.tsx'
import { SidePart } from './side-part.tsx'
import { StepsDone } from './steps-done.tsx'
import { WrapUp } from './wrap-up.tsx'

export function HandSide(parts: HandParts) {
  return (
    <aside className="hand-side">
      <Handbook {...parts} />
      <Knows {...parts} />
      <WrapUp {...parts} />
      <GradeReasons {...parts} />
      <LimitsKept {...parts} />
      <StepsDone {...parts} />
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

/** B1–B3: only somebody who holds the handbook can say whether it has an example; without one the matter goes up. */
function Handbook({ view, deeds, plan, names, now }: HandParts) {
  const { time, tier } = useDesk()
  const t = useSay(deskWords)
  const { example, id } = view.incident
  const [asking, setAsking] = useState(false)
  const [reference, setReference] = useDraft(`${id}.reference`)
  const may = view.may.includes('StateExample')
  if (example) {
    const name = view.people[example.by.person]?.name ?? names.post(example.by.postKind)
    return (
      <SidePart title={t('handbook.title')}>
        <p>
          {example.listed ? t('handbook.listed', { reference: example.reference ?? '' }) : t('handbook.none')}
        </p>
        <p className="quieter small">{t('handbook.by', { name, time: time(example.occurredAt, now) })}</p>
      </SidePart>
    )
  }
  if (!may) return null
  const grade = view.incident.grades[view.incident.grades.length - 1]
  const handling = plan?.handling.find((one) => one.eventLevel === grade?.eventLevel)
  const asks = handling && handling.asks !== tier ? names.tier(handling.asks) : undefined
  return (
    <SidePart title={t('handbook.question')}>
      {asking ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
          }}
        >
          <TextField
            label={t('handbook.reference')}
            value={reference}
            onChange={setReference}
            placeholder={t('handbook.reference.hint')}
          />
          <div className="line">
            <Button
              size="s"
              type="submit"
              missing={reference.trim() === '' ? t('handbook.reference.missing') : undefined}
              onPress={async () => {
                const given = { listed: true, reference: reference.trim() }
                if (await deeds.give(t('handbook.deed'), 'StateExample', given)) setReference('')
              }}
            >
              {t('handbook.save')}
            </Button>
            <Button size="s" kind="text" onPress={() => setAsking(false)}>
              {t('back')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <div className="line">
            <Button size="s" onPress={() => setAsking(true)}>
              {t('handbook.yes')}
            </Button>
            <Button
              size="s"
              onPress={() => deeds.give(t('handbook.deed'), 'StateExample', { listed: false })}
            >
              {t('handbook.no')}
            </Button>
          </div>
          {asks !== undefined && <p className="quieter small">{t('handbook.no.then', { tier: asks })}</p>}
        </>
      )}
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
