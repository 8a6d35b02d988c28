// How far the steps of the plan are done at the school, with who and when, and which were left out and why. A step of the
// viewer's own post can be ticked.

import { useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'
import { SkipSheet } from './skip-sheet.tsx'

export function StepsDone(parts: HandParts) {
  const { view, plan, names, now, deeds } = parts
  const { me, lang, time } = useDesk()
  const t = useSay(deskWords)
  const h = useSay(handWords)
  const [skipping, setSkipping] = useState(false)
  const steps = plan?.situations[view.incident.scenario]?.steps ?? []
  if (steps.length === 0) return null
  const done = steps.filter((step) => view.incident.steps[step.id] !== undefined).length
  const open = steps.filter((step) => !view.incident.steps[step.id] && !view.incident.skipped[step.id])
  return (
    <SidePart
      title={t('steps.title')}
      side={<span className="quieter small">{t('steps.count', { done, all: steps.length })}</span>}
    >
      <ol className="steps-done">
        {steps.map((step) => {
          const record = view.incident.steps[step.id]
          const skipped = record ? undefined : view.incident.skipped[step.id]
          const text = inLang(step.text, lang)
          const mine = step.post === me.post.kind && view.may.includes('DoStep') && !record && !skipped
          const name = record && (view.people[record.by.person]?.name ?? names.post(record.by.postKind))
          return (
            <li
              key={step.id}
              className={`steps-done__one${record ? ' steps-done__one--done' : ''}${skipped ? ' steps-done__one--skipped' : ''}`}
            >
              {record ? <Icon name="tick" /> : <span className="steps-done__open" aria-hidden="true" />}
              <span>
                <span className="unseen">{t(record ? 'steps.done' : 'steps.open')}</span>
                {text}
                <span className="quieter small">
                  {record
                    ? t('steps.by', { name: name ?? '', time: time(record.occurredAt, now) })
                    : skipped
                      ? h('skip.done', { reason: skipped.reason ?? t('story.withheld') })
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
      {open.length > 0 && view.may.includes('SkipSteps') && (
        <Button size="s" kind="text" onPress={() => setSkipping(true)}>
          {h('skip.open')}
        </Button>
      )}
      {skipping && <SkipSheet {...parts} steps={open} onClose={() => setSkipping(false)} />}
    </SidePart>
  )
}
