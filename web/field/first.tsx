// Screen 03: what to do first, with persons to call, then the plan's few questions. Ticks made here are kept and sent
// after the report. Nothing is chosen beforehand; what is left open is said to be assumed.

import { useRef, useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import type { EffectivePlan, Situation } from '#core/plan/effective.ts'
import { LEAST } from '#core/plan/facts.ts'
import type { Step as PlanStep, Question } from '#core/plan/layer.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldOrdersWords } from '#core/words/field-orders.ts'
import { sayValue } from '#core/words/grading.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { NumberField, TimeField } from '../parts/field.tsx'
import { Section } from '../parts/list-row.tsx'
import { Banner } from '../parts/notice.tsx'
import { ProgressSteps } from '../parts/progress-steps.tsx'
import { Header } from '../parts/screen.tsx'
import { Segments } from '../parts/segments.tsx'
import { Step, Steps } from '../parts/step.tsx'
import { instantOfTime, useTimeOfDay, wallTime } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { campaignNow, useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { Alarms, hasAlarm } from './alarms.tsx'
import { EmergencyCalls } from './emergency-calls.tsx'
import { FieldPage } from './page.tsx'
import { PlacePick } from './place-pick.tsx'
import {
  assumedAnswer,
  assumedFacts,
  findInjuryQuestion,
  firstSteps,
  mustAskInjury,
  placeOf,
  type ReportDraft,
  statedBy,
  toggleStep,
} from './report-draft.ts'
import { SameAsk } from './same-ask.tsx'
import { StepCall, useStepWho } from './step-people.tsx'
import type { Drafting } from './use-draft.ts'

/** Up to so many characters in all, answers stand beside their question. */
const SHORT_ANSWERS = 6
const SHORT_QUESTION = 9

export interface FirstProps {
  plan: EffectivePlan
  situation: Situation
  draft: ReportDraft
  change: Drafting['change']
}

export function First({ plan, situation, draft, change }: FirstProps) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  const orders = useSay(fieldOrdersWords)
  const text = useText()
  const me = useMe()
  const place = placeOf(draft, situation, me.post)
  const steps = firstSteps(situation)
  const stated = statedBy(situation, draft.answers)
  const [refused, setRefused] = useState(false)
  const questionsAt = useRef<HTMLDivElement>(null)
  const injury = findInjuryQuestion(situation)
  const missing =
    injury && mustAskInjury(situation, draft) ? t('first.missing', { ask: text(injury.ask) }) : undefined
  const answered = situation.questions.filter((question) => draft.answers[question.id] !== undefined).length
  return (
    <FieldPage
      offlineWords={shell('net.steps-kept')}
      alarm={<Alarms plan={plan} scenario={situation.id} stated={stated} unit={place.unit} />}
      header={
        <Header
          title={text(situation.name)}
          back={{ href: '/report', name: shell('back') }}
          side={t('step-of', { at: 2, of: 3 })}
        >
          <ProgressSteps at={2} of={3} name={t('step-of', { at: 2, of: 3 })} />
          {!hasAlarm({ plan, scenario: situation.id, stated }) && <EmergencyCalls />}
        </Header>
      }
      foot={
        <>
          {refused && missing && (
            <p className="ask__missing" role="alert">
              {missing}
            </p>
          )}
          <Button
            kind="solid"
            size="l"
            wide
            href={`/report/${situation.id}/grade`}
            // Said once; whoever taps again has no time for it.
            missing={refused ? undefined : missing}
            onMissing={() => {
              setRefused(true)
              const at = injury && questionsAt.current?.querySelector(`[data-question="${injury.id}"]`)
              at?.scrollIntoView({ block: 'center' })
              at?.querySelector('input')?.focus({ preventScroll: true })
            }}
          >
            {t('first.next')}
          </Button>
        </>
      }
    >
      {me.post.tier !== 'school' && <PlacePick situation={situation} draft={draft} change={change} />}
      <SameAsk plan={plan} situation={situation} draft={draft} change={change} />
      {situation.hold && (
        <Banner icon="hourglass" tone="dashed">
          <b>{orders('hold.first')}</b>
          <br />
          {orders('hold.first.text')}
        </Banner>
      )}
      <Section title={t('first.do', { n: steps.length })}>
        <Steps label={t('first.do', { n: steps.length })}>
          {steps.map((step, index) => (
            <FirstStep
              key={step.id}
              n={index + 1}
              step={step}
              plan={plan}
              place={place}
              doneAt={draft.steps[step.id]}
              onToggle={() => change((now) => toggleStep(now, step.id, campaignNow()))}
            />
          ))}
        </Steps>
      </Section>
      <Section
        title={t('first.ask', { n: situation.questions.length + 1 })}
        side={t('first.answered', { n: answered + 1 })}
      >
        {me.post.tier === 'school' && <PlacePick situation={situation} draft={draft} change={change} />}
        <TimeField
          label={t('first.when')}
          value={wallTime(draft.discoveredAt, me.campaign.zoneMinutes).time}
          onChange={(time) =>
            change((now) => ({
              ...now,
              discoveredAt: instantOfTime(time, campaignNow(), me.campaign.zoneMinutes),
            }))
          }
          say={{ edit: t('first.edit'), wrong: t('first.wrong-time') }}
        />
        <div ref={questionsAt}>
          {situation.questions.map((question) => (
            <div key={question.id} data-question={question.id}>
              <Ask
                situation={situation}
                question={question}
                given={draft.answers[question.id]}
                onAnswer={(answer) =>
                  change((now) => ({ ...now, answers: { ...now.answers, [question.id]: answer } }))
                }
              />
            </div>
          ))}
        </div>
      </Section>
    </FieldPage>
  )
}

interface FirstStepProps {
  n: number
  step: PlanStep
  plan: EffectivePlan
  place: ReturnType<typeof placeOf>
  doneAt: number | undefined
  onToggle: () => void
}

function FirstStep({ n, step, plan, place, doneAt, onToggle }: FirstStepProps) {
  const t = useSay(fieldWords)
  const join = useJoined()
  const text = useText()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const who = useStepWho(plan, place.unit, place.room)(step)
  const done = doneAt !== undefined
  return (
    <Step
      n={n}
      weight="first"
      text={text(step.text)}
      who={done ? join(who.words, t('step.done', { at: timeOfDay(doneAt, now) })) : who.words}
      done={done}
      onToggle={onToggle}
      tickName={t(done ? 'step.untick' : 'step.tick', { n })}
      side={done ? undefined : <StepCall step={step} who={who} />}
    />
  )
}

interface AskProps {
  situation: Situation
  question: Question
  given: string | number | undefined
  onAnswer: (answer: string | number) => void
  /** Says nothing about what is assumed: the incident has its facts. */
  quiet?: boolean | undefined
}

/** One question of the plan; while it is open, what is assumed stands under it. */
export function Ask({ situation, question, given, onAnswer, quiet = false }: AskProps) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const label = inLang(question.ask, lang)
  if (question.number !== undefined) {
    return (
      <div>
        <NumberField
          label={label}
          value={typeof given === 'number' ? given : undefined}
          onChange={onAnswer}
          say={{ less: t('first.less'), more: t('first.more') }}
        />
        {given === undefined && !quiet && <Assumed situation={situation} question={question} />}
      </div>
    )
  }
  const answers = question.answers ?? []
  const length = answers.reduce((sum, answer) => sum + inLang(answer.label, lang).length, 0)
  const short = length <= SHORT_ANSWERS && label.length <= SHORT_QUESTION
  return (
    <div>
      <Segments
        label={label}
        layout={short ? 'row' : 'stack'}
        options={answers.map((answer) => ({ value: answer.id, label: inLang(answer.label, lang) }))}
        value={typeof given === 'string' ? given : undefined}
        onChoose={onAnswer}
      />
      {given === undefined && !quiet && <Assumed situation={situation} question={question} />}
    </div>
  )
}

/** What an open question counts as: in its own words, in the plan's value, or as nothing at all. */
function Assumed({ situation, question }: Pick<AskProps, 'situation' | 'question'>) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const answer = question.answers?.find((one) => one.id === assumedAnswer(situation, question))
  const values = assumedFacts(situation, question).map((name) =>
    sayValue(name, situation.defaults[name] ?? LEAST[name], lang),
  )
  const words = answer ? inLang(answer.label, lang) : values.join(lang === 'en' ? ', ' : '，')
  return (
    <p className="quieter small">
      {words === '' ? t('first.assumed.none') : t('first.assumed', { answer: words })}
    </p>
  )
}
