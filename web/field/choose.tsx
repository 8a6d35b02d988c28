// Where one signs in. In the demonstration: choose whom to be, by tier and school, searchable. In earnest: the
// administrator's one-time slip; further ways of signing in come with their own issue.

import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { inLang, type Text } from '#core/basics/text.ts'
import { TIERS, type Tier } from '#core/basics/tier.ts'
import type { DemoPerson, Me } from '#core/wire/view.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { SearchField, TextField } from '../parts/field.tsx'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { DemoLine } from '../parts/net-line.tsx'
import { EmptyState, Fault } from '../parts/notice.tsx'
import { Header, Screen } from '../parts/screen.tsx'
import { useJoined } from '../talk/joined.ts'
import { findByPinyin, useReadings } from '../talk/pinyin.ts'
import { request } from '../talk/request.ts'
import { signedIn } from '../talk/session.tsx'
import { useLang, useSay } from '../talk/words.tsx'
import { EmergencyCalls } from './emergency-calls.tsx'
import { LookAndLanguage } from './settings.tsx'

type Door =
  | { readonly state: 'asking' }
  | { readonly state: 'unreached' }
  | { readonly state: 'slip' }
  | { readonly state: 'demo'; readonly people: readonly DemoPerson[] }

async function askDoor(): Promise<Door> {
  const state = await request<{ demo: boolean }>('/api/state')
  if (!('got' in state)) return { state: 'unreached' }
  if (!state.got.demo) return { state: 'slip' }
  const people = await request<{ people: readonly DemoPerson[] }>('/api/demo/people')
  return 'got' in people ? { state: 'demo', people: people.got.people } : { state: 'unreached' }
}

export function Choose() {
  const t = useSay(shellWords)
  const [door, setDoor] = useState<Door>({ state: 'asking' })
  useEffect(() => {
    void askDoor().then(setDoor)
  }, [])
  if (door.state === 'demo') return <ChoosePerson people={door.people} />
  if (door.state === 'slip') return <SlipForm />
  return (
    <Screen
      header={
        <Header title={t('sign-in.title')}>
          <EmergencyCalls />
        </Header>
      }
    >
      {door.state === 'unreached' ? (
        <Fault
          title={t('choose.failed')}
          text={t('choose.failed.text')}
          action={
            <Button busyLabel={t('again.busy')} onPress={() => askDoor().then(setDoor)}>
              {t('again')}
            </Button>
          }
        />
      ) : (
        <p className="quiet" role="status">
          {t('again.busy')}
        </p>
      )}
    </Screen>
  )
}

function ChoosePerson({ people }: { people: readonly DemoPerson[] }) {
  const t = useSay(shellWords)
  const lang = useLang()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState<string>()
  const [failed, setFailed] = useState(false)
  // Found anew once pinyin is at hand.
  const reads = useReadings()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the readings are what findPeople reads by
  const found = useMemo(() => findPeople(people, typed), [people, typed, reads])
  const groups = useMemo(() => groupsOf(found), [found])
  const searching = typed.trim() !== ''

  async function be(person: DemoPerson) {
    setFailed(false)
    const answer = await request<Me>('/api/demo/sign-in', { person: person.person })
    if (!('got' in answer)) return setFailed(true)
    await signedIn(answer.got)
    go('/', { replace: true })
  }

  return (
    <Screen
      header={<Header title={t('choose.title')} />}
      lines={
        <aside aria-label={t('demo.name')}>
          <DemoLine>{t('demo.line')}</DemoLine>
        </aside>
      }
    >
      <p className="quiet field__lead">{t('choose.text')}</p>
      <SearchField
        label={t('choose.search')}
        value={typed}
        onChange={setTyped}
        placeholder={t('choose.search')}
        clearName={t('choose.clear')}
      />
      {failed && <Fault title={t('choose.failed')} text={t('choose.failed.text')} />}
      {found.length === 0 && (
        <EmptyState title={t('choose.none', { text: typed.trim() })} text={t('choose.none.text')} />
      )}
      {groups
        .filter((group) => searching || group.tier !== 'school')
        .map((group) => (
          <Section
            key={group.key}
            title={inLang(group.name, lang)}
            note={t('choose.people', { n: group.people.length })}
          >
            <People people={group.people} label={inLang(group.name, lang)} onChoose={be} />
          </Section>
        ))}
      {!searching && (
        <Section title={t('tier.school')}>
          {groups
            .filter((group) => group.tier === 'school')
            .map((group) => (
              <School
                key={group.key}
                group={group}
                open={opened === group.key}
                onToggle={() => setOpened(opened === group.key ? undefined : group.key)}
                onChoose={be}
              />
            ))}
        </Section>
      )}
      <Section title={t('settings.title')}>
        <LookAndLanguage />
      </Section>
    </Screen>
  )
}

interface SchoolProps {
  group: Group
  open: boolean
  onToggle: () => void
  onChoose: (person: DemoPerson) => Promise<void>
}

/** One line until it is opened: twenty schools of twenty-seven people are not for scrolling. */
function School({ group, open, onToggle, onChoose }: SchoolProps) {
  const t = useSay(shellWords)
  const name = inLang(group.name, useLang())
  return (
    <div className="field__school">
      <Button wide icon={open ? 'minus' : 'plus'} expanded={open} onPress={onToggle}>
        {name} {t('choose.people', { n: group.people.length })}
      </Button>
      {open && <People people={group.people} label={name} onChoose={onChoose} />}
    </div>
  )
}

interface PeopleProps {
  people: readonly DemoPerson[]
  label: string
  onChoose: (person: DemoPerson) => Promise<void>
}

function People({ people, label, onChoose }: PeopleProps) {
  const t = useSay(shellWords)
  const join = useJoined()
  const lang = useLang()
  return (
    <Rows label={label}>
      {people.map((person) => (
        <ListRow
          key={`${person.person} ${person.postKind} ${person.room ?? ''}`}
          title={join(inLang(person.postName, lang), person.name)}
          text={person.substitute ? t('substitute') : undefined}
          onPress={() => void onChoose(person)}
        />
      ))}
    </Rows>
  )
}

interface Group {
  readonly key: string
  readonly tier: Tier
  readonly name: Text
  readonly people: readonly DemoPerson[]
}

/** By unit: county, province, nation, then the schools; within a unit holders before substitutes. */
function groupsOf(people: readonly DemoPerson[]): readonly Group[] {
  const groups = new Map<string, Group>()
  const sorted = [...people].sort(
    (a, b) =>
      tierRank(a) - tierRank(b) ||
      (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) ||
      Number(a.substitute) - Number(b.substitute),
  )
  for (const person of sorted) {
    const known = groups.get(person.unit)
    const members = [...(known?.people ?? []), person]
    groups.set(person.unit, { key: person.unit, tier: person.tier, name: person.unitName, people: members })
  }
  return [...groups.values()]
}

/** The tiers above have few people and stand first; the twenty schools follow. */
function tierRank(person: DemoPerson): number {
  const rank = TIERS.indexOf(person.tier)
  return rank === 0 ? 9 : rank
}

/** People whose name, post or unit holds what was typed, or reads like it in pinyin. */
export function findPeople(people: readonly DemoPerson[], typed: string): readonly DemoPerson[] {
  const query = typed.trim().toLowerCase()
  if (query === '') return people
  const sounds = /^[a-z' ]+$/.test(query) ? query.replace(/[' ]/g, '') : undefined
  return people.filter((person) => {
    const texts = [person.name, person.postName.zh, person.unitName.zh]
    return (
      [...texts, person.postName.en, person.unitName.en].some((text) => text.toLowerCase().includes(query)) ||
      (sounds !== undefined && texts.some((text) => findByPinyin(text, sounds) !== undefined))
    )
  })
}

function SlipForm() {
  const t = useSay(shellWords)
  const [, go] = useLocation()
  const [slip, setSlip] = useState('')
  const [problem, setProblem] = useState<string>()

  async function signIn() {
    setProblem(undefined)
    const answer = await request<Me>('/api/sign-in', { slip: slip.trim() })
    if ('problem' in answer) return setProblem(answer.problem.detail || answer.problem.title)
    if ('lost' in answer) return setProblem(t('choose.failed.text'))
    await signedIn(answer.got)
    go('/', { replace: true })
  }

  return (
    <Screen
      header={
        <Header title={t('sign-in.title')}>
          <EmergencyCalls />
        </Header>
      }
    >
      <form
        className="stack field__lead"
        onSubmit={(event) => {
          event.preventDefault()
          if (slip.trim() !== '') void signIn()
        }}
      >
        <TextField
          label={t('sign-in.slip')}
          value={slip}
          onChange={setSlip}
          hint={t('sign-in.slip.hint')}
          autoComplete="one-time-code"
        />
        {problem !== undefined && <Fault title={t('choose.failed')} text={problem} />}
        <Button
          kind="solid"
          size="l"
          wide
          busyLabel={t('sign-in.busy')}
          missing={slip.trim() === '' ? t('sign-in.slip.missing') : undefined}
          onPress={signIn}
        >
          {t('sign-in.go')}
        </Button>
      </form>
      <Section title={t('settings.title')}>
        <LookAndLanguage />
      </Section>
    </Screen>
  )
}
