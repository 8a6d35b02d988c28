// How far the steps of the plan are done at the school, with who and when. A step of the viewer's own post can be ticked.

import { inLang } from '#core/basics/text.ts'
import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'

export function StepsDone({ view, plan, names, now, deeds }: HandParts) {
  const { me, lang, time } = useDesk()
  const t = useSay(deskWords)
  const steps = plan?.situations[view.incident.scenario]?.steps ?? []
  if (steps.length === 0) return null
  const done = steps.filter((step) => view.incident.steps[step.id] !== undefined).length
  return (
    <SidePart
      title={t('steps.title')}
      side={<span className="quieter small">{t('steps.count', { done, all: steps.length })}</span>}
    >
      <ol className="steps-done">
        {steps.map((step) => {
          const record = view.incident.steps[step.id]
          const text = inLang(step.text, lang)
          const mine = step.post === me.post.kind && view.may.includes('DoStep') && !record
          const name = record && (view.people[record.by.person]?.name ?? names.post(record.by.postKind))
          return (
            <li
              key={step.id}
              className={record ? 'steps-done__one steps-done__one--done' : 'steps-done__one'}
            >
              {record ? <Icon name="tick" /> : <span className="steps-done__open" aria-hidden="true" />}
              <span>
                <span className="unseen">{t(record ? 'steps.done' : 'steps.open')}</span>
                {text}
                <span className="quieter small">
                  {record
                    ? t('steps.by', { name: name ?? '', time: time(record.occurredAt, now) })
                    : names.post(step.post)}
                </span>
              </span>
              {mine && (
                <Button
                  size="s"
                  name={t('steps.tick.name', { step: text })}
                  onPress={() => deeds.give(t('steps.tick'), 'DoStep', { step: step.id })}
                >
                  {t('steps.tick')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </SidePart>
  )
}
