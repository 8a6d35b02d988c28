// The phone's pages by address. Everything below needs a person; the plan may still be on its way at the first start.

import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { findSituation } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { Header } from '../parts/screen.tsx'
import { usePlan } from '../talk/plan.ts'
import { useSay } from '../talk/words.tsx'
import { useArrive } from './arrive.ts'
import { Contacts } from './contacts.tsx'
import { EmergencyCalls } from './emergency-calls.tsx'
import './field.css'
import { Fetching } from './fetching.tsx'
import { First } from './first.tsx'
import { Grades } from './grades.tsx'
import { Handbook } from './handbook.tsx'
import { IncidentPage, opinion, procedure, record } from './incident.tsx'
import { fileSheet } from './incident-acts.tsx'
import { Incidents } from './incidents.tsx'
import { OutboxPage } from './outbox-page.tsx'
import { FieldPage } from './page.tsx'
import { Pick } from './pick.tsx'
import { Today } from './today.tsx'
import { useDraft } from './use-draft.ts'

const orders = () => import('./orders.tsx')
const issued = () => import('./issued.tsx')
/** Pages nobody needs in the first seconds. */
const Orders = lazy(orders)
const Issued = lazy(issued)

/** Fetched once the first page stands, so that they open without a network as well, ms. */
const FETCH_LATER = 4_000

function useFetchLater(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const page of [record, fileSheet, orders, issued, opinion, procedure])
        void page().catch(() => undefined)
    }, FETCH_LATER)
    return () => clearTimeout(timer)
  }, [])
}

export function Field() {
  const plan = usePlan()
  useFetchLater()
  useArrive()
  if (!plan) return <NoPlanYet />
  return (
    <Switch>
      <Route path="/">
        <Today plan={plan} />
      </Route>
      <Route path="/report">
        <Pick plan={plan} />
      </Route>
      <Route path="/report/in/:group">{({ group }) => <Pick plan={plan} group={group} />}</Route>
      <Route path="/report/:scenario">{({ scenario }) => <Report plan={plan} scenario={scenario} />}</Route>
      <Route path="/report/:scenario/grade">
        {({ scenario }) => <Report plan={plan} scenario={scenario} grading />}
      </Route>
      <Route path="/incidents">
        <Incidents plan={plan} />
      </Route>
      <Route path="/incidents/:id">{({ id }) => <IncidentPage key={id} id={id} />}</Route>
      <Route path="/contacts">
        <Contacts plan={plan} />
      </Route>
      <Route path="/handbook">
        <Handbook plan={plan} />
      </Route>
      <Route path="/handbook/:id">{({ id }) => <Handbook plan={plan} id={id} />}</Route>
      <Route path="/orders">
        <Later>
          <Orders />
        </Later>
      </Route>
      <Route path="/issued/:id/:nth">
        {({ id, nth }) => (
          <Later>
            <Issued id={id} nth={nth} />
          </Later>
        )}
      </Route>
      <Route path="/outbox">
        <OutboxPage plan={plan} />
      </Route>
      <Route>
        <Missing />
      </Route>
    </Switch>
  )
}

/** The frame of a page that is on its way. */
function Later({ children }: { children: ReactNode }) {
  const t = useSay(shellWords)
  return (
    <Suspense
      fallback={
        <FieldPage tab="today" header={<Header title={t('product')} />}>
          <Fetching />
        </FieldPage>
      }
    >
      {children}
    </Suspense>
  )
}

/** Steps 2 and 3 of a report share its draft. */
function Report({
  plan,
  scenario,
  grading = false,
}: {
  plan: EffectivePlan
  scenario: string
  grading?: boolean
}) {
  const { draft, change, drop } = useDraft(scenario)
  const situation = findSituation(plan, scenario)
  if (!situation) return <Redirect to="/report" replace />
  if (!draft) return null
  if (grading) return <Grades plan={plan} situation={situation} draft={draft} change={change} drop={drop} />
  return <First plan={plan} situation={situation} draft={draft} change={change} />
}

/** The first start without a kit: emergency numbers work already. */
function NoPlanYet() {
  const t = useSay(shellWords)
  return (
    <FieldPage tab="today" header={<Header title={t('product.long')} />}>
      <div className="field__lead">
        <EmergencyCalls withWords />
      </div>
      <p className="quiet" role="status">
        {t('start.loading')}
      </p>
    </FieldPage>
  )
}

function Missing() {
  const t = useSay(shellWords)
  const field = useSay(fieldWords)
  return (
    <FieldPage tab="today" header={<Header title={t('page.missing')} />}>
      <EmptyState
        title={t('page.missing')}
        text={t('page.missing.text')}
        action={
          <Button kind="outline" href="/">
            {field('tabs.today')}
          </Button>
        }
      />
    </FieldPage>
  )
}
