// One issued plan on the phone (G1): what changed since the version before, clause by clause, and "I have read it". Loaded when opened.

import { type FieldChange, PLAN_PARTS, type PlanChange, planChanges } from '#core/plan/changes.ts'
import type { EditionView } from '#core/wire/view.ts'
import { actWords } from '#core/words/act.ts'
import { fieldOrdersWords } from '#core/words/field-orders.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Provisional } from '../parts/chip.tsx'
import { Rows, Section } from '../parts/list-row.tsx'
import { Banner, EmptyState } from '../parts/notice.tsx'
import { Header } from '../parts/screen.tsx'
import { useAct, useOutbox } from '../talk/act.ts'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useEditions } from '../talk/live-list.ts'
import { useNow } from '../talk/now.ts'
import { usePlan } from '../talk/plan.ts'
import { changeInWords } from '../talk/plan-change.ts'
import { useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { ownReceipt } from './order-duty.ts'
import { FieldPage } from './page.tsx'

export default function Issued({ id, nth }: { id: string; nth: string }) {
  const t = useSay(fieldOrdersWords)
  const shell = useSay(shellWords)
  const text = useText()
  const { list } = useEditions()
  const edition = list?.editions.find((one) => one.id === id && String(one.edition) === nth)
  return (
    <FieldPage
      tab="today"
      header={
        <Header
          title={
            edition
              ? t('issued.version', { unit: text(edition.unitName), version: edition.version })
              : t('issued.list')
          }
          text={edition ? [t('issued.on', { date: edition.issuedOn }), edition.issuedBy] : []}
          back={{ href: '/orders', name: shell('back') }}
        />
      }
      foot={edition && <Confirm edition={edition} />}
    >
      {edition ? (
        <>
          <Banner icon="book">{t('issued.old')}</Banner>
          <Changes edition={edition} />
        </>
      ) : list ? (
        <EmptyState title={t('issued.empty')} text={t('issued.empty.text')} />
      ) : (
        <p className="quiet" role="status">
          {t('loading')}
        </p>
      )}
    </FieldPage>
  )
}

function Confirm({ edition }: { edition: EditionView }) {
  const t = useSay(fieldOrdersWords)
  const act = useSay(actWords)
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const { give } = useAct()
  const { items } = useOutbox()
  const receipt = ownReceipt(edition, me.post.unit)
  if (!receipt) return null
  if (receipt.received) {
    const { name, at } = receipt.received
    return <p className="quiet">{t('issued.confirmed', { who: name, at: timeOfDay(at, now) })}</p>
  }
  if (items.some((item) => item.state === 'waiting' && item.command.stream.id === receipt.id)) {
    return <Provisional>{t('issued.pending')}</Provisional>
  }
  if (!receipt.may.includes('Receive')) return null
  return (
    <Button
      kind="solid"
      size="l"
      wide
      icon="eye"
      busyLabel={act('form.sending')}
      onPress={() => give({ kind: 'receipt', id: receipt.id }, 'Receive', {})}
    >
      {t('issued.read')}
    </Button>
  )
}

function Changes({ edition }: { edition: EditionView }) {
  const t = useSay(fieldOrdersWords)
  const after = usePlan(edition.plan)
  const before = usePlan(edition.before)
  if (edition.before === undefined) return <p className="quiet">{t('issued.first')}</p>
  if (!after || !before) return <p className="quiet">{t('issued.offline')}</p>
  const changes = planChanges(before, after)
  if (changes.length === 0) return <p className="quiet">{t('issued.same')}</p>
  return PLAN_PARTS.map((part) => {
    const own = changes.filter((one) => one.part === part)
    if (own.length === 0) return null
    return (
      <Section key={part} title={t(`part.${part}`)} side={t('issued.changes.n', { n: own.length })}>
        <Rows label={t(`part.${part}`)}>
          {own.map((change) => (
            <ChangeRow key={change.id} change={change} />
          ))}
        </Rows>
      </Section>
    )
  })
}

function ChangeRow({ change }: { change: PlanChange }) {
  const t = useSay(fieldOrdersWords)
  const { title, text, fields } = changeInWords(change, useLang())
  return (
    <li className="field__change">
      <div className="line">
        <b>{title}</b>
        <Chip>{t(`change.${change.kind}`)}</Chip>
      </div>
      {text !== undefined && <p className="read">{text}</p>}
      {fields.map((field) => (
        <ChangedField key={field.field} field={field} />
      ))}
    </li>
  )
}

function ChangedField({ field }: { field: FieldChange }) {
  const t = useSay(fieldOrdersWords)
  return (
    <dl className="field__change-values small">
      {field.before !== undefined && (
        <>
          <dt className="quieter">{t('change.before')}</dt>
          <dd>
            <s>{field.before}</s>
          </dd>
        </>
      )}
      {field.after !== undefined && (
        <>
          <dt className="quieter">{t('change.after')}</dt>
          <dd>{field.after}</dd>
        </>
      )}
    </dl>
  )
}
