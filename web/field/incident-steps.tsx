// "What to do now": the steps of the plan with named persons, ticks that can be taken back, and calls.

import { useState } from 'react'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan, Situation } from '#core/plan/effective.ts'
import type { Step as PlanStep } from '#core/plan/layer.ts'
import { fieldWords } from '#core/words/field.ts'
import { Provisional } from '../parts/chip.tsx'
import { Section } from '../parts/list-row.tsx'
import { Step, Steps } from '../parts/step.tsx'
import { type OutboxItem, useAct } from '../talk/act.ts'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { ActSheet } from './act-sheet.tsx'
import { StepCall, useStepWho } from './step-people.tsx'

export interface IncidentStepsProps {
  incident: Incident
  situation: Situation
  plan: EffectivePlan
  pending: readonly OutboxItem[]
  may: readonly string[]
  nameOf: (person: string) => string
}

export function IncidentSteps({ incident, situation, plan, pending, may, nameOf }: IncidentStepsProps) {
  const t = useSay(fieldWords)
  const join = useJoined()
  const text = useText()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const whoOf = useStepWho(plan, incident.unit, incident.room)
  const { give } = useAct()
  const [reopening, setReopening] = useState<string>()
  const done = situation.steps.filter((step) => incident.steps[step.id]).length
  const waits = (step: PlanStep) =>
    pending.some(
      (item) => /^(DoStep|ReopenStep)$/.test(item.command.type) && item.command.data.step === step.id,
    )
  const status = plan.clauses[situation.clause]?.status ?? 'proposed'
  const source =
    status === 'official'
      ? 'incident.source.official'
      : status === 'derived'
        ? 'incident.source.derived'
        : 'incident.source'

  function toggle(step: PlanStep) {
    if (incident.steps[step.id]) setReopening(step.id)
    else void give({ kind: 'incident', id: incident.id }, 'DoStep', { step: step.id })
  }

  return (
    <Section
      title={t('incident.do')}
      note={t(source)}
      side={t('incident.done-of', { done, all: situation.steps.length })}
    >
      <Steps label={t('incident.do')}>
        {situation.steps.map((step, index) => {
          const record = incident.steps[step.id]
          const who = whoOf(step)
          const tickable = record ? may.includes('ReopenStep') : may.includes('DoStep')
          return (
            <Step
              key={step.id}
              n={index + 1}
              text={text(step.text)}
              who={
                record
                  ? join(
                      nameOf(record.by.person) || who.words,
                      t('step.done', { at: timeOfDay(record.occurredAt, now) }),
                    )
                  : who.words
              }
              done={record !== undefined}
              onToggle={tickable ? () => toggle(step) : undefined}
              tickName={t(record ? 'step.untick' : 'step.tick', { n: index + 1 })}
              side={record ? undefined : <StepCall step={step} who={who} />}
              mark={waits(step) ? <Provisional>{t('step.pending')}</Provisional> : undefined}
            />
          )
        })}
      </Steps>
      <ActSheet
        type={reopening === undefined ? undefined : 'ReopenStep'}
        about={reopening}
        incident={incident}
        plan={plan}
        onClose={() => setReopening(undefined)}
      />
    </Section>
  )
}
