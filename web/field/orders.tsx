// Everything that was sent from above: orders, those that wait first, and issued plans to be confirmed as read. Loaded when opened.

import { fieldOrdersWords } from '#core/words/field-orders.ts'
import { shellWords } from '#core/words/shell.ts'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { Header } from '../parts/screen.tsx'
import { useEditions, useOrders } from '../talk/live-list.ts'
import { useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { OrderCard } from './order-card.tsx'
import { openOrders } from './order-duty.ts'
import { FieldPage } from './page.tsx'

export default function Orders() {
  const t = useSay(fieldOrdersWords)
  const shell = useSay(shellWords)
  const text = useText()
  const me = useMe()
  const orders = useOrders().list?.orders
  const editions = useEditions().list?.editions ?? []
  const open = openOrders(orders ?? [], me.post.unit)
  const others = (orders ?? []).filter((order) => !open.includes(order))
  return (
    <FieldPage
      tab="today"
      header={<Header title={t('title.orders')} back={{ href: '/', name: shell('back') }} />}
    >
      {orders === undefined ? (
        <p className="quiet" role="status">
          {t('loading')}
        </p>
      ) : orders.length === 0 ? (
        <EmptyState title={t('empty')} text={t('empty.text')} />
      ) : (
        <div className="stack field__orders">
          {[...open, ...others].map((order) => (
            <OrderCard key={order.id} order={order} />
          ))}
        </div>
      )}
      {editions.length > 0 && (
        <Section title={t('issued.list')}>
          <Rows label={t('issued.list')}>
            {editions.map((edition) => (
              <ListRow
                key={`${edition.id} ${edition.edition}`}
                title={t('issued.version', { unit: text(edition.unitName), version: edition.version })}
                text={t('issued.on', { date: edition.issuedOn })}
                href={`/issued/${edition.id}/${edition.edition}`}
              />
            ))}
          </Rows>
        </Section>
      )}
    </FieldPage>
  )
}
