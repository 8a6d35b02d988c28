// Screen 02, "what has happened?": search with marks, the common ones, six groups, and what to do when nothing fits.
// Finding is find-situation.ts; what follows is first.tsx.

import { useMemo, useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import type { EffectivePlan, Situation } from '#core/plan/effective.ts'
import { findSituation } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { SearchField } from '../parts/field.tsx'
import { ListRow, Rows, Section, Tile, Tiles } from '../parts/list-row.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { Header } from '../parts/screen.tsx'
import { useJoined } from '../talk/joined.ts'
import { useReadings } from '../talk/pinyin.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { EmergencyCalls } from './emergency-calls.tsx'
import { commonSituations, type Found, findSituations } from './find-situation.ts'
import { FieldPage } from './page.tsx'
import { dialled, findHolder } from './people.ts'
import { situationIcon } from './situation-icon.ts'

/** The situation for whatever the catalogue does not list, when the plan has one. */
const OTHER = 'other'

/** `group`: shows the situations of one group instead of search and tiles. */
export function Pick({ plan, group }: { plan: EffectivePlan; group?: string | undefined }) {
  const t = useSay(fieldWords)
  const text = useText()
  const [typed, setTyped] = useState('')
  const chosen = plan.groups.find((one) => one.id === group)
  return (
    <FieldPage
      header={
        <Header
          title={chosen ? text(chosen.name) : t('pick.title')}
          back={{ href: chosen ? '/report' : '/', name: useSay(shellWords)('back') }}
          side={t('step-of', { at: 1, of: 3 })}
        >
          <EmergencyCalls />
        </Header>
      }
      foot={<OtherButton plan={plan} />}
    >
      {chosen ? (
        <GroupList plan={plan} group={chosen.id} name={text(chosen.name)} />
      ) : (
        <>
          <SearchField
            label={t('pick.search.label')}
            value={typed}
            onChange={setTyped}
            placeholder={t('pick.search')}
            clearName={t('pick.clear')}
          />
          {typed.trim() === '' ? <Common plan={plan} /> : <Results plan={plan} typed={typed} />}
          <Groups plan={plan} />
        </>
      )}
    </FieldPage>
  )
}

function Common({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const text = useText()
  const common = commonSituations(plan)
  if (common.length === 0) return null
  return (
    <Section title={t('pick.common')}>
      <Tiles label={t('pick.common')}>
        {common.map((situation) => (
          <Tile
            key={situation.id}
            icon={situationIcon(situation.icon)}
            title={text(situation.name)}
            href={`/report/${situation.id}`}
          />
        ))}
      </Tiles>
    </Section>
  )
}

function Groups({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const text = useText()
  const situations = Object.values(plan.situations)
  return (
    <Section title={t('pick.groups')}>
      <Tiles label={t('pick.groups')}>
        {plan.groups.map((group) => (
          <Tile
            key={group.id}
            icon={situationIcon(group.icon)}
            title={text(group.name)}
            text={t('pick.kinds', { n: situations.filter((one) => one.group === group.id).length })}
            href={`/report/in/${group.id}`}
          />
        ))}
      </Tiles>
    </Section>
  )
}

function GroupList({ plan, group, name }: { plan: EffectivePlan; group: string; name: string }) {
  const t = useSay(fieldWords)
  const situations = Object.values(plan.situations).filter((one) => one.group === group)
  return (
    <Section title={t('pick.kinds', { n: situations.length })}>
      <Rows label={name}>
        {situations.map((situation) => (
          <SituationRow key={situation.id} situation={situation} />
        ))}
      </Rows>
    </Section>
  )
}

function SituationRow({ situation }: { situation: Situation }) {
  const text = useText()
  return (
    <ListRow
      icon={situationIcon(situation.icon)}
      title={text(situation.name)}
      text={text(situation.hint)}
      href={`/report/${situation.id}`}
    />
  )
}

function Results({ plan, typed }: { plan: EffectivePlan; typed: string }) {
  const t = useSay(fieldWords)
  const lang = useLang()
  // Found anew once pinyin is at hand.
  const reads = useReadings()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the readings are what findSituations reads by
  const found = useMemo(() => findSituations(plan, typed, lang), [plan, typed, lang, reads])
  if (found.length === 0) {
    return (
      <EmptyState
        title={t('pick.none', { text: typed.trim() })}
        text={t(findSituation(plan, OTHER) ? 'pick.none.text' : 'pick.none.text.call')}
      />
    )
  }
  const title = found.some((one) => one.byPinyin)
    ? t('pick.found.pinyin', { text: typed.trim(), n: found.length })
    : t('pick.found', { n: found.length })
  return (
    <Section title={title}>
      <span className="unseen" role="status">
        {title}
      </span>
      <Rows label={title}>
        {found.map((one) => (
          <ResultRow key={one.situation.id} found={one} />
        ))}
      </Rows>
    </Section>
  )
}

function ResultRow({ found }: { found: Found }) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const join = useJoined()
  const { situation, mark, also } = found
  const name = Array.from(inLang(situation.name, lang))
  return (
    <ListRow
      icon={situationIcon(situation.icon)}
      title={
        mark ? (
          <>
            {name.slice(0, mark[0]).join('')}
            <mark>{name.slice(mark[0], mark[1]).join('')}</mark>
            {name.slice(mark[1]).join('')}
          </>
        ) : (
          name.join('')
        )
      }
      text={join(inLang(situation.hint, lang), also !== undefined && t('pick.also', { word: also }))}
      href={`/report/${situation.id}`}
    />
  )
}

/** Never a dead end: the plan's own "other", or the duty desk's number. */
function OtherButton({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const kit = useKit()
  const me = useMe()
  if (findSituation(plan, OTHER)) {
    return (
      <Button wide href={`/report/${OTHER}`}>
        {t('pick.other')}
      </Button>
    )
  }
  const duty = kit && findHolder(kit, plan, plan.desks.county, me.post.unit)
  return (
    <Button wide icon="phone" href={duty ? dialled(duty.phone) : '/contacts'}>
      {t('pick.other.call')}
    </Button>
  )
}
