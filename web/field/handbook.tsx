// The handbook page: the plan's situations by group with their steps, and for each sentence where it comes from.
// What is ours is called a suggestion; only somebody who holds the year's manual says that it has an example (B1–B3).

import { useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import { type EffectivePlan, findSituation, type Situation } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Chip } from '../parts/chip.tsx'
import { SearchField } from '../parts/field.tsx'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { Banner, EmptyState } from '../parts/notice.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { Header } from '../parts/screen.tsx'
import { Step, Steps } from '../parts/step.tsx'
import { rankOf, useLevelWords } from '../talk/level-words.ts'
import { useHandbook } from '../talk/live-list.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { ExampleList } from './example-list.tsx'
import { findSituations } from './find-situation.ts'
import { FieldPage } from './page.tsx'
import { situationIcon } from './situation-icon.ts'
import { sourceKey } from './source-key.ts'
import { StepCall, useStepWho } from './step-people.tsx'

/** Every situation, or the one of `id`. */
export function Handbook({ plan, id }: { plan: EffectivePlan; id?: string }) {
  return id === undefined ? <AllSituations plan={plan} /> : <HandbookPage plan={plan} id={id} />
}

function AllSituations({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const text = useText()
  const lang = useLang()
  const [typed, setTyped] = useState('')
  const found = findSituations(plan, typed, lang).map((one) => one.situation)
  return (
    <FieldPage tab="handbook" header={<Header title={t('handbook.title')} />}>
      <Banner icon="book" tone="plain">
        {t('handbook.note')}
      </Banner>
      <SearchField
        label={t('pick.search.label')}
        value={typed}
        onChange={setTyped}
        placeholder={t('pick.search')}
        clearName={t('pick.clear')}
      />
      {typed.trim() !== '' &&
        (found.length > 0 ? (
          <List title={t('pick.found', { n: found.length })} situations={found} />
        ) : (
          <EmptyState title={t('pick.none', { text: typed.trim() })} text={t('contacts.none.text')} />
        ))}
      {typed.trim() === '' &&
        plan.groups.map((group) => (
          <List
            key={group.id}
            title={text(group.name)}
            situations={Object.values(plan.situations).filter((one) => one.group === group.id)}
          />
        ))}
      <Section title={t('handbook.plans')}>
        <Rows label={t('handbook.plans')}>
          {plan.layers.map((layer) => (
            <ListRow
              key={layer.id}
              title={text(layer.title)}
              text={t('handbook.plan', { version: layer.version, issuer: inLang(layer.issuer, lang) })}
            />
          ))}
        </Rows>
      </Section>
    </FieldPage>
  )
}

function List({ title, situations }: { title: string; situations: readonly Situation[] }) {
  const text = useText()
  if (situations.length === 0) return null
  return (
    <Section title={title}>
      <Rows label={title}>
        {situations.map((situation) => (
          <ListRow
            key={situation.id}
            icon={situationIcon(situation.icon)}
            title={text(situation.name)}
            text={text(situation.hint)}
            href={`/handbook/${situation.id}`}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** One situation to read: steps with persons, level, who is told, what is of use, and the sources. */
function HandbookPage({ plan, id }: { plan: EffectivePlan; id: string }) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  const text = useText()
  const lang = useLang()
  const me = useMe()
  const levels = useLevelWords(plan)
  const whoOf = useStepWho(plan, me.post.unit, me.post.room)
  const situation = findSituation(plan, id)
  if (!situation) {
    return (
      <FieldPage
        tab="handbook"
        header={<Header title={t('handbook.title')} back={{ href: '/handbook', name: shell('back') }} />}
      >
        <EmptyState title={t('pick.unknown')} text={t('pick.unknown.text')} />
      </FieldPage>
    )
  }
  const comma = lang === 'en' ? ', ' : '、'
  return (
    <FieldPage
      header={
        <Header
          title={text(situation.name)}
          text={[text(situation.hint)]}
          back={{ href: '/handbook', name: shell('back') }}
        />
      }
      foot={
        <Button wide icon="warning" href={`/report/${situation.id}`}>
          {t('handbook.report')}
        </Button>
      }
    >
      <EnteredExamples plan={plan} scenario={situation.id} />
      <Section title={t('handbook.steps')} note={t(sourceKey(plan, situation))}>
        <Steps label={t('handbook.steps')}>
          {situation.steps.map((step, index) => {
            const who = whoOf(step)
            return (
              <Step
                key={step.id}
                n={index + 1}
                text={text(step.text)}
                who={who.words}
                done={false}
                side={<StepCall step={step} who={who} />}
              />
            )
          })}
        </Steps>
      </Section>
      <Section
        title={t('handbook.response')}
        note={<Status plan={plan} clause={situation.response.clause} />}
      >
        <p className="line">
          <ResponseLevel
            level={rankOf(situation.response.level)}
            say={levels.response(situation.response.level)}
          />
        </p>
        <p className="quiet">{text(situation.response.because)}</p>
      </Section>
      {situation.tell.length > 0 && (
        <Section title={t('handbook.tell')}>
          <p>
            {situation.tell
              .map(({ post }) => text(plan.posts[post]?.name ?? { zh: post, en: post }))
              .join(comma)}
          </p>
        </Section>
      )}
      {situation.resources.length > 0 && (
        <Section title={t('handbook.resources')}>
          <p>{situation.resources.map(text).join(comma)}</p>
        </Section>
      )}
      <Sources plan={plan} situation={situation} />
    </FieldPage>
  )
}

/** What the bureaus of the line entered of the year's handbook for this situation. */
function EnteredExamples({ plan, scenario }: { plan: EffectivePlan; scenario: string }) {
  const t = useSay(fieldIncidentWords)
  const kit = useKit()
  const examples = (useHandbook().list?.examples ?? kit?.examples ?? []).filter(
    (one) => one.scenarios.includes(scenario) && !one.struck,
  )
  if (examples.length === 0) return null
  return (
    <Section title={t('examples.title')}>
      <div className="card field__card">
        <ExampleList examples={examples} plan={plan} />
      </div>
    </Section>
  )
}

function Status({ plan, clause }: { plan: EffectivePlan; clause: string }) {
  const t = useSay(fieldWords)
  const status = plan.clauses[clause]?.status ?? 'proposed'
  return <Chip>{t(`status.${status}`)}</Chip>
}

function Sources({ plan, situation }: { plan: EffectivePlan; situation: Situation }) {
  const t = useSay(fieldWords)
  const text = useText()
  const ids = [
    ...new Set([situation.clause, situation.response.clause, ...situation.tell.map((one) => one.clause)]),
  ]
  return (
    <Section title={t('handbook.source')}>
      <Rows label={t('handbook.source')}>
        {ids.map((id) => {
          const clause = plan.clauses[id]
          if (!clause) return null
          return (
            <ListRow
              key={id}
              title={`${clause.source.document} ${clause.source.at}`}
              text={text(clause.text)}
              side={<Chip>{t(`status.${clause.status}`)}</Chip>}
            />
          )
        })}
      </Rows>
    </Section>
  )
}
