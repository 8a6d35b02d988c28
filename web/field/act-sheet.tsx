// The form behind a deed, as a sheet: a sentence what it does, its few fields, one button. What is typed is kept on the
// device per incident and deed until it was sent.

import { useRef } from 'react'
import { type Tier, tierAbove } from '#core/basics/tier.ts'
import { askedTier } from '#core/incident/handling.ts'
import { needsProposal } from '#core/incident/look-up.ts'
import { sayEntry } from '#core/incident/say-entry.ts'
import type { Incident } from '#core/incident/state.ts'
import { type EffectivePlan, findSituation } from '#core/plan/effective.ts'
import { actWords, findActWord } from '#core/words/act.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/segments.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { freshId, useAct } from '../talk/act.ts'
import { instantOfTime, wallTime } from '../talk/clock-words.ts'
import { useKept } from '../talk/kept.ts'
import { campaignNow } from '../talk/now.ts'
import { findEvaluation, formsToFile, jointKinds } from '../talk/possible.ts'
import { useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { ActField } from './act-field.tsx'
import { ACT_FIELDS } from './act-fields.ts'
import { type ActDraft, buildAct, EMPTY_ACT, isHidden } from './act-form.ts'
import { Ask } from './first.tsx'

export interface ActSheetProps {
  /** The command; undefined: closed. */
  type: string | undefined
  /** The step, ask, task or line of the story it is about. */
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

/** What a form begins with: where there is one answer only, or the hour is most likely now, it is given. */
function useBegun({ type, about, incident, plan }: ActSheetProps): ActDraft {
  const me = useMe()
  const text = useText()
  const post = plan.posts[me.post.kind]?.name
  const viewing = { incident, plan, post: me.post }
  const begin = (fields: Record<string, string>): ActDraft => ({ ...EMPTY_ACT, fields })
  const time = wallTime(campaignNow(), me.campaign.zoneMinutes).time
  switch (type) {
    case 'StartResponse':
      return begin({ expectedMinutes: USUAL_MINUTES })
    case 'ChangeResponse': {
      const { responseStarted, responseChanges } = incident
      const now = responseChanges[responseChanges.length - 1] ?? responseStarted
      return begin({ expectedMinutes: USUAL_MINUTES, ...(now ? { responseLevel: now.responseLevel } : {}) })
    }
    case 'WriteDown': {
      const [form, ...others] = formsToFile(viewing)
      const one = about ?? (others.length === 0 ? form?.id : undefined)
      return one === undefined ? EMPTY_ACT : begin({ form: one })
    }
    case 'ProposeJoint': {
      const [kind, ...others] = jointKinds(viewing)
      return kind && others.length === 0 ? begin({ kind: kind.id }) : EMPTY_ACT
    }
    case 'ReportOn':
      return incident.handled ? EMPTY_ACT : begin({ kind: 'follow-up' })
    case 'StartHold':
      return me.post.room === undefined ? EMPTY_ACT : begin({ room: me.post.room })
    case 'LogOral':
      return begin({
        from: [post && text(post), me.person.name].filter((one) => one).join(' '),
        saidAt: time,
      })
    case 'SeeOpinion':
      return begin({ seenAt: time })
    case 'PublishWording':
      return begin({ publishedAt: time })
    default:
      return EMPTY_ACT
  }
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

/** The tier a form's sentence speaks of: whom it goes to. */
function tierOfForm(type: string, incident: Incident, plan: EffectivePlan, own: Tier): Tier {
  const above = tierAbove(own) ?? own
  if (type === 'Ask') return askedTier(incident, plan, own) ?? above
  if (type === 'ReportOn') return above
  if (type === 'Evaluate') return findEvaluation({ incident, plan })?.to ?? above
  return own
}

function ActForm(props: ActSheetProps & { type: string }) {
  const { type, about, incident, plan, onClose } = props
  const t = useSay(actWords)
  const text = useText()
  const lang = useLang()
  const me = useMe()
  const { give } = useAct()
  const kept = useKept<ActDraft>(`draft/act/${incident.id}/${type}/${about ?? ''}`)
  // One id for one slot of one form: sending twice does it once.
  const slots = useRef(new Map<string, string>())
  const fresh = (slot: string): string => {
    const known = slots.current.get(slot) ?? freshId()
    slots.current.set(slot, known)
    return known
  }
  const begun = useBegun(props)
  const draft = kept.value ?? begun
  const situation = findSituation(plan, incident.scenario)
  const built = buildAct(type, draft, {
    incident,
    situation,
    about,
    needsProposal: needsProposal(incident, plan, me.post.tier),
    points: findEvaluation({ incident, plan })?.points.map((point) => point.id),
    fresh,
    instantOf: (time) => instantOfTime(time, campaignNow(), me.campaign.zoneMinutes),
  })
  const set = (name: string, value: string) =>
    kept.keep({ ...draft, fields: { ...draft.fields, [name]: value } })
  const explained = findActWord(`${type}.text`)
  const tier = tierName(plan, tierOfForm(type, incident, plan, me.post.tier), lang)

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
      <AboutWords {...props} />
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
      {(ACT_FIELDS[type] ?? [])
        .filter((field) => !isHidden(type, field.name, draft))
        .map((field) => (
          <ActField
            key={field.name}
            type={type}
            field={field}
            draft={draft}
            set={set}
            incident={incident}
            plan={plan}
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
    const [, point] = field.split('points.')
    const name =
      point === undefined
        ? findActWord(field.replace('.tasks', ''))
        : findEvaluation({ incident, plan })?.points.find((one) => one.id === point)?.name
    return t('form.missing', { field: name ? text(name) : field })
  }
}

/** What the deed is about, read once more before it is done: the question, the task, the line that is struck. */
function AboutWords({ type, about, incident, plan }: ActSheetProps) {
  const t = useSay(actWords)
  const lang = useLang()
  switch (type) {
    case 'Answer': {
      const question = incident.asks.find((ask) => ask.ask === about)?.question
      return question === undefined ? null : <p className="read">{t('Answer.to', { question })}</p>
    }
    case 'DoTask': {
      const task = incident.tasks.find((one) => one.task === about)
      return task?.words === undefined ? null : <p className="read">{task.words}</p>
    }
    case 'StrikeEntry': {
      const entry = incident.entries.find((one) => String(one.version) === about)
      return entry ? <p className="read">{sayEntry(entry, incident.scenario, plan, lang)}</p> : null
    }
    case 'GiveTasks': {
      const answer = incident.answers.find((one) => one.answer === about)
      return answer?.instruction === undefined ? null : <p className="read">{answer.instruction}</p>
    }
    default:
      return null
  }
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
