// The form behind a deed, as a sheet: a sentence what it does, its few fields, one button. What is typed is kept on the
// device per incident and deed until it was sent.

import { useRef } from 'react'
import { tierAbove } from '#core/basics/tier.ts'
import { situationRecords } from '#core/incident/look-up.ts'
import type { Incident } from '#core/incident/state.ts'
import { type EffectivePlan, findSituation } from '#core/plan/effective.ts'
import { actWords, findActWord } from '#core/words/act.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { NumberField, TextArea } from '../parts/field.tsx'
import { Segments } from '../parts/segments.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { freshId, useAct } from '../talk/act.ts'
import { useKept } from '../talk/kept.ts'
import { useLevelWords } from '../talk/level-words.ts'
import { useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { ACT_FIELDS, type ActDraft, buildAct, EMPTY_ACT } from './act-form.ts'
import { Ask } from './first.tsx'

export interface ActSheetProps {
  /** The command; undefined: closed. */
  type: string | undefined
  /** The step or ask it is about. */
  about?: string | undefined
  incident: Incident
  plan: EffectivePlan
  onClose: () => void
}

export function ActSheet(props: ActSheetProps) {
  const { type, onClose } = props
  const shell = useSay(shellWords)
  return (
    <Sheet open={type !== undefined} title={useTitle(props)} closeName={shell('close')} onClose={onClose}>
      {type !== undefined && <ActForm {...props} type={type} />}
    </Sheet>
  )
}

/** The plan's command wants a figure that nobody knows at once: this one, to be changed, minutes. */
const USUAL_MINUTES = '60'

/** What a form begins with: where there is one answer only, it is given. */
function begun(type: string, plan: EffectivePlan): ActDraft {
  const [record, ...others] = situationRecords(plan)
  if (type === 'StartResponse') return { ...EMPTY_ACT, fields: { expectedMinutes: USUAL_MINUTES } }
  if (type === 'WriteDown' && record && others.length === 0)
    return { ...EMPTY_ACT, fields: { form: record.id } }
  return EMPTY_ACT
}

/** The deed; a step that is taken back is named. */
function useTitle({ type, about, incident, plan }: ActSheetProps): string {
  const t = useSay(actWords)
  const text = useText()
  const step =
    type === 'ReopenStep' && findSituation(plan, incident.scenario)?.steps.find((one) => one.id === about)
  return step ? t('ReopenStep.title', { step: text(step.text) }) : t(deedKey(type ?? 'other'))
}

/** The words for a command type. */
export function deedKey(type: string): `deed.${'other' | 'Report'}` {
  const key = `deed.${type}`
  return (findActWord(key) ? key : 'deed.other') as 'deed.other'
}

function ActForm({ type, about, incident, plan, onClose }: ActSheetProps & { type: string }) {
  const t = useSay(actWords)
  const text = useText()
  const lang = useLang()
  const me = useMe()
  const { give } = useAct()
  const kept = useKept<ActDraft>(`draft/act/${incident.id}/${type}/${about ?? ''}`)
  // One id for one form: sending twice asks once.
  const fresh = useRef(freshId())
  const draft = kept.value ?? begun(type, plan)
  const situation = findSituation(plan, incident.scenario)
  const built = buildAct(type, draft, { incident, situation, about, fresh: fresh.current })
  const set = (name: string, value: string) =>
    kept.keep({ ...draft, fields: { ...draft.fields, [name]: value } })
  const tier = tierName(plan, type === 'Ask' ? (tierAbove(me.post.tier) ?? me.post.tier) : me.post.tier, lang)
  const explained = findActWord(`${type}.text`)
  const asked = incident.asks.find((ask) => ask.ask === about)

  async function send() {
    if (!('data' in built)) return
    const given = await give({ kind: 'incident', id: incident.id }, type, built.data)
    // Refused: the page says why, and what was typed is still in the form.
    if (!('refused' in given)) kept.drop()
    onClose()
  }

  return (
    <div className="stack">
      {explained && <p className="quiet">{text(explained).replace('{tier}', tier)}</p>}
      {type === 'Answer' && asked?.question !== undefined && (
        <p className="read">{t('Answer.to', { question: asked.question })}</p>
      )}
      {type === 'StateFacts' &&
        situation?.questions.map((question) => (
          <Ask
            key={question.id}
            situation={situation}
            question={question}
            given={draft.answers[question.id]}
            quiet
            onAnswer={(answer) =>
              kept.keep({ ...draft, answers: { ...draft.answers, [question.id]: answer } })
            }
          />
        ))}
      {type === 'ReopenStep' && (
        <WhyReopen
          fields={draft.fields}
          onChange={(fields) => kept.keep({ ...draft, fields: { ...draft.fields, ...fields } })}
        />
      )}
      {(ACT_FIELDS[type] ?? []).map(({ name }) => (
        <ActField
          key={name}
          type={type}
          name={name}
          value={draft.fields[name] ?? ''}
          onChange={(value) => set(name, value)}
          plan={plan}
          hidden={isHidden(type, name, draft)}
        />
      ))}
      <Button
        kind="solid"
        size="l"
        wide
        busyLabel={t('form.sending')}
        missing={'missing' in built ? missingWords(built.missing) : undefined}
        onPress={send}
      >
        {t(deedKey(type))}
      </Button>
    </div>
  )

  function missingWords(field: string): string {
    if (field === 'StateFacts.nothing') return t('StateFacts.nothing')
    const name = findActWord(field)
    return t('form.missing', { field: name ? text(name) : field })
  }
}

/** Fields that another answer makes needless. */
function isHidden(type: string, name: string, { fields }: ActDraft): boolean {
  if (type === 'StateExample' && name === 'reference') return fields.listed !== 'yes'
  return type === 'ReopenStep' && name === 'reason' && fields.why !== 'other'
}

interface WhyReopenProps {
  fields: ActDraft['fields']
  onChange: (fields: ActDraft['fields']) => void
}

/** Ready answers: a wrong tap is put right without writing. */
function WhyReopen({ fields, onChange }: WhyReopenProps) {
  const t = useSay(actWords)
  const ready = { mistake: t('ReopenStep.mistake'), unfinished: t('ReopenStep.unfinished') } as const
  return (
    <Segments
      label={t('ReopenStep.reason')}
      layout="stack"
      options={[
        { value: 'mistake', label: ready.mistake },
        { value: 'unfinished', label: ready.unfinished },
        { value: 'other', label: t('ReopenStep.other') },
      ]}
      value={fields.why}
      onChoose={(why) =>
        onChange({ why, reason: why === 'mistake' || why === 'unfinished' ? ready[why] : '' })
      }
    />
  )
}

interface ActFieldProps {
  type: string
  name: string
  value: string
  onChange: (value: string) => void
  plan: EffectivePlan
  hidden: boolean
}

function ActField({ type, name, value, onChange, plan, hidden }: ActFieldProps) {
  const t = useSay(actWords)
  const text = useText()
  const levels = useLevelWords(plan)
  const word = findActWord(`${type}.${name}`)
  const label = word ? text(word) : name
  if (hidden) return null
  switch (name) {
    case 'listed':
      return (
        <Segments
          label={label}
          options={[
            { value: 'yes', label: t('StateExample.listed.yes') },
            { value: 'no', label: t('StateExample.listed.no') },
          ]}
          value={value === '' ? undefined : value}
          onChoose={onChange}
        />
      )
    case 'eventLevel':
      return (
        <Segments
          label={label}
          options={plan.scales.event.map(({ level }) => ({
            value: String(level),
            label: levels.event(level).number,
          }))}
          value={value === '' ? undefined : value}
          onChoose={onChange}
        />
      )
    case 'responseLevel':
      return (
        <Segments
          label={label}
          options={plan.scales.response.map(({ level }) => ({
            value: level as string,
            label: levels.response(level).number,
          }))}
          value={value === '' ? undefined : value}
          onChoose={onChange}
        />
      )
    case 'form':
      return (
        <Segments
          label={label}
          layout="stack"
          options={situationRecords(plan).map((form) => ({ value: form.id, label: text(form.name) }))}
          value={value === '' ? undefined : value}
          onChoose={onChange}
        />
      )
    case 'expectedMinutes':
      return (
        <NumberField
          label={label}
          value={value === '' ? undefined : Number(value)}
          onChange={(minutes) => onChange(String(minutes))}
          min={1}
          max={2880}
          say={{ less: '−', more: '+' }}
        />
      )
    default: {
      const hint = findActWord(`${type}.${name}.hint`)
      return (
        <TextArea
          label={label}
          value={value}
          onChange={onChange}
          maxLength={4000}
          rows={3}
          hint={hint ? text(hint) : t('form.kept')}
        />
      )
    }
  }
}
