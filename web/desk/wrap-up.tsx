// The end of an incident: dealt with, written down, closed. What still stands in the way is said with who owes it;
// only what this viewer may do has a button (B1, B2, B6).

import { useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import { type Obligation, obligations } from '#core/incident/obligations.ts'
import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { TextArea, TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Segments } from '../parts/segments.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'

export function WrapUp(parts: HandParts) {
  const { view, plan, names, now, deeds, next } = parts
  const { lang, time } = useDesk()
  const t = useSay(deskWords)
  const [sheet, setSheet] = useState<'handle' | 'record'>()
  if (!plan || view.incident.status === 'closed') return null
  const owed = obligations(view.incident, plan)
  const may = (type: string) => view.may.includes(type)
  const { handled, writtenDown } = view.incident
  return (
    <SidePart title={t('wrap.title')}>
      <ul className="wrap">
        {handled && (
          <li className="wrap__done">
            <Icon name="tick" />
            {t('wrap.handled', { time: time(handled.occurredAt, now) })}
          </li>
        )}
        {writtenDown.map((record) => (
          <li key={`${record.form}/${record.recordedAt}`} className="wrap__done">
            <Icon name="tick" />
            {t('wrap.written', { form: formName(record.form), time: time(record.occurredAt, now) })}
          </li>
        ))}
        {owed.map((one) => (
          <li key={`${one.kind}/${about(one)}`}>
            <span className="steps-done__open" aria-hidden="true" />
            {owedWords(one)}
          </li>
        ))}
      </ul>
      <div className="line">
        {may('Handle') && !handled && (
          <Button size="s" kind={next === 'handle' ? 'solid' : 'outline'} onPress={() => setSheet('handle')}>
            {t('wrap.handle')}
          </Button>
        )}
        {may('WriteDown') && (
          <Button size="s" kind={next === 'record' ? 'solid' : 'outline'} onPress={() => setSheet('record')}>
            {t('wrap.record')}
          </Button>
        )}
        {may('Close') && (
          <Button
            size="s"
            kind={next === 'close' ? 'solid' : 'outline'}
            missing={owed.length > 0 ? t('wrap.close.missing', { n: owed.length }) : undefined}
            onPress={() => deeds.give(t('wrap.close'), 'Close', {})}
          >
            {t('wrap.close')}
          </Button>
        )}
      </div>
      {sheet === 'handle' && <HandleSheet {...parts} onClose={() => setSheet(undefined)} />}
      {sheet === 'record' && <RecordSheet {...parts} onClose={() => setSheet(undefined)} />}
    </SidePart>
  )

  function formName(id: string): string {
    const form = plan?.forms.find((one) => one.id === id)
    return form ? inLang(form.name, lang) : id
  }

  function about(one: Obligation): string {
    return one.kind === 'answer'
      ? one.ask
      : one.kind === 'comply'
        ? one.answer
        : one.kind === 'record'
          ? one.form
          : ''
  }

  function owedWords(one: Obligation): string {
    const tier = names.tier(one.tier)
    return one.kind === 'record'
      ? t('wrap.owed.record', { tier, form: formName(one.form) })
      : t(`wrap.owed.${one.kind}`, { tier })
  }
}

function HandleSheet({ view, deeds, onClose }: HandParts & { onClose: () => void }) {
  const t = useSay(deskWords)
  const [outcome, setOutcome] = useDraft(`${view.incident.id}.outcome`)
  return (
    <Sheet
      open
      title={t('handle.title')}
      closeName={t('close')}
      onClose={onClose}
      foot={
        <Button
          kind="solid"
          wide
          missing={outcome.trim() === '' ? t('handle.missing') : undefined}
          busyLabel={t('sending')}
          onPress={async () => {
            if (await deeds.give(t('wrap.handle'), 'Handle', { outcome: outcome.trim() })) setOutcome('')
            onClose()
          }}
        >
          {t('wrap.handle')}
        </Button>
      }
    >
      <TextArea
        label={t('handle.outcome')}
        value={outcome}
        onChange={setOutcome}
        placeholder={t('handle.outcome.hint')}
        rows={3}
        maxLength={4000}
      />
    </Sheet>
  )
}

function RecordSheet({ view, plan, deeds, onClose }: HandParts & { onClose: () => void }) {
  const { lang } = useDesk()
  const t = useSay(deskWords)
  const written = new Set(view.incident.writtenDown.map((record) => record.form))
  const grade = view.incident.grades[view.incident.grades.length - 1]
  const wanted = new Set([
    ...(plan?.situations[view.incident.scenario]?.recordedIn ?? []),
    ...(plan?.handling.find((one) => one.eventLevel === grade?.eventLevel)?.recordedIn ?? []),
  ])
  const forms = (plan?.forms ?? []).filter((form) => wanted.has(form.id))
  const first = forms.find((form) => !written.has(form.id)) ?? forms[0]
  const [form, setForm] = useState(first?.id)
  const [reference, setReference] = useDraft(`${view.incident.id}.form`)
  return (
    <Sheet
      open
      title={t('record.title')}
      closeName={t('close')}
      onClose={onClose}
      foot={
        <Button
          kind="solid"
          wide
          missing={form === undefined ? t('record.missing') : undefined}
          busyLabel={t('sending')}
          onPress={async () => {
            const where = reference.trim()
            const data = { form, ...(where === '' ? {} : { reference: where }) }
            if (await deeds.give(t('wrap.record'), 'WriteDown', data)) setReference('')
            onClose()
          }}
        >
          {t('record.send')}
        </Button>
      }
    >
      <Segments
        label={t('record.form')}
        options={forms.map((one) => ({ value: one.id, label: inLang(one.name, lang) }))}
        value={form}
        onChoose={setForm}
      />
      <TextField
        label={t('record.reference')}
        value={reference}
        onChange={setReference}
        placeholder={t('record.reference.hint')}
      />
    </Sheet>
  )
}
