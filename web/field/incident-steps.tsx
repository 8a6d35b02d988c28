// "What to do now": the steps of the plan with named persons, ticks that can be taken back, and calls.

import type { Situation } from '#core/plan/effective.ts'
import type { Step as PlanStep } from '#core/plan/layer.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { Provisional } from '../parts/chip.tsx'
import { Section } from '../parts/list-row.tsx'
import { Step, Steps } from '../parts/step.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { useInHand, useWhoWhen } from './in-hand.tsx'
import { sourceKey } from './source-key.ts'
import { StepCall, useStepWho } from './step-people.tsx'

export function IncidentSteps({ situation }: { situation: Situation }) {
  const t = useSay(fieldWords)
  const course = useSay(fieldIncidentWords)
  const inHand = useInHand()
  const { incident, plan, nameOf } = inHand
  const whoWhen = useWhoWhen()
  const join = useJoined()
  const text = useText()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const whoOf = useStepWho(plan, incident.unit, incident.room)
  const done = situation.steps.filter((step) => incident.steps[step.id]).length
  const waits = (step: PlanStep) => inHand.waiting('DoStep', step.id) || inHand.waiting('ReopenStep', step.id)
  function toggle(step: PlanStep) {
    if (incident.steps[step.id]) inHand.open('ReopenStep', step.id)
    else void inHand.give('DoStep', { step: step.id })
  }

  return (
    <Section
      title={t('incident.do')}
      note={t(sourceKey(plan, situation))}
      side={t('incident.done-of', { done, all: situation.steps.length })}
    >
      <Steps label={t('incident.do')}>
        {situation.steps.map((step, index) => {
          const record = incident.steps[step.id]
          const skipped = incident.skipped[step.id]
          const who = whoOf(step)
          const tickable = inHand.may(record ? 'ReopenStep' : 'DoStep')
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
                  : skipped
                    ? course('skipped.why', { who: whoWhen(skipped), reason: skipped.reason ?? '' })
                    : who.words
              }
              done={record !== undefined}
              onToggle={tickable ? () => toggle(step) : undefined}
              tickName={t(record ? 'step.untick' : 'step.tick', { n: index + 1 })}
              side={record || skipped ? undefined : <StepCall step={step} who={who} />}
              mark={
                waits(step) ? (
                  <Provisional>{t('step.pending')}</Provisional>
                ) : skipped ? (
                  <Provisional>{course('skipped.mark')}</Provisional>
                ) : undefined
              }
            />
          )
        })}
      </Steps>
    </Section>
  )
}
