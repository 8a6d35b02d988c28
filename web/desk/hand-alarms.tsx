// The first line of the incident in hand: what comes before everything else, with whom to call. Which alarms hold is
// core/plan/alarms.ts; in a drill an emergency number asks once whether it is real.

import { inLang } from '#core/basics/text.ts'
import { alarmsOf } from '#core/plan/alarms.ts'
import { findSituation } from '#core/plan/effective.ts'
import { deskWords } from '#core/words/desk.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Calls } from '../parts/calls.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import type { HandParts } from './hand-parts.ts'

export function HandAlarms({ view, plan, names }: HandParts) {
  const { me, kit, lang } = useDesk()
  const t = useSay(deskWords)
  const shell = useSay(shellWords)
  const { incident } = view
  if (!plan || incident.status === 'closed' || !findSituation(plan, incident.scenario)) return null
  const drill = me.campaign.kind === 'drill' && {
    title: shell('drill.call.title'),
    text: shell('drill.call.text'),
    dial: (number: string) => shell('drill.call.dial', { number }),
    back: shell('drill.call.back'),
    close: shell('close'),
  }
  return alarmsOf(plan, incident.scenario, incident.stated).map((alarm) => {
    const text = inLang(alarm.text, lang)
    const told = (kit?.contacts ?? []).filter(
      (one) => alarm.tell.includes(one.postKind) && one.unit === incident.unit && !one.substitute,
    )
    return (
      <section key={alarm.id} className="hand-alarm" aria-label={text}>
        <Icon name="warning" />
        <b>{text}</b>
        {alarm.call && (
          <Calls
            label={text}
            numbers={[{ number: alarm.call, name: shell('calls.name', { number: alarm.call, words: text }) }]}
            ask={drill || undefined}
          />
        )}
        {told.map((one) => (
          <Button
            key={`${one.person}/${one.postKind}`}
            icon="phone"
            name={t('call', { post: names.post(one.postKind), name: one.name, phone: one.phone })}
            href={`tel:${one.phone.replace(/[^\d+]/g, '')}`}
          >
            {t('alarm.call', { post: names.post(one.postKind), name: one.name })}
          </Button>
        ))}
      </section>
    )
  })
}
