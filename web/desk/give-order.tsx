// E6: giving an order: kind, text, times, and the schools it goes to. Kinds and how long schools have to confirm are the plan's.
// The address: /desk/orders/new, with ?incident= for one that follows from an incident.

import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Instant } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import { deskWords } from '#core/words/desk.ts'
import { orderWords } from '#core/words/desk-orders.ts'
import { Button } from '../parts/button.tsx'
import { TextArea, TimeField } from '../parts/field.tsx'
import { ICON_NAMES, Icon, type IconName } from '../parts/icon.tsx'
import { Segments } from '../parts/segments.tsx'
import { newStreamId } from '../talk/new-stream-id.ts'
import { useSay } from '../talk/words.tsx'
import { type Picked, schoolsWith } from './addressees.ts'
import { momentOf, typedOf } from './day-time.ts'
import { usePageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { MAX_TEXT } from './draft-sheet.tsx'
import { SchoolPicker } from './school-picker.tsx'

export default function GiveOrder({ now }: { now: Instant }) {
  const { me, plan, rows, groups, lang } = useDesk()
  const t = useSay(orderWords)
  const d = useSay(deskWords)
  const [, go] = useLocation()
  const because = new URLSearchParams(useSearch()).get('incident') ?? undefined
  const row = rows.find((one) => one.id === because)
  const { give, outcome } = usePageDeeds()
  const [kindId, setKindId] = useDraft('order.kind')
  const [words, setWords] = useDraft('order.words')
  const [picked, setPicked] = useState<Picked>(() =>
    row ? schoolsWith(groups, row.scenario) : new Set<string>(),
  )
  const zone = me.campaign.zoneMinutes
  const [from, setFrom] = useState<string>()
  const [until, setUntil] = useState<string>()
  const timeSay = { edit: d('time.edit'), wrong: d('time.wrong') }
  const kinds = plan?.orders ?? []
  const kind = kinds.find((one) => one.id === kindId)
  const start = momentOf(from, now, zone)
  const end = momentOf(until, now, zone)
  const missing = !kind
    ? t('give.missing.kind')
    : words.trim() === ''
      ? t('give.missing.words')
      : end !== undefined && end <= (start ?? now)
        ? t('give.missing.times')
        : picked.size === 0
          ? t('give.missing.to')
          : undefined
  return (
    <div className="page">
      <header className="page__head">
        <Button kind="text" size="s" icon="back" href="/desk/orders">
          {t('give.back')}
        </Button>
        <h1>{t('give.title')}</h1>
      </header>
      <div className="give">
        <section className="give__what" aria-label={t('give.kind')}>
          <fieldset className="kinds">
            <legend className="ask__label">{t('give.kind')}</legend>
            {kinds.map((one) => (
              <label key={one.id} className={`kinds__one${one.id === kindId ? ' kinds__one--on' : ''}`}>
                <input
                  type="radio"
                  name="order-kind"
                  className="segments__input"
                  checked={one.id === kindId}
                  onChange={() => setKindId(one.id)}
                />
                <Icon name={iconOf(one.icon)} />
                <span>
                  <b>{inLang(one.name, lang)}</b>
                  <span className="quieter small">{inLang(one.hint, lang)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <TextArea
            label={t('give.words')}
            value={words}
            onChange={setWords}
            placeholder={t('give.words.hint')}
            rows={4}
            maxLength={MAX_TEXT}
          />
          <Segments
            label={t('give.from')}
            options={[
              { value: 'now', label: t('give.from.now') },
              { value: 'later', label: t('give.from.later') },
            ]}
            value={from === undefined ? 'now' : 'later'}
            onChoose={(value) => setFrom(value === 'now' ? undefined : typedOf(now, zone))}
            layout="row"
          />
          {from !== undefined && (
            <TimeField label={t('give.at')} value={from} onChange={setFrom} say={timeSay} />
          )}
          <Segments
            label={t('give.until')}
            options={[
              { value: 'open', label: t('give.until.open') },
              { value: 'at', label: t('give.until.at') },
            ]}
            value={until === undefined ? 'open' : 'at'}
            onChoose={(value) => setUntil(value === 'open' ? undefined : typedOf(now + 30 * 60_000, zone))}
            layout="row"
          />
          {until !== undefined && (
            <TimeField label={t('give.at')} value={until} onChange={setUntil} say={timeSay} />
          )}
        </section>
        <section className="give__to" aria-labelledby="give-to">
          <h2 id="give-to">{t('give.to')}</h2>
          <SchoolPicker picked={picked} onChange={setPicked} scenario={row?.scenario} />
        </section>
      </div>
      <footer className="page__foot">
        {outcome}
        <div className="line">
          {kind && (
            <span className="quieter small">{t('give.confirm', { minutes: kind.confirmation.minutes })}</span>
          )}
          <Button
            kind="solid"
            icon="send"
            missing={missing}
            busyLabel={d('sending')}
            onPress={async () => {
              if (!plan || !kind) return
              const id = newStreamId(me.post.unit)
              const data = {
                unit: me.post.unit,
                campaign: me.campaign.id,
                plan: plan.hash,
                kind: kind.id,
                to: [...picked],
                ...(start === undefined ? {} : { from: start }),
                ...(end === undefined ? {} : { until: end }),
                ...(because === undefined ? {} : { incident: because }),
                words: words.trim(),
              }
              if (await give(inLang(kind.name, lang), { kind: 'order', id }, 'GiveOrder', data)) {
                setWords('')
                setKindId('')
                go(`/desk/orders/${id}`)
              }
            }}
          >
            {t('give.send', { n: picked.size })}
          </Button>
        </div>
      </footer>
    </div>
  )
}

function iconOf(name: string): IconName {
  return ICON_NAMES.find((one) => one === name) ?? 'flag'
}
