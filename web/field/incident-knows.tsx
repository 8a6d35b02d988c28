// Who knows of the incident: every post that was told, with the person and how far it got (rule 6).

import { useState } from 'react'
import { TIERS } from '#core/basics/tier.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { IncidentView, ToldView } from '#core/wire/view.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Section } from '../parts/list-row.tsx'
import { type KnowsPost, WhoKnowsShort } from '../parts/who-knows.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useNow } from '../talk/now.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { dialled } from './people.ts'

const SHOWN = 4

export interface IncidentKnowsProps {
  incident: Incident
  plan: EffectivePlan
  view: IncidentView
}

export function IncidentKnows({ incident, plan, view }: IncidentKnowsProps) {
  const t = useSay(fieldWords)
  const text = useText()
  const shell = useSay(shellWords)
  const me = useMe()
  const kit = useKit()
  const now = useNow(30_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const [all, setAll] = useState(false)
  if (view.told.length === 0) return null

  const told = [...view.told].sort((a, b) => orderOf(plan, a) - orderOf(plan, b) || a.toldAt - b.toldAt)
  const posts = told.map((one): KnowsPost => {
    const name = plan.posts[one.postKind]?.name
    const main = one.persons.find((person) => person.confirmedAt ?? person.seenAt) ?? one.persons[0]
    const person = main && view.people[main.id]?.name
    return {
      id: one.notice,
      post: name ? text(name) : one.postKind,
      ...(person === undefined ? {} : { person }),
      beside: plan.posts[one.postKind]?.beside === true,
      ...stateOf(one),
      ...callOf(one, main?.id, name ? text(name) : one.postKind),
    }
  })

  /** Who has not looked can be rung up; with nobody told by name, whoever holds the post. */
  function callOf(one: ToldView, person: string | undefined, post: string): Pick<KnowsPost, 'side'> {
    const reached = one.persons.some((each) => each.seenAt !== undefined || each.confirmedAt !== undefined)
    if (reached || person === me.person.id) return {}
    const contact = kit?.contacts.find((each) =>
      person === undefined
        ? each.postKind === one.postKind && each.unit === one.unit
        : each.person === person,
    )
    const known = person === undefined ? undefined : view.people[person]
    const phone = known?.phone ?? contact?.phone
    if (phone === undefined) return {}
    const called = shell('call.person', { post, name: known?.name ?? contact?.name ?? '' })
    return { side: <IconButton icon="phone" name={called} href={dialled(phone)} /> }
  }

  function stateOf(one: ToldView): Pick<KnowsPost, 'state' | 'words'> {
    const tier = plan.posts[one.postKind]?.tier
    const handling = incident.acknowledged.find(
      (deed) => deed.tier === tier && deed.by.postKind === one.postKind,
    )
    if (handling) {
      return { state: 'confirmed', words: t('knows.handling', { at: timeOfDay(handling.occurredAt, now) }) }
    }
    const confirmed = one.persons.find((person) => person.confirmedAt !== undefined)
    if (confirmed?.confirmedAt !== undefined) {
      return {
        state: 'confirmed',
        words: t('knows.confirmed', { at: timeOfDay(confirmed.confirmedAt, now) }),
      }
    }
    const seen = one.persons.find((person) => person.seenAt !== undefined)
    if (seen?.seenAt !== undefined) {
      return { state: 'seen', words: t('knows.seen', { at: timeOfDay(seen.seenAt, now) }) }
    }
    if (one.persons.length === 0) return { state: 'unseen', words: t('knows.nobody') }
    const minutes = Math.max(0, Math.floor((now - one.toldAt) / 60_000))
    return { state: 'unseen', words: minutes < 1 ? t('knows.told') : t('knows.unseen', { n: minutes }) }
  }

  return (
    <Section
      title={t('incident.knows')}
      side={
        posts.length > SHOWN ? (
          <Button kind="text" size="s" expanded={all} onPress={() => setAll(!all)}>
            {all ? t('incident.knows.fewer') : t('incident.knows.all', { n: posts.length })}
          </Button>
        ) : undefined
      }
    >
      <WhoKnowsShort label={t('incident.knows')} posts={all ? posts : posts.slice(0, SHOWN)} />
    </Section>
  )
}

/** Those who answer first, then their tier's others, the school's own last. */
function orderOf(plan: EffectivePlan, told: ToldView): number {
  const tier = plan.posts[told.postKind]?.tier ?? 'school'
  const rank = tier === 'school' ? 9 : TIERS.indexOf(tier)
  const desk = Object.values(plan.desks).includes(told.postKind) ? 0 : 0.5
  return rank + desk
}
