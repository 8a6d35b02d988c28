// The side "public opinion" of the incident in hand (E5): each thing seen with its spread and verdict, the wordings below it with
// who approved which, and how it went on. The questions asked are opinion-sheets.tsx.

import { useState } from 'react'
import type { OpinionOnRecord, WordingOnRecord } from '#core/incident/state.ts'
import { standing } from '#core/incident/strikable.ts'
import { deskWords } from '#core/words/desk.ts'
import { opinionWords } from '#core/words/desk-opinion.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Provisional } from '../parts/chip.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import type { HandParts } from './hand-parts.ts'
import {
  FollowSheet,
  JudgeSheet,
  PublishSheet,
  RefuseSheet,
  SeeSheet,
  WordingSheet,
} from './opinion-sheets.tsx'
import { SidePart } from './side-part.tsx'
import { whoDid } from './who-did.ts'

export function OpinionSide(parts: HandParts) {
  const { view } = parts
  const t = useSay(opinionWords)
  const [seeing, setSeeing] = useState(false)
  const opinions = standing(view.incident.opinions)
  return (
    <>
      <SidePart
        title={t('title')}
        side={
          view.may.includes('SeeOpinion') && (
            <Button size="s" kind="text" onPress={() => setSeeing(true)}>
              {t('see')}
            </Button>
          )
        }
      >
        {opinions.length === 0 && <EmptyState title={t('none')} text={t('none.text')} />}
      </SidePart>
      {opinions.map((opinion) => (
        <Opinion key={opinion.opinion} {...parts} opinion={opinion} />
      ))}
      {seeing && <SeeSheet {...parts} onClose={() => setSeeing(false)} />}
    </>
  )
}

function Opinion(parts: HandParts & { opinion: OpinionOnRecord }) {
  const { view, names, now, opinion } = parts
  const { time } = useDesk()
  const t = useSay(opinionWords)
  const d = useSay(deskWords)
  const [sheet, setSheet] = useState<'verified' | 'refuted' | 'follow' | 'draft'>()
  const may = (type: string) => view.may.includes(type)
  const close = () => setSheet(undefined)
  const { verdict } = opinion
  const last = opinion.followed[opinion.followed.length - 1]
  return (
    <section className="opinion" aria-label={opinion.where}>
      <div className="line">
        <b>{opinion.where ?? d('story.withheld')}</b>
        <Chip>{t(`spread.${last?.spread ?? opinion.spread}`)}</Chip>
        {verdict ? (
          <Chip icon={verdict.verdict === 'verified' ? 'tick' : 'cross'}>
            {t(`verdict.${verdict.verdict}`)}
          </Chip>
        ) : (
          <Provisional>{t('verdict.open')}</Provisional>
        )}
      </div>
      {opinion.words !== undefined && <p className="read">{opinion.words}</p>}
      <p className="quieter small">
        {t('seen-by', { name: whoDid(opinion.by, view, names), time: time(opinion.seenAt, now) })}
        {opinion.link !== undefined && /^https?:\/\//.test(opinion.link) ? (
          <a className="opinion__link" href={opinion.link} target="_blank" rel="noreferrer noopener">
            {t('link')}
          </a>
        ) : (
          opinion.link !== undefined && <span className="opinion__link">{opinion.link}</span>
        )}
      </p>
      {verdict && (
        <p className="quieter small">
          {t('verdict.by', { name: whoDid(verdict.by, view, names), time: time(verdict.occurredAt, now) })}
          {verdict.words !== undefined && d('comma') + verdict.words}
        </p>
      )}
      {opinion.followed.map((one) => (
        <p key={one.recordedAt} className="small">
          {t('follow.line', {
            time: time(one.occurredAt, now),
            spread: t(`spread.${one.spread}`),
            words: one.words ?? d('story.withheld'),
          })}
        </p>
      ))}
      {opinion.wordings.map((wording) => (
        <Wording key={wording.wording} {...parts} wording={wording} />
      ))}
      <div className="line">
        {may('JudgeOpinion') && !verdict && (
          <>
            <Button size="s" onPress={() => setSheet('verified')}>
              {t('judge.verified')}
            </Button>
            <Button size="s" onPress={() => setSheet('refuted')}>
              {t('judge.refuted')}
            </Button>
          </>
        )}
        {may('DraftWording') && (
          <Button size="s" onPress={() => setSheet('draft')}>
            {t('draft')}
          </Button>
        )}
        {may('FollowOpinion') && (
          <Button size="s" kind="text" onPress={() => setSheet('follow')}>
            {t('follow')}
          </Button>
        )}
      </div>
      {(sheet === 'verified' || sheet === 'refuted') && (
        <JudgeSheet {...parts} verdict={sheet} onClose={close} />
      )}
      {sheet === 'follow' && <FollowSheet {...parts} onClose={close} />}
      {sheet === 'draft' && <WordingSheet {...parts} onClose={close} />}
    </section>
  )
}

function Wording(parts: HandParts & { wording: WordingOnRecord }) {
  const { view, plan, names, now, deeds, wording } = parts
  const { me, time } = useDesk()
  const t = useSay(opinionWords)
  const d = useSay(deskWords)
  const [sheet, setSheet] = useState<'refuse' | 'publish'>()
  const close = () => setSheet(undefined)
  const { approved, refused, published } = wording
  const open = !approved && !refused
  const own = wording.by.person === me.person.id
  const approvers = plan?.opinion?.approvedBy ?? []
  const decides = open && !own && approvers.includes(me.post.kind)
  return (
    <div className={`wording${open ? ' wording--open' : ''}`}>
      <p className="read">{wording.words ?? d('story.withheld')}</p>
      <p className="quieter small">
        {t('wording.by', { name: whoDid(wording.by, view, names), time: time(wording.occurredAt, now) })}
      </p>
      {open && (
        <p className="small">
          {t('wording.waits', { posts: approvers.map((post) => names.post(post)).join(d('comma')) })}
          {own && d('comma') + t('wording.own')}
        </p>
      )}
      {approved && (
        <p className="small">
          {t('wording.approved', {
            name: whoDid(approved.by, view, names),
            time: time(approved.occurredAt, now),
          })}
        </p>
      )}
      {refused && (
        <p className="small">
          {t('wording.refused', {
            name: whoDid(refused.by, view, names),
            time: time(refused.occurredAt, now),
            reason: refused.reason ?? d('story.withheld'),
          })}
        </p>
      )}
      {published && (
        <p className="small">
          <b>
            {t('wording.published', {
              time: time(published.publishedAt, now),
              where: published.where ?? d('story.withheld'),
            })}
          </b>
        </p>
      )}
      <div className="line">
        {decides && view.may.includes('ApproveWording') && (
          <Button
            size="s"
            onPress={() => deeds.give(t('approve'), 'ApproveWording', { wording: wording.wording })}
          >
            {t('approve')}
          </Button>
        )}
        {decides && view.may.includes('RefuseWording') && (
          <Button size="s" onPress={() => setSheet('refuse')}>
            {t('refuse')}
          </Button>
        )}
        {approved && !published && view.may.includes('PublishWording') && (
          <Button size="s" onPress={() => setSheet('publish')}>
            {t('publish')}
          </Button>
        )}
      </div>
      {sheet === 'refuse' && <RefuseSheet {...parts} onClose={close} />}
      {sheet === 'publish' && <PublishSheet {...parts} onClose={close} />}
    </div>
  )
}
