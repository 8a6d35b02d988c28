// What is still owed before the incident may be closed, with who owes it.

import type { Obligation } from '#core/incident/obligations.ts'
import { findSituation } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { Icon } from '../parts/icon.tsx'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { Banner } from '../parts/notice.tsx'
import { owedOf } from '../talk/possible.ts'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { useInHand } from './in-hand.tsx'

/** 还差：…. Shown once it was dealt with: before that, what to do now says it better. */
export function Owed() {
  const t = useSay(fieldIncidentWords)
  const lang = useLang()
  const inHand = useInHand()
  const sayOwed = useSayOwed()
  const { incident, plan, post } = inHand
  if (!incident.handled || incident.status !== 'handled') return null
  const owed = owedOf(inHand)
  // Many open steps are one line: the list of steps itself stands below.
  const steps = owed.filter((one) => one.kind === 'step').length
  const rest = steps > 1 ? owed.filter((one) => one.kind !== 'step') : owed
  if (owed.length === 0) return <Banner icon="tick">{t('owed.none')}</Banner>
  return (
    <Section title={t('owed.title')} side={t('owed.count', { n: owed.length })}>
      <Rows label={t('owed.title')}>
        {steps > 1 && <ListRow lead={<Icon name="warning" />} title={t('owed.steps', { n: steps })} />}
        {rest.map((one) => (
          <ListRow
            key={`${one.kind} ${keyOf(one)}`}
            lead={<Icon name={one.tier === post.tier ? 'warning' : 'hourglass'} />}
            title={sayOwed(one)}
            side={<span className="quiet">{tierName(plan, one.tier, lang)}</span>}
          />
        ))}
      </Rows>
    </Section>
  )
}

function keyOf(one: Obligation): string {
  switch (one.kind) {
    case 'ask':
      return one.of
    case 'answer':
      return one.ask
    case 'comply':
      return one.answer
    case 'record':
      return one.form
    case 'resume':
      return one.hold
    case 'step':
      return one.step
    case 'task':
      return one.task
    case 'agree':
      return one.decision
    default:
      return one.tier
  }
}

/** One thing that is owed, in words. */
function useSayOwed(): (one: Obligation) => string {
  const t = useSay(fieldIncidentWords)
  const page = useSay(fieldWords)
  const text = useText()
  const lang = useLang()
  const { incident, plan } = useInHand()
  const situation = findSituation(plan, incident.scenario)
  return (one) => {
    switch (one.kind) {
      case 'ask':
        return t('owed.ask', { of: tierName(plan, one.of, lang) })
      case 'record': {
        const form = plan.forms.find((each) => each.id === one.form)
        return t('owed.record', { form: form ? text(form.name) : one.form })
      }
      case 'step': {
        const step = situation?.steps.find((each) => each.id === one.step)
        return t('owed.step', { step: step ? text(step.text) : one.step })
      }
      case 'task': {
        const task = incident.tasks.find((each) => each.task === one.task)
        return t('owed.task', { task: task?.words ?? page('incident.text-gone') })
      }
      default:
        return t(`owed.${one.kind}`)
    }
  }
}
