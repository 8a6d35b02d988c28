// G1: the next edition of one's own plan, written as text with the checker's problems beside it by line, and issued with its date to
// chosen units once nothing stands in the way. The text is kept on the device with every change. Loaded when somebody writes.

import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Instant } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import type { Problem } from '#core/plan/problem.ts'
import type { PreparedEdition } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { Button } from '../parts/button.tsx'
import { EmptyState, Fault } from '../parts/notice.tsx'
import { loadLayerSource, prepareEdition } from '../talk/books.ts'
import { useKept } from '../talk/kept.ts'
import { useEditions } from '../talk/live-list.ts'
import { useSay } from '../talk/words.tsx'
import { usePageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { IssueSheet } from './issue-sheet.tsx'
import { PlanChangesList } from './plan-changes-list.tsx'
import YamlEditor, { type EditorProblem } from './yaml-editor.tsx'

/** What is being written, and the layer it began from. */
interface Written {
  readonly text: string
  readonly from: string
}

type Checked =
  | { readonly state: 'none' }
  | { readonly state: 'checking' }
  | { readonly state: 'lost'; readonly why?: string }
  | { readonly state: 'checked'; readonly text: string; readonly found: PreparedEdition }

export default function WriteEdition({ now }: { now: Instant }) {
  const { list } = useEditions()
  const { me } = useDesk()
  const d = useSay(deskWords)
  const t = useSay(planWords)
  const written = useKept<Written>(`draft/edition/${me.post.unit}`)
  const layer = list?.own?.layer
  const [source, setSource] = useState<string | 'failed'>()
  useEffect(() => {
    if (layer === undefined) return
    let here = true
    void loadLayerSource(layer).then((text) => {
      if (here) setSource(text ?? 'failed')
    })
    return () => {
      here = false
    }
  }, [layer])
  const start = written.value?.text ?? (source === 'failed' ? undefined : source)
  if (!written.ready || start === undefined || !list) {
    const failed = source === 'failed' || (list && (list.own === undefined || layer === undefined))
    return (
      <div className="page">
        {failed ? (
          <Fault
            title={t('write.failed')}
            text={t('write.failed.text')}
            action={<Button href="/desk/plan/editions">{t('write.back')}</Button>}
          />
        ) : (
          <EmptyState title={d('list.loading')} text={d('list.loading.text')} />
        )}
      </div>
    )
  }
  return (
    <Writing
      start={start}
      source={source}
      now={now}
      stream={list.own?.stream ?? ''}
      keep={(text) => written.keep({ text, from: layer ?? '' })}
      drop={written.drop}
    />
  )
}

interface WritingProps {
  start: string
  source: string | undefined
  now: Instant
  /** The editions' stream of one's own unit. */
  stream: string
  keep: (text: string) => void
  drop: () => void
}

function Writing({ start, source, now, stream, keep, drop }: WritingProps) {
  const { me, lang, names } = useDesk()
  const t = useSay(planWords)
  const [, go] = useLocation()
  const { give, outcome } = usePageDeeds()
  const [text, setText] = useState(start)
  const [checked, setChecked] = useState<Checked>({ state: 'none' })
  const [goTo, setGoTo] = useState<{ line: number; at: number }>()
  const [issuing, setIssuing] = useState(false)
  const [round, setRound] = useState(0)
  const change = useCallback(
    (next: string) => {
      setText(next)
      keep(next)
    },
    [keep],
  )
  const found = checked.state === 'checked' ? checked.found : undefined
  const current = checked.state === 'checked' && checked.text === text
  const ready = current ? found?.ready : undefined
  const marks = useMemo(
    () => (found ? marksOf(found.problems, (one) => inLang(one.message, lang)) : []),
    [found, lang],
  )

  async function check() {
    setChecked({ state: 'checking' })
    const answer = await prepareEdition(me.post.unit, text, true)
    if ('got' in answer) setChecked({ state: 'checked', text, found: answer.got })
    else setChecked({ state: 'lost', ...('problem' in answer ? { why: answer.problem.detail } : {}) })
  }

  return (
    <div className="page page--write">
      <header className="page__head">
        <Button kind="text" size="s" icon="back" href="/desk/plan/editions">
          {t('write.back')}
        </Button>
        <h1>{t('write.title')}</h1>
        <span className="quieter small">{t('write.kept')}</span>
        <span className="page__deeds">
          <Button
            kind={ready ? 'outline' : 'solid'}
            busy={checked.state === 'checking'}
            busyLabel={t('write.checking')}
            onPress={check}
          >
            {t('write.check')}
          </Button>
          <Button
            kind={ready ? 'solid' : 'outline'}
            icon="send"
            missing={ready ? undefined : t('issue.missing')}
            onPress={() => setIssuing(true)}
          >
            {t('issue')}
          </Button>
        </span>
      </header>
      <div className="write">
        <YamlEditor
          key={round}
          label={t('write.editor')}
          start={round === 0 ? start : text}
          onChange={change}
          problems={marks}
          goTo={goTo}
        />
        <aside className="write__side" aria-label={t('write.problems')}>
          {outcome}
          {checked.state === 'lost' && (
            <Fault title={t('write.lost')} text={checked.why || t('write.lost.text')} />
          )}
          {found && !current && <p className="quieter">{t('write.unchecked')}</p>}
          {found && (
            <Problems
              problems={found.problems}
              unitName={(unit) => names.unit(unit)}
              onGo={(line) => setGoTo({ line, at: Date.now() })}
            />
          )}
          {found && current && found.problems.every((one) => one.severity !== 'error') && (
            <section>
              <h2>{t('edition.changes')}</h2>
              <PlanChangesList changes={found.changes} />
            </section>
          )}
          {source !== undefined && source !== 'failed' && source !== text && (
            <Button
              size="s"
              kind="text"
              onPress={() => {
                drop()
                setText(source)
                setChecked({ state: 'none' })
                setRound(round + 1)
              }}
            >
              {t('write.reset')}
            </Button>
          )}
        </aside>
      </div>
      {issuing && ready && (
        <IssueSheet
          ready={ready}
          now={now}
          onClose={() => setIssuing(false)}
          onIssue={async (to) => {
            const data = {
              unit: me.post.unit,
              campaign: me.campaign.id,
              layer: ready.layer,
              version: ready.version,
              issuedOn: ready.issuedOn,
              plans: ready.plans,
              to,
            }
            if (await give(t('issue.deed'), { kind: 'edition', id: stream }, 'IssueEdition', data)) {
              drop()
              go('/desk/plan/editions')
            }
            setIssuing(false)
          }}
        />
      )}
    </div>
  )
}

function marksOf(problems: readonly Problem[], words: (one: Problem) => string): readonly EditorProblem[] {
  return problems.flatMap((one) =>
    one.line === undefined || one.unit !== undefined
      ? []
      : [{ line: one.line, message: words(one), severity: one.severity }],
  )
}

interface ProblemsProps {
  problems: readonly Problem[]
  unitName: (unit: string) => string
  onGo: (line: number) => void
}

function Problems({ problems, unitName, onGo }: ProblemsProps) {
  const { lang } = useDesk()
  const t = useSay(planWords)
  const errors = problems.filter((one) => one.severity === 'error').length
  const sorted = [...problems].sort(
    (a, b) =>
      Number(a.severity === 'warning') - Number(b.severity === 'warning') || (a.line ?? 0) - (b.line ?? 0),
  )
  return (
    <section>
      <h2>{t('write.problems')}</h2>
      <p role="status">
        {problems.length === 0
          ? t('write.no-problems')
          : errors > 0
            ? t('write.errors', { n: errors })
            : t('write.warnings', { n: problems.length })}
      </p>
      <ul className="problems">
        {sorted.map((one) => (
          <li key={`${one.path}/${one.code}/${one.unit ?? ''}`} className={`problems__${one.severity}`}>
            <span className="line">
              <b>{t(`write.${one.severity}`)}</b>
              {one.line !== undefined && one.unit === undefined && (
                <Button size="s" kind="text" onPress={() => onGo(one.line ?? 1)}>
                  {t('write.line', { n: one.line })}
                </Button>
              )}
              {one.unit !== undefined && (
                <span className="quieter small">{t('write.in', { unit: unitName(one.unit) })}</span>
              )}
            </span>
            <span>{inLang(one.message, lang)}</span>
            <code className="quieter small">{one.path}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
