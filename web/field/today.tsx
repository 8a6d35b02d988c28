// Screen 01: the report button first, emergency numbers right below, the session, what I must do now, my incidents,
// and whom to call.

import { useState } from 'react'
import { tierAbove } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldOrdersWords } from '#core/words/field-orders.ts'
import { shellWords } from '#core/words/shell.ts'
import { IconButton } from '../parts/button.tsx'
import { Clock } from '../parts/clock.tsx'
import { figures } from '../parts/clock-text.ts'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { SessionBar } from '../parts/progress-steps.tsx'
import { Header, ReportButton } from '../parts/screen.tsx'
import { useClockWords, useDay, useTimeOfDay, wallTime, zoneName } from '../talk/clock-words.ts'
import { useIncidents } from '../talk/incidents.ts'
import { useJoined } from '../talk/joined.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { useEditions, useOrders } from '../talk/live-list.ts'
import { deedOfResponse } from '../talk/next-deed.ts'
import { useNow } from '../talk/now.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { ContactRow } from './contacts.tsx'
import { EmergencyCalls } from './emergency-calls.tsx'
import { IncidentLine, useSituationName, useUnitName } from './incident-row.tsx'
import { isOver, mostPressing } from './most-pressing.ts'
import { type Todo, todosOf } from './now-todo.ts'
import { OrderCard } from './order-card.tsx'
import { openOrders, unreadEditions } from './order-duty.ts'
import { AsOf, FieldPage } from './page.tsx'
import { sessionNow } from './sessions.ts'
import { Settings } from './settings.tsx'
import { useLeftDraft } from './use-draft.ts'

/** Contacts on the first page; the rest is one tap away. */
const CONTACTS_SHOWN = 4
const INCIDENTS_SHOWN = 3

export function Today({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const join = useJoined()
  const text = useText()
  const me = useMe()
  const kit = useKit()
  const now = useNow()
  const day = useDay(me.campaign.zoneMinutes)
  const draft = useLeftDraft()
  const situationName = useSituationName(plan)
  const { rows } = useIncidents()
  const [settings, setSettings] = useState(false)
  const room = kit?.rooms.find((one) => one.unit === me.post.unit && one.id === me.post.room)
  const unit = me.units[0] ? text(me.units[0].name) : ''
  const post = plan.posts[me.post.kind]?.name
  const open = rows.filter((row) => !isOver(row))
  const drill = me.campaign.kind === 'drill'
  return (
    <FieldPage
      tab="today"
      header={
        <Header
          title={join(unit, room && text(room.name))}
          // The demonstration has its own line below.
          text={[
            `${post ? text(post) : ''} ${me.person.name}`,
            day(now),
            me.demo ? undefined : text(me.campaign.name),
          ]}
          side={<IconButton icon="settings" name={t('today.settings')} onPress={() => setSettings(true)} />}
        />
      }
    >
      <FromAbove />
      <ReportButton
        title={t('today.report')}
        text={
          draft ? t('today.report.draft', { name: situationName(draft.scenario) }) : t('today.report.text')
        }
        href={draft ? `/report/${draft.scenario}` : '/report'}
        drill={drill}
      />
      <EmergencyCalls withWords />
      <SessionLine now={now} />
      <Todos todos={todosOf(rows, me)} plan={plan} now={now} />
      {open.length > 0 && (
        <Section title={t('today.mine')} side={t('today.mine.all', { n: rows.length })} sideHref="/incidents">
          <Rows label={t('today.mine')}>
            {mostPressing(open, now, INCIDENTS_SHOWN).map((row) => (
              <IncidentLine key={row.id} row={row} plan={plan} now={now} />
            ))}
          </Rows>
        </Section>
      )}
      <OrdersLink />
      <Calls plan={plan} />
      <AsOf />
      <Settings open={settings} onClose={() => setSettings(false)} />
    </FieldPage>
  )
}

/** The way to everything that was sent from above, once there was anything. */
function OrdersLink() {
  const t = useSay(fieldOrdersWords)
  const orders = useOrders().list?.orders ?? []
  if (orders.length === 0) return null
  return (
    <Rows>
      <ListRow
        icon="megaphone"
        title={t('title.orders')}
        text={t('all.orders', { n: orders.length })}
        href="/orders"
      />
    </Rows>
  )
}

/** Orders that wait for an answer, above everything; then plans to be read. Nothing while there is none. */
function FromAbove() {
  const t = useSay(fieldOrdersWords)
  const text = useText()
  const me = useMe()
  const now = useNow(30_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const orders = useOrders().list?.orders ?? []
  const editions = useEditions().list?.editions ?? []
  const unread = unreadEditions(editions, me.post.unit)
  return (
    <>
      {openOrders(orders, me.post.unit).map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
      {unread.length > 0 && (
        <Rows label={t('issued.title')}>
          {unread.map(({ edition, dueAt }) => (
            <ListRow
              key={`${edition.id} ${edition.edition}`}
              icon="book"
              title={t('issued.title')}
              text={`${t('issued.version', { unit: text(edition.unitName), version: edition.version })} · ${t('issued.text', { at: timeOfDay(dueAt, now) })}`}
              href={`/issued/${edition.id}/${edition.edition}`}
            />
          ))}
        </Rows>
      )}
    </>
  )
}

function SessionLine({ now }: { now: number }) {
  const t = useSay(fieldWords)
  const text = useText()
  const me = useMe()
  const words = useClockWords()
  const { sessions, zoneMinutes } = me.campaign
  const at = sessionNow(sessions, now, zoneMinutes)
  if (at.state === 'running') {
    const left = figures((at.session.endsAt - now) / 1000, words)
    const ends = wallTime(at.session.endsAt, zoneMinutes).time
    return (
      <SessionBar
        title={text(at.session.name)}
        part={at.part}
        words={t('today.session.running', { left, at: ends })}
      />
    )
  }
  if (at.state === 'next') {
    const starts = wallTime(at.session.startsAt, zoneMinutes).time
    return (
      <SessionBar title={text(at.session.name)} part={0} words={t('today.session.next', { at: starts })} />
    )
  }
  return (
    <p className="quiet small field__session">
      {t(at.state === 'over' ? 'today.session.over' : 'today.session.none')}
    </p>
  )
}

function Todos({ todos, plan, now }: { todos: readonly Todo[]; plan: EffectivePlan; now: number }) {
  const t = useSay(fieldWords)
  const join = useJoined()
  const me = useMe()
  const words = useClockWords()
  const situationName = useSituationName(plan)
  const unitName = useUnitName()
  return (
    <Section title={t('today.now')}>
      {todos.length === 0 ? (
        <EmptyState title={t('today.now.empty')} text={t('today.now.empty.text')} />
      ) : (
        <Rows label={t('today.now')}>
          {todos.map(({ row, kind, count, dueAt, limit }) => (
            <ListRow
              key={`${row.id} ${kind}`}
              href={`/incidents/${row.id}`}
              title={
                kind === 'respond' && deedOfResponse(plan, limit) === 'StartResponse'
                  ? t('await.respond.start')
                  : t(`await.${kind}`, { n: count })
              }
              text={join(
                situationName(row.scenario),
                row.number,
                row.unit !== me.post.unit && unitName(row.unit),
              )}
              side={
                dueAt === undefined ? undefined : (
                  <Clock
                    dueAt={dueAt}
                    now={now}
                    words={words}
                    layout="stack"
                    zone={zoneName(me.campaign.zoneMinutes)}
                    {...limitClock(plan, limit, row.scenario)}
                  />
                )
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** The duty desk above, the head of one's own place, then those who stand beside the line. */
function Calls({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  const kit = useKit()
  const me = useMe()
  if (!kit) return <p className="quiet small">{shell('start.loading')}</p>
  const desks = Object.values(plan.desks)
  const above = tierAbove(me.post.tier)
  const first = kit.contacts
    .filter((contact) => contact.person !== me.person.id && !contact.substitute)
    .map((contact) => ({ contact, rank: rankOf(contact.postKind) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, CONTACTS_SHOWN)
  function rankOf(postKind: string): number {
    const post = plan.posts[postKind]
    if (!post) return 9
    if (above !== undefined && postKind === plan.desks[above]) return 0
    if (postKind === plan.desks[me.post.tier]) return 1
    if (post.role === 'province-observer') return 2
    // Whoever goes round calls no school's head before he knows of which school.
    if (desks.includes(postKind) && post.tier !== 'school') return 3
    return post.tier === me.post.tier ? 4 : 5
  }
  return (
    <Section
      title={t('today.call')}
      side={t('today.call.all', { n: kit.contacts.length })}
      sideHref="/contacts"
    >
      <Rows label={t('today.call')}>
        {first.map(({ contact }) => (
          <ContactRow key={`${contact.person} ${contact.postKind}`} contact={contact} plan={plan} />
        ))}
      </Rows>
    </Section>
  )
}
