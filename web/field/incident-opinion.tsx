// Public opinion on the phone (E5): what is seen where, whether it is true, how it went on; wordings with who drafted, who approved
// and where they were published. Loaded when an incident has any.

import { useState } from 'react'
import type { OpinionOnRecord, WordingOnRecord } from '#core/incident/state.ts'
import { standing } from '#core/incident/strikable.ts'
import { actWords } from '#core/words/act.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldOpinionWords } from '#core/words/field-opinion.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Provisional } from '../parts/chip.tsx'
import { Section } from '../parts/list-row.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { useSay } from '../talk/words.tsx'
import FileSheet from './file-sheet.tsx'
import { useInHand, useWhoWhen } from './in-hand.tsx'
import { IncidentFiles } from './incident-files.tsx'

export default function IncidentOpinion() {
  const t = useSay(fieldOpinionWords)
  const { incident } = useInHand()
  return (
    <Section title={t('title')}>
      <div className="stack">
        {standing(incident.opinions).map((opinion) => (
          <Opinion key={opinion.opinion} opinion={opinion} />
        ))}
      </div>
    </Section>
  )
}

function Opinion({ opinion }: { opinion: OpinionOnRecord }) {
  const t = useSay(fieldOpinionWords)
  const act = useSay(actWords)
  const page = useSay(fieldWords)
  const inHand = useInHand()
  const { may, open, waiting } = inHand
  const whoWhen = useWhoWhen()
  const join = useJoined()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const [attaching, setAttaching] = useState(false)
  const { verdict, followed } = opinion
  const spread = followed[followed.length - 1]?.spread ?? opinion.spread
  const link = safeLink(opinion.link)
  return (
    <div className="card field__card">
      <div className="line">
        <b>{opinion.where ?? page('incident.text-gone')}</b>
        <Chip>{act(`spread.${spread}`)}</Chip>
        {verdict ? (
          <Chip icon={verdict.verdict === 'verified' ? 'tick' : 'cross'}>
            {t(verdict.verdict === 'verified' ? 'true' : 'false')}
          </Chip>
        ) : (
          <Provisional>{t('unjudged')}</Provisional>
        )}
      </div>
      <p className="read">{opinion.words ?? ''}</p>
      <p className="quieter small">{t('seen-by', { who: whoWhen(opinion) })}</p>
      {verdict && (
        <p className="quieter small">
          {join(t(verdict.verdict === 'verified' ? 'true' : 'false'), whoWhen(verdict), verdict.words)}
        </p>
      )}
      <IncidentFiles about={opinion.opinion} />
      {followed.length > 0 && (
        <Timeline
          label={t('follow')}
          items={followed.map((one) => ({
            id: String(one.recordedAt),
            time: timeOfDay(one.occurredAt, now),
            who: inHand.nameOf(one.by.person),
            note: act(`spread.${one.spread}`),
            words: one.words ?? page('incident.text-gone'),
          }))}
        />
      )}
      <div className="note__ways">
        {link !== undefined && (
          <Button kind="text" size="s" href={link}>
            {t('open-link')}
          </Button>
        )}
        {may('Attach') && (
          <Button kind="text" size="s" icon="camera" onPress={() => setAttaching(true)}>
            {t('attach')}
          </Button>
        )}
        {!verdict && may('JudgeOpinion') && (
          <Button kind="text" size="s" onPress={() => open('JudgeOpinion', opinion.opinion)}>
            {t('judge')}
          </Button>
        )}
        {may('FollowOpinion') && (
          <Button kind="text" size="s" onPress={() => open('FollowOpinion', opinion.opinion)}>
            {t('follow')}
          </Button>
        )}
        {may('DraftWording') && (
          <Button kind="text" size="s" icon="edit" onPress={() => open('DraftWording', opinion.opinion)}>
            {t('draft')}
          </Button>
        )}
      </div>
      {waiting('JudgeOpinion', opinion.opinion) && <Provisional>{t('pending')}</Provisional>}
      {opinion.wordings.length > 0 && <b>{t('wordings')}</b>}
      {opinion.wordings.map((wording) => (
        <Wording key={wording.wording} wording={wording} />
      ))}
      {attaching && (
        <FileSheet incident={inHand.incident} about={opinion.opinion} onClose={() => setAttaching(false)} />
      )}
    </div>
  )
}

/** A wording is dashed until somebody else than its drafter approved it. */
function Wording({ wording }: { wording: WordingOnRecord }) {
  const t = useSay(fieldOpinionWords)
  const page = useSay(fieldWords)
  const { plan, post, may, open, give, waiting } = useInHand()
  const whoWhen = useWhoWhen()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const { approved, refused, published } = wording
  const settled = approved ?? refused
  const own = wording.by.person === me.person.id
  const approves = plan.opinion === undefined || plan.opinion.approvedBy.includes(post.kind)
  const sent = waiting('ApproveWording', wording.wording) || waiting('PublishWording', wording.wording)
  return (
    <div className={approved ? 'field__wording field__wording--approved' : 'field__wording'}>
      <p className="read">{wording.words ?? page('incident.text-gone')}</p>
      <p className="quieter small">{t('wording.by', { who: whoWhen(wording) })}</p>
      <p className="small">
        {published
          ? t('wording.published', {
              at: timeOfDay(published.publishedAt, now),
              where: published.where ?? '',
            })
          : approved
            ? t('wording.approved', { who: whoWhen(approved) })
            : refused
              ? t('wording.refused', { who: whoWhen(refused), reason: refused.reason ?? '' })
              : t(own ? 'wording.own' : 'wording.waits')}
      </p>
      {sent && <Provisional>{t('pending')}</Provisional>}
      {!sent && !settled && !own && approves && may('ApproveWording') && (
        <div className="field__two">
          <Button kind="solid" wide onPress={() => give('ApproveWording', { wording: wording.wording })}>
            {t('approve')}
          </Button>
          <Button wide onPress={() => open('RefuseWording', wording.wording)}>
            {t('refuse')}
          </Button>
        </div>
      )}
      {!sent && approved && !published && may('PublishWording') && (
        <Button wide onPress={() => open('PublishWording', wording.wording)}>
          {t('publish')}
        </Button>
      )}
    </div>
  )
}

/** What somebody typed as a link is followed only where it leads to the web. */
function safeLink(link: string | undefined): string | undefined {
  return link !== undefined && /^https?:\/\/\S+$/i.test(link) ? link : undefined
}
