// The plan's alarms that hold, as the first line of a page: what to do at once and whom to call. They wait for no network,
// no grade and no sending (rule 1). Which hold is core/plan/alarms.ts.

import { alarmsOf } from '#core/plan/alarms.ts'
import { type Alarm, type EffectivePlan, findSituation } from '#core/plan/effective.ts'
import type { StatedFacts } from '#core/plan/facts.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { EmergencyCalls, USUAL } from './emergency-calls.tsx'
import { dialled, holdersOf } from './people.ts'

export interface AlarmsProps {
  plan: EffectivePlan
  scenario: string
  stated: StatedFacts
  /** Where it happened: whose school doctor is called. */
  unit: string
}

/** Nothing while no alarm holds. */
export function Alarms({ plan, scenario, stated, unit }: AlarmsProps) {
  if (!findSituation(plan, scenario)) return null
  return alarmsOf(plan, scenario, stated).map((alarm, index) => (
    <AlarmLine key={alarm.id} alarm={alarm} plan={plan} unit={unit} first={index === 0} />
  ))
}

/** Does one hold? Then it brings the emergency numbers, and the page's own row of them would only take room. */
export function hasAlarm({ plan, scenario, stated }: Omit<AlarmsProps, 'unit'>): boolean {
  return findSituation(plan, scenario) !== undefined && alarmsOf(plan, scenario, stated).length > 0
}

interface AlarmLineProps {
  alarm: Alarm
  plan: EffectivePlan
  unit: string
  /** Shows the other emergency numbers too. */
  first: boolean
}

function AlarmLine({ alarm, plan, unit, first }: AlarmLineProps) {
  const shell = useSay(shellWords)
  const text = useText()
  const me = useMe()
  const kit = useKit()
  const called = alarm.call === undefined ? [] : [alarm.call]
  const numbers = first ? [...new Set([...called, ...USUAL])] : called
  const people = alarm.tell.flatMap((post) => {
    const holder = kit && holdersOf(kit, plan, post, unit).find((one) => one.person !== me.person.id)
    const name = plan.posts[post]?.name
    return holder ? [{ ...holder, post: name ? text(name) : post }] : []
  })
  return (
    <div className="field__alarm" role="alert">
      <p className="field__alarm-text">
        <Icon name="warning" />
        <b>{[text(alarm.text), ...people.map((one) => one.name)].join(' ')}</b>
      </p>
      <div className="field__alarm-ways">
        {numbers.length > 0 && <EmergencyCalls only={numbers} />}
        {people.map((one) => (
          <Button
            key={one.person}
            icon="phone"
            href={dialled(one.phone)}
            name={shell('call.person', { post: one.post, name: one.name })}
          >
            {`${one.post} ${one.name}`}
          </Button>
        ))}
      </div>
    </div>
  )
}
