// G1: the editions of the plans of this line, newest first: who issued which when, what changed against the one before, who has
// confirmed reading it. One's own unit confirms here too.

import { useMemo, useState } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import { planChanges } from '#core/plan/changes.ts'
import type { EditionView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { Button } from '../parts/button.tsx'
import { Chip } from '../parts/chip.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { useEditions } from '../talk/live-list.ts'
import { usePlan } from '../talk/plan.ts'
import { useSay } from '../talk/words.tsx'
import { usePageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { receiptCounts, receiptRows } from './order-counts.ts'
import { PlanChangesList } from './plan-changes-list.tsx'
import { ReceiptTable } from './receipt-table.tsx'

export function PlanEditions({ now }: { now: Instant }) {
  const { list } = useEditions()
  const { time } = useDesk()
  const t = useSay(planWords)
  const d = useSay(deskWords)
  const editions = list?.editions ?? []
  return (
    <section className="book__page" aria-label={t('part.editions')}>
      <header className="page__head">
        <h1>{t('part.editions')}</h1>
        <span className="quieter">{t('edition.earlier')}</span>
        {list?.own && (
          <span className="page__deeds">
            <Button kind="solid" icon="edit" href="/desk/plan/write">
              {t('write')}
            </Button>
          </span>
        )}
      </header>
      {editions.length === 0 && (
        <EmptyState
          title={list ? t('editions.none') : d('list.loading')}
          text={list ? t('editions.none.text') : ''}
          asOf={list && d('as-of', { time: time(list.asOf, now) })}
        />
      )}
      <ul className="entries">
        {editions.map((edition) => (
          <Edition
            key={edition.id}
            edition={edition}
            all={editions}
            now={now}
            inForce={list?.inForce === edition.plan}
          />
        ))}
      </ul>
    </section>
  )
}

interface EditionProps {
  edition: EditionView
  all: readonly EditionView[]
  now: Instant
  inForce: boolean
}

function Edition({ edition, all, now, inForce }: EditionProps) {
  const { lang, me, time } = useDesk()
  const t = useSay(planWords)
  const { give, outcome } = usePageDeeds()
  const [open, setOpen] = useState<'changes' | 'who'>()
  const counts = receiptCounts(edition.receipts, now)
  const others = all.filter((one) => one.unit === edition.unit && one.id !== edition.id)
  const own = edition.receipts.find((one) => one.unit === me.post.unit)
  return (
    <li className="entry">
      <h2>
        {t('edition.title', { unit: inLang(edition.unitName, lang), version: edition.version })}
        {inForce && <Chip tone="mine">{t('edition.in-force')}</Chip>}
      </h2>
      <p className="quiet">
        {t('edition.by', {
          name: edition.issuedBy,
          time: time(edition.issuedAt, now),
          date: edition.issuedOn,
        })}
      </p>
      {outcome}
      <div className="line">
        {own?.may.includes('Receive') && !own.received && (
          <Button
            kind="solid"
            onPress={() => give(t('edition.confirm'), { kind: 'receipt', id: own.id }, 'Receive', {})}
          >
            {t('edition.confirm')}
          </Button>
        )}
        {(edition.before !== undefined || others.length > 0) && (
          <Button
            size="s"
            expanded={open === 'changes'}
            onPress={() => setOpen(open === 'changes' ? undefined : 'changes')}
          >
            {t('edition.changes')}
          </Button>
        )}
        {counts.all > 0 && (
          <Button
            size="s"
            expanded={open === 'who'}
            onPress={() => setOpen(open === 'who' ? undefined : 'who')}
          >
            {t('edition.read', { n: counts.received, all: counts.all })}
          </Button>
        )}
      </div>
      {open === 'changes' && <Changes edition={edition} others={others} />}
      {open === 'who' && (
        <ReceiptTable
          label={t('edition.who')}
          receipts={receiptRows(edition.receipts, 'all', () => 0)}
          now={now}
          carriedOut={false}
        />
      )}
    </li>
  )
}

/** Against the plan that was in force before it, or against another edition of the same unit. */
function Changes({ edition, others }: { edition: EditionView; others: readonly EditionView[] }) {
  const t = useSay(planWords)
  const d = useSay(deskWords)
  const [before, setBefore] = useState(edition.before ?? others[0]?.plan ?? '')
  const old = usePlan(before === '' ? undefined : before)
  const now = usePlan(edition.plan)
  const changes = useMemo(
    () => (old && now && old.hash === before ? planChanges(old, now) : undefined),
    [old, now, before],
  )
  return (
    <>
      {others.length > 0 && (
        <SelectField
          label={t('edition.compare')}
          options={[
            ...(edition.before === undefined ? [] : [{ value: edition.before, label: t('edition.before') }]),
            ...others
              .filter((one) => one.plan !== edition.before)
              .map((one) => ({ value: one.plan, label: one.version })),
          ]}
          value={before}
          onChange={setBefore}
        />
      )}
      {changes ? <PlanChangesList changes={changes} /> : <p className="quieter">{d('list.loading')}</p>}
    </>
  )
}
