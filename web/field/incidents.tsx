// My incidents: what still waits on this phone, what is open, what is closed. Latest report first; new ones are counted
// above the list instead of shifting it under a finger.

import { useMemo, useRef, useState } from 'react'
import { incidentRow } from '#core/incident/row.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { advance } from '#core/sync/advance.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { fieldWords } from '#core/words/field.ts'
import { Button } from '../parts/button.tsx'
import { Rows, Section } from '../parts/list-row.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { Header } from '../parts/screen.tsx'
import { useOutbox } from '../talk/act.ts'
import { useIncidents } from '../talk/incidents.ts'
import { useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { useSay } from '../talk/words.tsx'
import { IncidentLine } from './incident-row.tsx'
import { isOver } from './most-pressing.ts'
import { AsOf, FieldPage } from './page.tsx'
import { asIncidentCommand, doerOf } from './report-command.ts'

export function Incidents({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const now = useNow()
  const { rows } = useIncidents()
  const unsent = useUnsent(plan)
  const { shown, fresh, show } = useSteady(rows)
  const open = shown.filter((row) => !isOver(row))
  const closed = shown.filter(isOver)
  return (
    <FieldPage tab="incidents" header={<Header title={t('list.title')} />}>
      {fresh > 0 && (
        <Button kind="text" wide onPress={show}>
          {t('list.new', { n: fresh })}
        </Button>
      )}
      {unsent.length > 0 && <List title={t('list.waiting')} rows={unsent} plan={plan} now={now} unsent />}
      {open.length > 0 && <List title={t('list.open')} rows={open} plan={plan} now={now} />}
      {closed.length > 0 && <List title={t('list.closed')} rows={closed} plan={plan} now={now} />}
      {shown.length + unsent.length === 0 && (
        <EmptyState
          title={t('list.empty')}
          text={t('list.empty.text')}
          action={
            <Button kind="outline" href="/report">
              {t('today.report')}
            </Button>
          }
        />
      )}
      <AsOf />
    </FieldPage>
  )
}

interface ListProps {
  title: string
  rows: readonly IncidentRow[]
  plan: EffectivePlan
  now: number
  unsent?: boolean
}

function List({ title, rows, plan, now, unsent = false }: ListProps) {
  return (
    <Section title={title} side={String(rows.length)}>
      <Rows label={title}>
        {rows.map((row) => (
          <IncidentLine key={row.id} row={row} plan={plan} now={now} unsent={unsent} />
        ))}
      </Rows>
    </Section>
  )
}

/** Reports that have not left this phone, as rows worked out here. */
export function useUnsent(plan: EffectivePlan): readonly IncidentRow[] {
  const me = useMe()
  const { items } = useOutbox()
  return useMemo(
    () =>
      items
        .filter((item) => item.state === 'waiting' && item.command.type === 'Report')
        .flatMap((item): IncidentRow[] => {
          const command = asIncidentCommand(item.command)
          if (!command || item.person !== me.person.id) return []
          const { id, madeAt, stream } = item.command
          const { incident } = advance(stream.id, undefined, [{ id, by: doerOf(me), madeAt, command }], plan)
          return incident.grades.length > 0 ? [incidentRow(incident, plan).row] : []
        }),
    [items, me, plan],
  )
}

interface Steady {
  readonly shown: readonly IncidentRow[]
  readonly fresh: number
  show(): void
}

/** Rows keep their place; those that came since the page was opened wait behind a count. */
function useSteady(rows: readonly IncidentRow[]): Steady {
  const since = useRef<ReadonlySet<string> | undefined>(undefined)
  const [, again] = useState(0)
  // The first list that has anything in it is the one the person came to read.
  if ((since.current === undefined || since.current.size === 0) && rows.length > 0) {
    since.current = new Set(rows.map((row) => row.id))
  }
  const known = since.current
  const shown = known ? rows.filter((row) => known.has(row.id)) : rows
  return {
    shown,
    fresh: rows.length - shown.length,
    show: () => {
      since.current = new Set(rows.map((row) => row.id))
      again((n) => n + 1)
    },
  }
}
