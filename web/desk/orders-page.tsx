// E6: the orders of this desk: on the left every order with how far it has come, on the right one of them with who has received it
// and carried it out. Giving one is give-order.tsx. The addresses: /desk/orders, /desk/orders/:id.

import { useState } from 'react'
import { Link } from 'wouter'
import type { Instant } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import type { OrderView, ReceiptView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { orderWords } from '#core/words/desk-orders.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Late } from '../parts/chip.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { Segments } from '../parts/segments.tsx'
import { joined } from '../talk/joined.ts'
import { useOrders } from '../talk/live-list.ts'
import { usePlan } from '../talk/plan.ts'
import { useSay } from '../talk/words.tsx'
import { usePageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import { isReceiptLate, type ReceiptFilter, receiptCounts, receiptRows } from './order-counts.ts'
import { ReceiptTable } from './receipt-table.tsx'
import { rowKeys } from './use-row-keys.ts'
import { useWide } from './use-wide.ts'

export default function OrdersPage({ id, now }: { id: string | undefined; now: Instant }) {
  const { list, problem } = useOrders()
  const { answers: gives } = useDesk()
  const t = useSay(orderWords)
  const orders = list?.orders ?? []
  const wide = useWide()
  const chosen = orders.find((order) => order.id === id) ?? (wide && id === undefined ? orders[0] : undefined)
  return (
    <div className={`split${id === undefined ? '' : ' split--chosen'}`}>
      <section className="split__list" aria-label={t('title')} onKeyDown={rowKeys} tabIndex={-1}>
        <div className="desk-head desk-head--stays">
          <h1>{t(gives ? 'title' : 'title.received')}</h1>
          {gives && (
            <span className="desk-head__side">
              <Button size="s" icon="plus" href="/desk/orders/new">
                {t('new')}
              </Button>
            </span>
          )}
        </div>
        {orders.length === 0 ? (
          <div className="desk-pad">
            {list ? (
              <EmptyState title={t('none')} text={t('none.text')} />
            ) : (
              <EmptyState title={t('loading')} text={problem?.detail ?? ''} />
            )}
          </div>
        ) : (
          <ul className="needs" aria-label={t('title')}>
            {orders.map((order) => (
              <OrderRow key={order.id} order={order} now={now} current={order === chosen} />
            ))}
          </ul>
        )}
      </section>
      <section className="split__one column--hand" aria-label={t('one')} tabIndex={-1}>
        {chosen ? (
          <OneOrder key={chosen.id} order={chosen} now={now} />
        ) : (
          <div className="desk-pad split__none">
            <EmptyState title={t('choose.one')} text={t('choose.one.text')} />
          </div>
        )}
      </section>
    </div>
  )
}

function useOrderKind(order: OrderView) {
  const plan = usePlan(order.plan)
  return plan?.orders.find((kind) => kind.id === order.kind)
}

function OrderRow({ order, now, current }: { order: OrderView; now: Instant; current: boolean }) {
  const { lang, time } = useDesk()
  const t = useSay(orderWords)
  const kind = useOrderKind(order)
  const counts = receiptCounts(order.receipts, now)
  return (
    <li className={`needs__row${current ? ' needs__row--current' : ''}`}>
      <Link
        data-row
        className="needs__link"
        href={`/desk/orders/${encodeURIComponent(order.id)}`}
        aria-current={current ? 'true' : undefined}
      >
        <span className="needs__what">
          <b>{kind ? inLang(kind.name, lang) : order.kind}</b>
          <span className="quieter">{time(order.givenAt, now)}</span>
          {order.withdrawn && <Chip>{t('revoked')}</Chip>}
        </span>
        <span className="needs__words">{order.words}</span>
        {!order.withdrawn && (
          <span className="needs__levels">
            <span>{t('progress', { n: counts.received, all: counts.all })}</span>
            {kind?.carriedOut && <span>{t('progress.done', { n: counts.done, all: counts.all })}</span>}
            {counts.late > 0 && (
              <Late>
                {t('count.late')} {counts.late}
              </Late>
            )}
          </span>
        )}
      </Link>
    </li>
  )
}

function OneOrder({ order, now }: { order: OrderView; now: Instant }) {
  const { overview, me, lang, names, time } = useDesk()
  const t = useSay(orderWords)
  const d = useSay(deskWords)
  const kind = useOrderKind(order)
  const { give, outcome } = usePageDeeds()
  const [filter, setFilter] = useState<ReceiptFilter>('all')
  const [withdrawing, setWithdrawing] = useState(false)
  const counts = receiptCounts(order.receipts, now)
  const places = new Map((overview?.schools ?? []).map((school, index) => [school.unit, index]))
  const rows = receiptRows(order.receipts, filter, (one) => places.get(one.unit) ?? 0)
  const own = order.receipts.find((one) => one.unit === me.post.unit)
  const title = kind ? inLang(kind.name, lang) : order.kind
  const times = [
    order.from === undefined ? t('at-once') : t('from', { time: time(order.from, now) }),
    order.until !== undefined && t('until', { time: time(order.until, now) }),
  ]
  return (
    <>
      <header className="order-head">
        <p className="split__back">
          <Button kind="text" size="s" icon="back" href="/desk/orders">
            {t('give.back')}
          </Button>
        </p>
        <h1>
          {title}
          <span className="hand-head__number">{joined(times, lang)}</span>
        </h1>
        <p className="quieter small">
          {t('given', {
            unit: inLang(order.unitName, lang),
            name: order.givenBy.name,
            time: time(order.givenAt, now),
          })}
          {order.incident !== undefined && (
            <Link className="order-head__link" href={`/desk/incidents/${order.incident}`}>
              {t('incident')}
            </Link>
          )}
        </p>
        <p className="order-head__words">{order.words}</p>
        {order.withdrawn && (
          <p>
            {t('withdraw.done', {
              time: time(order.withdrawn.at, now),
              reason: order.withdrawn.reason ?? d('story.withheld'),
            })}
          </p>
        )}
        {outcome}
        <div className="line">
          {own && <OwnReceipt one={own} give={give} />}
          {order.may.includes('WithdrawOrder') && !order.withdrawn && (
            <Button size="s" onPress={() => setWithdrawing(true)}>
              {t('withdraw')}
            </Button>
          )}
        </div>
        <div className="order-counts">
          <span>
            <b>{counts.received}</b> {t('count.received')}
          </span>
          <span>
            <b>{counts.all - counts.received}</b> {t('count.waiting')}
          </span>
          {kind?.carriedOut && (
            <span>
              <b>{counts.done}</b> {t('count.done')}
            </span>
          )}
          {order.receipts.some((one) => isReceiptLate(one, now)) && (
            <Late>
              {t('count.late')} {counts.late}
            </Late>
          )}
          <span className="order-counts__filter">
            <Segments
              label={t('filter.label')}
              quietLabel
              options={(kind?.carriedOut ? FILTERS : FILTERS.slice(0, 2)).map((value) => ({
                value,
                label: t(`filter.${value}`),
              }))}
              value={filter}
              onChoose={setFilter}
            />
          </span>
        </div>
      </header>
      <div className="split__scroll">
        <ReceiptTable label={title} receipts={rows} now={now} carriedOut={kind?.carriedOut === true} />
      </div>
      {withdrawing && (
        <DraftSheet
          title={t('withdraw.title')}
          draft={`${order.id}.withdraw`}
          label={d('regrade.reason')}
          hint={t('withdraw.hint')}
          rows={2}
          send={t('withdraw')}
          missing={(reason) => (reason === '' ? t('reason.missing') : undefined)}
          onSend={(reason) =>
            give(t('withdraw'), { kind: 'order', id: order.id }, 'WithdrawOrder', { reason })
          }
          onClose={() => setWithdrawing(false)}
          before={<p className="read">{names.unit(order.unit)}</p>}
        />
      )}
    </>
  )
}

const FILTERS: readonly ReceiptFilter[] = ['all', 'waiting', 'open']

/** What the desk's own unit was ordered: received, and carried out where that is asked. */
export function OwnReceipt({
  one,
  give,
}: {
  one: ReceiptView
  give: ReturnType<typeof usePageDeeds>['give']
}) {
  const t = useSay(orderWords)
  const d = useSay(deskWords)
  const [doing, setDoing] = useState(false)
  const stream = { kind: 'receipt' as const, id: one.id }
  return (
    <>
      {one.may.includes('Receive') && !one.received && (
        <Button kind="solid" onPress={() => give(t('receive'), stream, 'Receive', {})}>
          {t('receive')}
        </Button>
      )}
      {one.may.includes('CarryOut') && one.asksCarriedOut && !one.carriedOut && (
        <Button kind={one.received ? 'solid' : 'outline'} onPress={() => setDoing(true)}>
          {t('carry-out')}
        </Button>
      )}
      {doing && (
        <DraftSheet
          title={t('carry-out.title')}
          draft={`${one.id}.effect`}
          label={t('carry-out.effect')}
          rows={3}
          send={t('carry-out')}
          missing={(effect) => (effect === '' ? d('composer.missing') : undefined)}
          onSend={(effect) => give(t('carry-out'), stream, 'CarryOut', { effect })}
          onClose={() => setDoing(false)}
        />
      )}
    </>
  )
}
