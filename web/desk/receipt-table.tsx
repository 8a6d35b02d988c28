// Who has received what was sent to units, who has carried it out and with what effect, who has not and how to call them, how often
// they were chased. For orders and for issued plans alike.

import type { Instant } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import { tierOf } from '#core/basics/tier.ts'
import type { ReceiptView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { orderWords } from '#core/words/desk-orders.ts'
import { Button } from '../parts/button.tsx'
import { Late, Provisional } from '../parts/chip.tsx'
import { figures } from '../parts/clock-text.ts'
import { Icon } from '../parts/icon.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { isReceiptLate } from './order-counts.ts'

export interface ReceiptTableProps {
  label: string
  receipts: readonly ReceiptView[]
  now: Instant
  /** Does anybody have to report that it is carried out? */
  carriedOut: boolean
}

export function ReceiptTable({ label, receipts, now, carriedOut }: ReceiptTableProps) {
  const t = useSay(orderWords)
  return (
    <table className="receipts" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('head.unit')}</th>
          <th scope="col">{t('head.received')}</th>
          {carriedOut && <th scope="col">{t('head.done')}</th>}
          <th scope="col">{t('head.call')}</th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((one) => (
          <ReceiptRow key={one.id} one={one} now={now} carriedOut={carriedOut} />
        ))}
      </tbody>
    </table>
  )
}

function ReceiptRow({ one, now, carriedOut }: { one: ReceiptView; now: Instant; carriedOut: boolean }) {
  const { kit, plan, names, lang, time, clockWords } = useDesk()
  const t = useSay(orderWords)
  const d = useSay(deskWords)
  const desk = plan?.desks[tierOf(one.unit)]
  const person = kit?.contacts.find(
    (each) => each.unit === one.unit && each.postKind === desk && !each.substitute,
  )
  const late = isReceiptLate(one, now)
  const open = !one.revoked && (!one.received || (one.asksCarriedOut && !one.carriedOut))
  return (
    <tr className={one.revoked ? 'receipts__revoked' : undefined}>
      <th scope="row">{inLang(one.unitName, lang)}</th>
      <td>
        {one.received ? (
          <>
            <Icon name="ticks" />{' '}
            {t('received.by', { name: one.received.name, time: time(one.received.at, now) })}
          </>
        ) : one.revoked ? (
          t('revoked')
        ) : late ? (
          <Late>{clockWords.late(figures(Math.floor((now - one.dueAt) / 1000), clockWords))}</Late>
        ) : (
          <>
            <Provisional>{t('received.not')}</Provisional>{' '}
            <span className="quieter small">{clockWords.by(time(one.dueAt, now))}</span>
          </>
        )}
        {one.chased > 0 && <span className="receipts__chased">{t('chased', { n: one.chased })}</span>}
      </td>
      {carriedOut && (
        <td>
          {one.carriedOut ? (
            <>
              <Icon name="tick" />{' '}
              {t('done.by', {
                name: one.carriedOut.name,
                time: time(one.carriedOut.at, now),
                effect: one.carriedOut.effect ?? d('story.withheld'),
              })}
            </>
          ) : (
            !one.revoked && (
              <span className="quieter">{t(one.asksCarriedOut ? 'done.not' : 'done.not-asked')}</span>
            )
          )}
        </td>
      )}
      <td className="receipts__call">
        {open && person && (
          <Button
            size="s"
            icon="phone"
            href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}
            name={d('call', { post: names.post(person.postKind), name: person.name, phone: person.phone })}
          >
            {person.name}
          </Button>
        )}
      </td>
    </tr>
  )
}
