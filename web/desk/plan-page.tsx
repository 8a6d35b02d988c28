// G1: the plan in force for my unit, part by part: what it says, by which clause, from which layer and version, official or not; searched
// across all parts. Its editions and writing the next are beside. The addresses: /desk/plan/:part, /desk/plan/editions, /desk/plan/write.

import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Instant } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import { deskWords } from '#core/words/desk.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { SearchField } from '../parts/field.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { useEditions } from '../talk/live-list.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { PlanEditions } from './plan-editions.tsx'
import { findEntries, PLAN_PAGES, type PlanEntry, type PlanPageId, planEntries } from './plan-entries.ts'
import { PlanSource } from './plan-source.tsx'

/** The editor is large: it comes when somebody writes a plan. */
const WriteEdition = lazy(() => import('./write-edition.tsx'))

export default function PlanPage({ part, now }: { part: string | undefined; now: Instant }) {
  const { list } = useEditions()
  if (part === 'write') {
    return (
      <Suspense fallback={<Waiting />}>
        <WriteEdition now={now} />
      </Suspense>
    )
  }
  const page = PLAN_PAGES.find((one) => one === part)
  return (
    <div className="book">
      <PlanNav
        current={page ?? (part === 'editions' ? 'editions' : 'levels')}
        n={list?.editions.length ?? 0}
      />
      {part === 'editions' ? <PlanEditions now={now} /> : <PlanPart page={page ?? 'levels'} />}
    </div>
  )
}

function Waiting() {
  const d = useSay(deskWords)
  return (
    <div className="page">
      <EmptyState title={d('list.loading')} text={d('list.loading.text')} />
    </div>
  )
}

function PlanNav({ current, n }: { current: PlanPageId | 'editions'; n: number }) {
  const t = useSay(planWords)
  const nav = useRef<HTMLElement>(null)
  // On a phone the parts stand in a row that is wider than the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again whenever another part is open
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <nav ref={nav} className="book__nav" aria-label={t('parts')}>
      {[...PLAN_PAGES, 'editions' as const].map((page) => (
        <Link
          key={page}
          href={`/desk/plan/${page}`}
          className={`book__link${page === current ? ' book__link--on' : ''}`}
          aria-current={page === current ? 'page' : undefined}
        >
          {t(`part.${page}`)}
          {page === 'editions' && n > 0 && <span className="quieter small">{n}</span>}
        </Link>
      ))}
    </nav>
  )
}

function PlanPart({ page }: { page: PlanPageId }) {
  const { plan, names, lang, me } = useDesk()
  const t = useSay(planWords)
  const d = useSay(deskWords)
  const [typed, setTyped] = useState('')
  const entries = useMemo(() => (plan ? planEntries(plan, names, lang) : []), [plan, names, lang])
  const clauseText = (id: string) => {
    const clause = plan?.clauses[id]
    return clause ? `${id} ${inLang(clause.text, lang)} ${clause.source.document} ${clause.source.at}` : ''
  }
  const searching = typed.trim() !== ''
  const shown = searching
    ? findEntries(entries, typed, clauseText)
    : entries.filter((entry) => entry.page === page)
  const { hash } = window.location
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entry the address names comes into sight once it is there
  useEffect(() => {
    if (hash.length > 1) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
  }, [hash, page, plan])
  if (!plan) return <Waiting />
  return (
    <section className="book__page" aria-label={t('title')}>
      <header className="page__head">
        <h1>{searching ? t('title') : t(`part.${page}`)}</h1>
        <span className="quieter">{t('of', { unit: names.unit(me.post.unit) })}</span>
        <div className="book__find">
          <SearchField
            label={t('find')}
            value={typed}
            onChange={setTyped}
            placeholder={t('find')}
            clearName={t('find.clear')}
          />
        </div>
      </header>
      {searching && (
        <p className="quieter small" role="status">
          {shown.length === 0 ? t('found.none') : t('found', { n: shown.length })}
        </p>
      )}
      {shown.length === 0 && (
        <EmptyState
          title={searching ? t('found.none') : t('empty')}
          text={searching ? t('found.none.text') : ''}
        />
      )}
      <ul className="entries">
        {shown.map((entry) => (
          <Entry key={`${entry.page}/${entry.id}`} entry={entry} searching={searching} />
        ))}
      </ul>
      {!searching && page === 'levels' && (
        <footer className="layers">
          <h2>{t('layers')}</h2>
          <ul>
            {plan.layers.map((layer) => (
              <li key={layer.id}>
                {t('layer.line', {
                  title: inLang(layer.title, lang),
                  version: layer.version,
                  issuer: inLang(layer.issuer, lang),
                  date: layer.issuedOn,
                })}
              </li>
            ))}
          </ul>
          <span className="quieter small">{d('as-of', { time: plan.hash.slice(0, 12) })}</span>
        </footer>
      )}
    </section>
  )
}

function Entry({ entry, searching }: { entry: PlanEntry; searching: boolean }) {
  const { plan, lang } = useDesk()
  const t = useSay(planWords)
  const clause = entry.clause === undefined ? undefined : plan?.clauses[entry.clause]
  if (!plan) return null
  return (
    <li className="entry" id={entry.id}>
      <h2>
        {entry.title}
        {searching && <span className="quieter small">{t(`part.${entry.page}`)}</span>}
      </h2>
      {entry.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {clause && entry.page !== 'clauses' && <p className="quiet">{inLang(clause.text, lang)}</p>}
      {entry.more && entry.more.lines.length > 0 && (
        <details>
          <summary>{entry.more.title}</summary>
          <ol className="entry__more">
            {entry.more.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
      <PlanSource plan={plan} clause={entry.clause} />
    </li>
  )
}
