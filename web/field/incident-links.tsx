// What ties this incident to others and to the truth: joined under another one, members, one matter reported twice, verified or
// refuted, dismissed as a mistake; and what the year's handbook has for it (B8).

import type { IncidentRow, TwiceView } from '#core/wire/view.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Provisional } from '../parts/chip.tsx'
import { Rows, Section } from '../parts/list-row.tsx'
import { Banner } from '../parts/notice.tsx'
import { useOutbox } from '../talk/act.ts'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useIncidents } from '../talk/incidents.ts'
import { useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay } from '../talk/words.tsx'
import { ExampleList } from './example-list.tsx'
import { useInHand, useWhoWhen } from './in-hand.tsx'
import { IncidentLine } from './incident-row.tsx'
import { TwiceAnswer } from './twice-answer.tsx'

/** Over as a mistake, or going on elsewhere: said before anything else. */
export function GoesOnElsewhere() {
  const t = useSay(fieldIncidentWords)
  const { incident, view } = useInHand()
  const whoWhen = useWhoWhen()
  const { dismissed, joinedTo } = incident
  return (
    <>
      {dismissed && (
        <Banner icon="cross">
          <b>{t('dismissed.title')}</b>
          <br />
          {dismissed.reason}
          <span className="quieter small field__by">{whoWhen(dismissed)}</span>
        </Banner>
      )}
      {joinedTo && (
        <Banner
          icon="merge"
          tone="mine"
          // A school does not see the county's incident: no way is offered that ends at a closed door.
          action={view?.under && <Button href={`/incidents/${joinedTo.incident}`}>{t('joined.open')}</Button>}
        >
          <b>{t(joinedTo.as === 'same' ? 'joined.same' : 'joined.spread')}</b>
        </Banner>
      )}
    </>
  )
}

/** 已核实 or 不属实, with who said so: the last word. */
export function VerdictLine() {
  const t = useSay(fieldIncidentWords)
  const lang = useLang()
  const { incident, plan } = useInHand()
  const whoWhen = useWhoWhen()
  const last = incident.verdicts[incident.verdicts.length - 1]
  if (!last) return null
  return (
    <p className="line small quiet field__verdict">
      <Chip icon={last.verdict === 'verified' ? 'tick' : 'cross'}>{t(`verdict.${last.verdict}`)}</Chip>
      {tierName(plan, last.tier, lang)} {whoWhen(last)}
      {last.words !== undefined && <span className="field__by">{last.words}</span>}
    </p>
  )
}

/** 是不是同一件？ for whoever decides it, and undoing it (B8). */
export function Twice() {
  const { view } = useInHand()
  return (view?.twice ?? [])
    .filter((pair) => pair.state === 'proposed' || pair.state === 'joined')
    .map((pair) => <OneTwice key={`${pair.first} ${pair.second}`} pair={pair} />)
}

function OneTwice({ pair }: { pair: TwiceView }) {
  const t = useSay(fieldIncidentWords)
  const { incident } = useInHand()
  const { rows } = useIncidents()
  const { items } = useOutbox()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const other = pair.first === incident.id ? pair.second : pair.first
  const row = rows.find((one) => one.id === other)
  const at = timeOfDay(row?.discoveredAt ?? pair.at, now)
  const sent = items.some((item) => item.state === 'waiting' && item.command.stream.id === pair.stream)
  const joined = pair.state === 'joined'
  if (pair.may.length === 0 && !joined) return null
  return (
    <Banner
      icon="merge"
      tone="dashed"
      action={
        sent ? (
          <Provisional>{t('twice.pending')}</Provisional>
        ) : (
          <>
            <TwiceAnswer pair={pair} />
            <Button kind="text" href={`/incidents/${other}`}>
              {t('twice.look')}
            </Button>
          </>
        )
      }
    >
      <b>{joined ? t('twice.joined', { at }) : t('twice.title')}</b>
      {!joined && (
        <>
          <br />
          {t('twice.text', { at })}
        </>
      )}
    </Banner>
  )
}

/** What stands under it: other schools of one spread, or the same matter reported again. */
export function Members() {
  const t = useSay(fieldIncidentWords)
  const { view, plan } = useInHand()
  const now = useNow(30_000)
  const rows: readonly IncidentRow[] = view?.members ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('members.title')}>
      <Rows label={t('members.title')}>
        {rows.map((row) => (
          <IncidentLine key={row.id} row={row} plan={plan} now={now} />
        ))}
      </Rows>
    </Section>
  )
}

/** 手册示例：现场操作手册 第12页. Only what a bureau entered stands under that name. */
export function Examples() {
  const t = useSay(fieldIncidentWords)
  const { view, plan, incident } = useInHand()
  const entered = (view?.examples ?? []).filter((one) => !one.struck)
  const said = incident.example
  if (entered.length === 0 && !(said?.listed && said.reference !== undefined)) return null
  return (
    <Section title={t('examples.title')}>
      <div className="card field__card">
        {said?.listed && !said.cited && said.reference !== undefined && (
          <p className="read">{said.reference}</p>
        )}
        <ExampleList examples={entered} plan={plan} />
      </div>
    </Section>
  )
}
