// An order from above as it stands on the first page and in the list (E6): the words large, from whom, by when, 收到 and 已落实 with
// what came of it. Data come from web/talk/live-list.ts.

import { useState } from 'react'
import type { OrderView, ReceiptView } from '#core/wire/view.ts'
import { actWords } from '#core/words/act.ts'
import { fieldOrdersWords } from '#core/words/field-orders.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Provisional } from '../parts/chip.tsx'
import { Clock } from '../parts/clock.tsx'
import { Order } from '../parts/order.tsx'
import { type OutboxItem, useAct, useOutbox } from '../talk/act.ts'
import { useClockWords, useTimeOfDay, zoneName } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { usePlan } from '../talk/plan.ts'
import { useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { isForMe, ownReceipt } from './order-duty.ts'
import { ReasonSheet } from './reason-sheet.tsx'

export function OrderCard({ order }: { order: OrderView }) {
  const t = useSay(fieldOrdersWords)
  const act = useSay(actWords)
  const text = useText()
  const join = useJoined()
  const me = useMe()
  const now = useNow()
  const words = useClockWords()
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const { give } = useAct()
  const { items } = useOutbox()
  const [reporting, setReporting] = useState(false)
  const plan = usePlan(order.plan)
  const kind = plan?.orders.find((one) => one.id === order.kind)?.name
  const receipt = ownReceipt(order, me.post.unit)
  const sent = receipt && items.filter((item) => isWaiting(item, receipt))
  const post = order.givenBy.postKind === undefined ? undefined : plan?.posts[order.givenBy.postKind]?.name
  const until = [
    order.from !== undefined && t('holds.from', { at: timeOfDay(order.from, now) }),
    order.until !== undefined && t('holds.until', { at: timeOfDay(order.until, now) }),
  ]
  const stream = { kind: 'receipt' as const, id: receipt?.id ?? '' }
  const open = receipt !== undefined && isForMe(order, receipt)
  return (
    <Order
      title={kind ? text(kind) : order.kind}
      by={join(
        text(order.unitName),
        [post && text(post), order.givenBy.name].filter((one) => one).join(' '),
        timeOfDay(order.givenAt, now),
      )}
      text={order.words}
      times={join(...until)}
      over={order.withdrawn !== undefined}
      clock={
        open && !receipt.received ? (
          <Clock dueAt={receipt.dueAt} now={now} words={words} zone={zoneName(me.campaign.zoneMinutes)} />
        ) : undefined
      }
      action={
        order.withdrawn ? (
          <Chip icon="cross">
            {t('withdrawn.by', {
              at: timeOfDay(order.withdrawn.at, now),
              reason: order.withdrawn.reason ?? '',
            })}
          </Chip>
        ) : receipt ? (
          <>
            <ReceiptLine receipt={receipt} />
            {sent?.some((item) => item.command.type === 'Receive') && (
              <Provisional>{t('pending.receive')}</Provisional>
            )}
            {sent?.some((item) => item.command.type === 'CarryOut') ? (
              <Provisional>{t('pending.carry-out')}</Provisional>
            ) : !receipt.received && sent?.length === 0 && receipt.may.includes('Receive') ? (
              <Button
                kind="solid"
                size="l"
                wide
                busyLabel={act('form.sending')}
                onPress={() => give(stream, 'Receive', {})}
              >
                {t('receive')}
              </Button>
            ) : (
              receipt.asksCarriedOut &&
              !receipt.carriedOut &&
              receipt.may.includes('CarryOut') && (
                <Button kind="solid" size="l" wide onPress={() => setReporting(true)}>
                  {t('carry-out')}
                </Button>
              )
            )}
          </>
        ) : (
          <Others order={order} />
        )
      }
    >
      {order.incident !== undefined && (
        <Button kind="text" href={`/incidents/${order.incident}`}>
          {t('open-incident')}
        </Button>
      )}
      <ReasonSheet
        draft={`draft/order/${receipt?.id ?? ''}`}
        title={reporting ? act('deed.CarryOut') : undefined}
        label={act('CarryOut.effect')}
        hint={act('CarryOut.effect.hint')}
        onSend={(effect) => give(stream, 'CarryOut', { effect })}
        onClose={() => setReporting(false)}
      />
    </Order>
  )
}

function isWaiting(item: OutboxItem, receipt: ReceiptView): boolean {
  return item.state === 'waiting' && item.command.stream.id === receipt.id
}

/** Who received it and what came of it. */
function ReceiptLine({ receipt }: { receipt: ReceiptView }) {
  const t = useSay(fieldOrdersWords)
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const { received, carriedOut, chased } = receipt
  const said = [
    carriedOut
      ? t('carried-out', { who: carriedOut.name, at: timeOfDay(carriedOut.at, now) })
      : received && t('received', { who: received.name, at: timeOfDay(received.at, now) }),
    carriedOut?.effect !== undefined && t('effect', { effect: carriedOut.effect }),
    !received && chased > 0 && t('chased', { n: chased }),
  ].filter((one) => one !== undefined && one !== false)
  return said.map((one) => (
    <p key={one} className="quiet small">
      {one}
    </p>
  ))
}

/** For whoever only watches: how many have it. */
function Others({ order }: { order: OrderView }) {
  const t = useSay(fieldOrdersWords)
  const done = order.receipts.filter((one) => one.received).length
  if (order.receipts.length === 0) return null
  return <p className="quiet small">{t('units', { n: order.receipts.length, done })}</p>
}
