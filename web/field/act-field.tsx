// One field of a form, drawn by its kind: text, choices of the plan, an hour, a place, several steps, several tasks, several points.
// Which fields a form has is act-fields.ts; the sheet around them act-sheet.tsx.

import { isAtOrAbove, TIERS } from '#core/basics/tier.ts'
import { SPREADS } from '#core/incident/events-opinion.ts'
import { askedTier } from '#core/incident/handling.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { actWords, findActWord } from '#core/words/act.ts'
import { fieldWords } from '#core/words/field.ts'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/chip.tsx'
import { NumberField, TextArea, TextField, TimeField } from '../parts/field.tsx'
import { Segments } from '../parts/segments.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { useLevelWords } from '../talk/level-words.ts'
import {
  findEvaluation,
  formsToFile,
  jointKinds,
  openSteps,
  tiersAbove,
  type Viewing,
} from '../talk/possible.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import type { FormField } from './act-fields.ts'
import { type ActDraft, taskCount } from './act-form.ts'

const MAX_TEXT = 4000
const MAX_LINE = 300
const MOST_TASKS = 20

export interface ActFieldProps {
  type: string
  field: FormField
  draft: ActDraft
  set: (name: string, value: string) => void
  incident: Incident
  plan: EffectivePlan
}

interface Labelled {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function ActField(props: ActFieldProps) {
  const { type, field, draft, set, plan, incident } = props
  const t = useSay(actWords)
  const text = useText()
  const lang = useLang()
  const me = useMe()
  const levels = useLevelWords(plan)
  const viewing: Viewing = { incident, plan, post: me.post }
  const { name, kind } = field
  const word = findActWord(`${type}.${name}`)
  const hint = findActWord(`${type}.${name}.hint`)
  const label = word ? text(word) : name
  const value = draft.fields[name] ?? ''
  const onChange = (next: string) => set(name, next)
  const choose = (options: readonly { value: string; label: string }[], layout?: 'stack') => (
    <Segments
      label={label}
      options={options}
      value={value === '' ? undefined : value}
      onChoose={onChange}
      {...(layout ? { layout } : {})}
    />
  )
  switch (kind) {
    case 'listed':
      return choose([
        { value: 'yes', label: t('StateExample.listed.yes') },
        { value: 'no', label: t('StateExample.listed.no') },
      ])
    case 'verdict':
      return choose([
        { value: 'verified', label: t('verdict.verified') },
        { value: 'refuted', label: t('verdict.refuted') },
      ])
    case 'spread':
      return choose(SPREADS.map((spread) => ({ value: spread, label: t(`spread.${spread}`) })))
    case 'series':
      return choose(
        (['follow-up', 'final'] as const)
          .filter((one) => one === 'follow-up' || incident.handled !== undefined)
          .map((one) => ({ value: one, label: t(`ReportOn.kind.${one}`) })),
      )
    case 'event-level':
      return choose(
        plan.scales.event.map(({ level }) => ({ value: String(level), label: levels.event(level).number })),
      )
    case 'response-level':
      return choose(
        plan.scales.response.map(({ level }) => ({ value: level, label: levels.response(level).number })),
      )
    case 'form':
      return choose(
        formsToFile(viewing).map((form) => ({ value: form.id, label: text(form.name) })),
        'stack',
      )
    case 'joint':
      return <JointField {...{ label, value, onChange }} viewing={viewing} />
    case 'tier-above': {
      const usual = type === 'Ask' ? askedTier(incident, plan, me.post.tier) : undefined
      return choose(
        tiersAbove(viewing).map((tier) => ({
          value: tier,
          label:
            tier === usual
              ? t('Ask.tier.usual', { tier: tierName(plan, tier, lang) })
              : tierName(plan, tier, lang),
        })),
        'stack',
      )
    }
    case 'tier':
      return choose(
        TIERS.filter((tier) => isAtOrAbove(tier, 'school')).map((tier) => ({
          value: tier,
          label: text(plan.tiers[tier].name),
        })),
      )
    case 'minutes':
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
    case 'time':
      return <HourField {...{ label, value, onChange }} />
    case 'room':
      return <RoomField {...{ label, value, onChange }} incident={incident} />
    case 'steps':
      return <StepsField {...{ label, value, onChange }} viewing={viewing} />
    case 'tasks':
      return <TasksField {...props} />
    case 'points':
      return <PointsField {...props} />
    case 'line':
      return (
        <TextField
          label={label}
          value={value}
          onChange={onChange}
          maxLength={MAX_LINE}
          hint={hint && text(hint)}
        />
      )
    case 'words':
      return (
        <TextArea
          label={label}
          value={value}
          onChange={onChange}
          maxLength={MAX_TEXT}
          rows={3}
          hint={hint ? text(hint) : t('form.kept')}
        />
      )
  }
}

/** What may be decided together, each with what it is decided by. */
function JointField({ label, value, onChange, viewing }: Labelled & { viewing: Viewing }) {
  const text = useText()
  const kinds = jointKinds(viewing)
  const chosen = kinds.find((one) => one.id === value)
  return (
    <div className="stack">
      <Segments
        label={label}
        layout="stack"
        options={kinds.map((one) => ({ value: one.id, label: text(one.name) }))}
        value={value === '' ? undefined : value}
        onChoose={onChange}
      />
      {chosen && <p className="quiet small">{text(chosen.basis)}</p>}
    </div>
  )
}

function HourField({ label, value, onChange }: Labelled) {
  const t = useSay(fieldWords)
  return (
    <TimeField
      label={label}
      value={value === '' ? undefined : value}
      onChange={onChange}
      say={{ edit: t('first.edit'), wrong: t('first.wrong-time') }}
    />
  )
}

function RoomField({ label, value, onChange, incident }: Labelled & { incident: Incident }) {
  const t = useSay(actWords)
  const text = useText()
  const kit = useKit()
  const rooms = (kit?.rooms ?? []).filter((room) => room.unit === incident.unit)
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: t('StartHold.room.all') },
        ...rooms.map((room) => ({ value: room.id, label: text(room.name) })),
      ]}
    />
  )
}

function StepsField({ label, value, onChange, viewing }: Labelled & { viewing: Viewing }) {
  const text = useText()
  const chosen = value.split(' ').filter((id) => id !== '')
  return (
    <fieldset className="ask ask--tags">
      <legend className="ask__label">{label}</legend>
      {openSteps(viewing).map((step) => {
        const on = chosen.includes(step.id)
        const next = on ? chosen.filter((id) => id !== step.id) : [...chosen, step.id]
        return (
          <Tag key={step.id} on={on} onPress={() => onChange(next.join(' '))}>
            {text(step.text)}
          </Tag>
        )
      })}
    </fieldset>
  )
}

/** One block for each task: which post, and what. */
function TasksField({ draft, set, plan }: ActFieldProps) {
  const t = useSay(actWords)
  const text = useText()
  const me = useMe()
  const kit = useKit()
  const count = taskCount(draft)
  const posts = Object.values(plan.posts).filter(
    (post) => isAtOrAbove(me.post.tier, post.tier) && !post.beside,
  )
  const holder = (kind: string) => kit?.contacts.find((one) => one.postKind === kind)?.name
  return (
    <div className="stack">
      {Array.from({ length: count }, (_, nth) => nth).map((nth) => (
        <fieldset key={nth} className="ask">
          <legend className="ask__label">{t('GiveTasks.nth', { n: nth + 1 })}</legend>
          <SelectField
            label={t('GiveTasks.post')}
            value={draft.fields[`task.${nth}.post`] ?? ''}
            onChange={(post) => set(`task.${nth}.post`, post)}
            options={[
              { value: '', label: '' },
              ...posts.map((post) => ({
                value: post.id,
                label: [text(post.name), holder(post.id)].filter((one) => one).join(' '),
              })),
            ]}
          />
          <TextArea
            label={t('GiveTasks.words')}
            value={draft.fields[`task.${nth}.words`] ?? ''}
            onChange={(words) => set(`task.${nth}.words`, words)}
            maxLength={MAX_TEXT}
          />
        </fieldset>
      ))}
      <div className="line">
        {count < MOST_TASKS && (
          <Button size="s" icon="plus" onPress={() => set('tasks', String(count + 1))}>
            {t('GiveTasks.more')}
          </Button>
        )}
        {count > 1 && (
          <Button kind="text" size="s" onPress={() => set('tasks', String(count - 1))}>
            {t('GiveTasks.less')}
          </Button>
        )}
      </div>
    </div>
  )
}

function PointsField({ draft, set, incident, plan }: ActFieldProps) {
  const text = useText()
  return (
    <div className="stack">
      {(findEvaluation({ incident, plan })?.points ?? []).map((point) => (
        <TextArea
          key={point.id}
          label={text(point.name)}
          value={draft.fields[`points.${point.id}`] ?? ''}
          onChange={(words) => set(`points.${point.id}`, words)}
          maxLength={MAX_TEXT}
        />
      ))}
    </div>
  )
}
