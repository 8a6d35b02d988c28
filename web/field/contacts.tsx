// The contact list, at hand without a network (C3): by tier, searchable by name, post, place and pinyin; tap to call.

import { useMemo, useState } from 'react'
import { inLang, type Lang } from '#core/basics/text.ts'
import { TIERS, type Tier } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Contact, Kit } from '#core/wire/view.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { Tag } from '../parts/chip.tsx'
import { SearchField } from '../parts/field.tsx'
import { Rows, Section } from '../parts/list-row.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { PersonRow } from '../parts/person-row.tsx'
import { Header } from '../parts/screen.tsx'
import { useJoined } from '../talk/joined.ts'
import { findByPinyin, useReadings } from '../talk/pinyin.ts'
import { useKit } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { EmergencyCalls } from './emergency-calls.tsx'
import { useUnitName } from './incident-row.tsx'
import { FieldPage } from './page.tsx'
import { contactKey } from './people.ts'

export function Contacts({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const kit = useKit()
  const [typed, setTyped] = useState('')
  const [tier, setTier] = useState<Tier>()
  // Found anew once pinyin is at hand.
  const reads = useReadings()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the readings are what findContacts reads by
  const found = useMemo(
    () => (kit ? findContacts(kit, plan, typed, lang) : []),
    [kit, plan, typed, lang, reads],
  )
  const shown = tier === undefined ? found : found.filter((contact) => tierOf(plan, contact) === tier)
  return (
    <FieldPage
      tab="contacts"
      header={
        <Header title={t('contacts.title')} text={[t('contacts.kept')]}>
          <EmergencyCalls />
        </Header>
      }
    >
      <SearchField
        label={t('contacts.search.label')}
        value={typed}
        onChange={setTyped}
        placeholder={t('contacts.search')}
        clearName={t('pick.clear')}
      />
      <TierTags plan={plan} tier={tier} onChoose={setTier} />
      {!kit ? (
        <EmptyState title={t('contacts.empty')} text={t('contacts.empty.text')} />
      ) : shown.length === 0 ? (
        <EmptyState title={t('contacts.none', { text: typed.trim() })} text={t('contacts.none.text')} />
      ) : (
        <ByTier plan={plan} contacts={shown} />
      )}
    </FieldPage>
  )
}

function TierTags(props: {
  plan: EffectivePlan
  tier: Tier | undefined
  onChoose: (tier: Tier | undefined) => void
}) {
  const { plan, tier, onChoose } = props
  const t = useSay(fieldWords)
  const text = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are switches, not fields of a form
    <div className="line field__tiers" role="group" aria-label={t('contacts.tiers')}>
      <Tag on={tier === undefined} onPress={() => onChoose(undefined)}>
        {t('contacts.all')}
      </Tag>
      {TIERS.map((one) => (
        <Tag key={one} on={tier === one} onPress={() => onChoose(one)}>
          {text(plan.tiers[one].name)}
        </Tag>
      ))}
    </div>
  )
}

function ByTier({ plan, contacts }: { plan: EffectivePlan; contacts: readonly Contact[] }) {
  const text = useText()
  return TIERS.map((tier) => {
    const here = contacts.filter((contact) => tierOf(plan, contact) === tier)
    if (here.length === 0) return null
    const name = text(plan.tiers[tier].group)
    return (
      <Section key={tier} title={name}>
        <Rows label={name}>
          {here.map((contact) => (
            <ContactRow key={contactKey(contact)} contact={contact} plan={plan} place />
          ))}
        </Rows>
      </Section>
    )
  })
}

export interface ContactRowProps {
  contact: Contact
  plan: EffectivePlan
  /** Says the school or room too. */
  place?: boolean | undefined
}

/** 县实施办公室·陆知远, its number, and the call. */
export function ContactRow({ contact, plan, place = false }: ContactRowProps) {
  const t = useSay(fieldWords)
  const join = useJoined()
  const shell = useSay(shellWords)
  const text = useText()
  const kit = useKit()
  const unitName = useUnitName()
  const name = plan.posts[contact.postKind]?.name
  const post = name ? text(name) : contact.postKind
  const room = kit?.rooms.find((one) => one.unit === contact.unit && one.id === contact.room)
  const notes = [
    Object.values(plan.desks).includes(contact.postKind) &&
    tierOf(plan, contact) !== 'school' &&
    !contact.substitute
      ? t('today.duty')
      : undefined,
    contact.substitute ? shell('substitute') : undefined,
    place && room ? text(room.name) : undefined,
    place && !room && tierOf(plan, contact) === 'school' ? unitName(contact.unit) || undefined : undefined,
  ].filter((note) => note !== undefined)
  return (
    <PersonRow
      title={join(post, contact.name)}
      note={notes.length > 0 ? join(...notes) : undefined}
      phone={contact.phone}
      callName={shell('call.person', { post, name: contact.name })}
    />
  )
}

function tierOf(plan: EffectivePlan, contact: Contact): Tier {
  return plan.posts[contact.postKind]?.tier ?? 'school'
}

/** Contacts whose name, post or unit holds what was typed, or reads like it. */
export function findContacts(kit: Kit, plan: EffectivePlan, typed: string, lang: Lang): readonly Contact[] {
  const query = typed.trim().toLowerCase()
  if (query === '') return kit.contacts
  const sounds = /^[a-z' ]+$/.test(query) ? query.replace(/[' ]/g, '') : undefined
  return kit.contacts.filter((contact) => {
    const post = plan.posts[contact.postKind]?.name
    const unit = kit.units.find((one) => one.path === contact.unit)?.name
    const chinese = [contact.name, post?.zh ?? '', unit?.zh ?? '']
    const shown = [...chinese, contact.phone, post ? inLang(post, lang) : '', unit ? inLang(unit, lang) : '']
    return (
      shown.some((text) => text.toLowerCase().includes(query)) ||
      (sounds !== undefined && chinese.some((text) => findByPinyin(text, sounds) !== undefined))
    )
  })
}
