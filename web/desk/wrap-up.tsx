// The end of an incident: dealt with, written down, closed. What still stands in the way is said with who owes it;
// only what this viewer may do has a button (B1, B2, B6).

import { useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import type { Obligation } from '#core/incident/obligations.ts'
import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Segments } from '../parts/segments.tsx'
import { formsToFile } from '../talk/possible.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import { EvaluationLine } from './evaluation.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'
import { whoDid } from './who-did.ts'

export function WrapUp(parts: HandParts) {
  const { view, plan, names, now, deeds, next } = parts
  const { lang, time } = useDesk()
  const t = useSay(deskWords)
  const [sheet, setSheet] = useState<'handle' | 'record'>()
  if (!plan) return null
  if (view.incident.status === 'closed') return <Over {...parts} />
  const { owed } = view
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
            {t('wrap.written', {
              form: formName(record.form),
              time: time(record.occurredAt, now),
              name: whoDid(record.by, view, names),
            })}
            {record.reference !== undefined && <span className="quieter">{record.reference}</span>}
          </li>
        ))}
        {owed.map((one) => (
          <li key={keyOf(one)}>
            <span className="steps-done__open" aria-hidden="true" />
            {owedWords(one)}
          </li>
        ))}
      </ul>
      <EvaluationLine {...parts} />
      <div className="line">
        {may('Handle') && !handled && (
          <Button
            size="s"
            kind={next?.kind === 'handle' ? 'solid' : 'outline'}
            onPress={() => setSheet('handle')}
          >
            {t('wrap.handle')}
          </Button>
        )}
        {may('WriteDown') && (
          <Button
            size="s"
            kind={next?.kind === 'record' ? 'solid' : 'outline'}
            onPress={() => setSheet('record')}
          >
            {t('wrap.record')}
          </Button>
        )}
        {may('Close') && (
          <Button
            size="s"
            kind={next?.kind === 'close' ? 'solid' : 'outline'}
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

  function owedWords(one: Obligation): string {
    const tier = names.tier(one.tier)
    switch (one.kind) {
      case 'record':
        return t('wrap.owed.record', { tier, form: formName(one.form) })
      case 'step': {
        const step = plan?.situations[view.incident.scenario]?.steps.find((each) => each.id === one.step)
        return t('wrap.owed.step', { tier, step: step ? inLang(step.text, lang) : one.step })
      }
      case 'task': {
        const task = view.incident.tasks.find((each) => each.task === one.task)
        return t('wrap.owed.task', { tier, task: task?.words ?? names.post(task?.post) })
      }
      default:
        return t(`wrap.owed.${one.kind}`, { tier })
    }
  }
}

/** What it is about tells obligations of one kind apart. */
function keyOf(one: Obligation): string {
  return Object.values(one).join('/')
}

/** What is closed may be opened again, with a reason, by whom the server says. */
function Over(parts: HandParts) {
  const { view, deeds } = parts
  const t = useSay(deskWords)
  const [open, setOpen] = useState(false)
  if (!view.may.includes('Reopen')) return null
  return (
    <SidePart title={t('wrap.title')}>
      <Button size="s" onPress={() => setOpen(true)}>
        {t('reopen.open')}
      </Button>
      {open && (
        <DraftSheet
          title={t('reopen.title')}
          draft={`${view.incident.id}.reopen`}
          label={t('reopen.reason')}
          hint={t('reopen.reason.hint')}
          rows={3}
          send={t('reopen.send')}
          missing={(reason) => (reason === '' ? t('reopen.missing') : undefined)}
          onSend={(reason) => deeds.give(t('reopen.open'), 'Reopen', { reason })}
          onClose={() => setOpen(false)}
        />
      )}
    </SidePart>
  )
}

function HandleSheet({ view, deeds, onClose }: HandParts & { onClose: () => void }) {
  const t = useSay(deskWords)
  return (
    <DraftSheet
      title={t('handle.title')}
      draft={`${view.incident.id}.outcome`}
      label={t('handle.outcome')}
      hint={t('handle.outcome.hint')}
      rows={3}
      send={t('wrap.handle')}
      missing={(outcome) => (outcome === '' ? t('handle.missing') : undefined)}
      onSend={(outcome) => deeds.give(t('wrap.handle'), 'Handle', { outcome })}
      onClose={onClose}
    />
  )
}

function RecordSheet({ view, plan, deeds, onClose }: HandParts & { onClose: () => void }) {
  const { me, lang } = useDesk()
  const t = useSay(deskWords)
  const forms = plan ? formsToFile({ incident: view.incident, plan, post: me.post, owed: view.owed }) : []
  const first = forms[0]
  const [form, setForm] = useState(first?.id)
  return (
    <DraftSheet
      title={t('record.title')}
      draft={`${view.incident.id}.form`}
      label={t('record.reference')}
      hint={t('record.reference.hint')}
      rows={1}
      send={t('record.send')}
      missing={() => (form === undefined ? t('record.missing') : undefined)}
      onSend={(where) =>
        deeds.give(t('wrap.record'), 'WriteDown', { form, ...(where === '' ? {} : { reference: where }) })
      }
      onClose={onClose}
      before={
        forms.length === 1 && first ? (
          <p>{t('record.only', { form: inLang(first.name, lang) })}</p>
        ) : (
          <Segments
            label={t('record.form')}
            options={forms.map((one) => ({ value: one.id, label: inLang(one.name, lang) }))}
            value={form}
            onChoose={setForm}
          />
        )
      }
    />
  )
}
