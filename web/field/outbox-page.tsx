// Screen 08: what waits, what was refused and why, what went out, in words; and other ways while it waits.

import { useState } from 'react'
import { type EffectivePlan, findSituation } from '#core/plan/effective.ts'
import { advance } from '#core/sync/advance.ts'
import { actWords } from '#core/words/act.ts'
import { fieldWords } from '#core/words/field.ts'
import { sayEventLevel, sayResponseLevel } from '#core/words/grading.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { Delivery } from '../parts/delivery.tsx'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { Banner, EmptyState } from '../parts/notice.tsx'
import { Actions, Header } from '../parts/screen.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { type OutboxItem, useOutbox } from '../talk/act.ts'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useLasting } from '../talk/device.ts'
import { useIncidents } from '../talk/incidents.ts'
import { useJoined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { useKit, useLapsed, useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { deedKey } from './act-sheet.tsx'
import { useUnitName } from './incident-row.tsx'
import { OutboxFiles } from './outbox-files.tsx'
import { FieldPage } from './page.tsx'
import { dialled, findHolder } from './people.ts'
import { RefusedHere, wordsOf } from './refused-here.tsx'
import { asIncidentCommand, doerOf } from './report-command.ts'

export function OutboxPage({ plan }: { plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  const { items, again } = useOutbox()
  const { link } = useIncidents()
  const lapsed = useLapsed()
  const lasting = useLasting()
  // That one has seen something is no message of one's own.
  const own = items.filter((item) => item.command.stream.kind !== 'notice' || item.state === 'refused')
  const waiting = own.filter((item) => item.state === 'waiting')
  const refused = own.filter((item) => item.state === 'refused')
  const delivered = own.filter((item) => item.state === 'delivered').reverse()
  return (
    <FieldPage
      tab="incidents"
      quietLine
      header={
        <Header
          title={t('outbox.title')}
          back={{ href: '/incidents', name: shell('back') }}
          side={
            waiting.length > 0 && (
              <Button kind="text" busyLabel={shell('again.busy')} onPress={again}>
                {t('outbox.again')}
              </Button>
            )
          }
        />
      }
    >
      {waiting.length > 0 && (
        <Banner icon={link === 'offline' ? 'cloud-off' : 'hourglass'} tone="dashed">
          <b className="field__outbox-head">
            {t(link === 'offline' ? 'outbox.offline' : 'outbox.waiting', { n: waiting.length })}
          </b>
          <br />
          {t(!lasting ? 'outbox.page-only' : lapsed ? 'outbox.kept.lapsed' : 'outbox.kept')}
          {lapsed && (
            <>
              {' '}
              <Button kind="text" size="s" href="/choose">
                {shell('net.sign-in')}
              </Button>
            </>
          )}
        </Banner>
      )}
      <OtherWays plan={plan} waiting={waiting} />
      {waiting.length > 0 && (
        <Section title={t('outbox.section.waiting')}>
          <Rows label={t('outbox.section.waiting')}>
            {waiting.map((item) => (
              <WaitingRow key={item.seq} item={item} plan={plan} />
            ))}
          </Rows>
        </Section>
      )}
      <OutboxFiles />
      {refused.length > 0 && (
        <Section title={t('outbox.section.refused')}>
          <div className="stack">
            {refused.map((item) => (
              <RefusedHere key={item.seq} item={item} plan={plan} openIncident />
            ))}
          </div>
        </Section>
      )}
      {delivered.length > 0 && (
        <Section title={t('outbox.section.delivered')}>
          <Rows label={t('outbox.section.delivered')}>
            {delivered.map((item) => (
              <DeliveredRow key={item.seq} item={item} plan={plan} />
            ))}
          </Rows>
        </Section>
      )}
      {waiting.length + refused.length === 0 && (
        <EmptyState title={t('outbox.empty')} text={t('outbox.empty.text')} />
      )}
    </FieldPage>
  )
}

/** 报告：全校停电 */
function useDeedName(plan: EffectivePlan): (item: OutboxItem) => string {
  const { items } = useOutbox()
  const { rows } = useIncidents()
  const act = useSay(actWords)
  const text = useText()
  const lang = useLang()
  return (item) => {
    const deed = act(deedKey(item.command.type))
    const colon = lang === 'en' ? ': ' : '：'
    const scenario = item.command.data.scenario
    const situation = typeof scenario === 'string' ? findSituation(plan, scenario) : undefined
    if (situation) return `${deed}${colon}${text(situation.name)}`
    // Steps are named within their situation: that of the incident, known from the list or from its own report.
    const stream = item.command.stream.id
    const report = items.find((one) => one.command.type === 'Report' && one.command.stream.id === stream)
    const of = rows.find((row) => row.id === stream)?.scenario ?? String(report?.command.data.scenario)
    const step = findSituation(plan, of)?.steps.find((one) => one.id === item.command.data.step)
    const words = step ? text(step.text) : wordsOf(item)
    return words === undefined ? deed : `${deed}${colon}${words}`
  }
}

function hrefOf(item: OutboxItem): string | undefined {
  return item.command.stream.kind === 'incident' ? `/incidents/${item.command.stream.id}` : undefined
}

function WaitingRow({ item, plan }: { item: OutboxItem; plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const name = useDeedName(plan)(item)
  const join = useJoined()
  const levels = useLevelsOf(plan)(item)
  const other = item.person !== me.person.id
  return (
    <ListRow
      lead={<Delivery state="waiting"> </Delivery>}
      title={name}
      text={
        <>
          {levels !== undefined && <Provisional>{t('grade.provisional')}</Provisional>}{' '}
          {join(
            levels,
            other ? t('outbox.other-person') : item.tries > 0 && t('outbox.tries', { n: item.tries }),
          )}
        </>
      }
      side={<span className="quieter small">{timeOfDay(item.command.madeAt, now)}</span>}
      href={other ? undefined : hrefOf(item)}
    />
  )
}

function DeliveredRow({ item, plan }: { item: OutboxItem; plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const name = useDeedName(plan)(item)
  return (
    <ListRow
      title={name}
      side={
        <Delivery state="sent">
          {t('outbox.delivered', { at: timeOfDay(item.settledAt ?? item.command.madeAt, now) })}
        </Delivery>
      }
      href={hrefOf(item)}
    />
  )
}

/** Both levels of a report that waits, worked out here. */
function useLevelsOf(plan: EffectivePlan): (item: OutboxItem) => string | undefined {
  const lang = useLang()
  const me = useMe()
  return (item) => {
    const command = asIncidentCommand(item.command)
    if (command?.type !== 'Report') return undefined
    const pending = { id: item.command.id, by: doerOf(me), madeAt: item.command.madeAt, command }
    const grade = advance(item.command.stream.id, undefined, [pending], plan).incident.grades[0]
    return grade
      ? [sayEventLevel(grade.eventLevel, lang), sayResponseLevel(grade.responseLevel, lang)].join(
          lang === 'en' ? ', ' : '、',
        )
      : undefined
  }
}

/** For reports that cannot wait: read aloud to the duty officer, or as a text message. */
function OtherWays({ plan, waiting }: { plan: EffectivePlan; waiting: readonly OutboxItem[] }) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  const text = useText()
  const me = useMe()
  const kit = useKit()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const unitName = useUnitName()
  const levelsOf = useLevelsOf(plan)
  const [reading, setReading] = useState(false)
  const duty = kit && findHolder(kit, plan, plan.desks.county, me.post.unit)
  const reports = waiting.filter((item) => item.command.type === 'Report' && item.person === me.person.id)
  if (!duty || reports.length === 0) return null
  const said = reports.map((item) => {
    const { scenario, discoveredAt, unit } = item.command.data
    const situation = typeof scenario === 'string' ? findSituation(plan, scenario) : undefined
    return t('outbox.sms.text', {
      drill: me.campaign.kind === 'drill' ? shell('drill.tag') : '',
      unit: typeof unit === 'string' ? unitName(unit) : '',
      name: situation ? text(situation.name) : String(scenario),
      at: timeOfDay(typeof discoveredAt === 'number' ? discoveredAt : item.command.madeAt, now),
      levels: levelsOf(item) ?? '',
      words: wordsOf(item) ?? '',
      who: `${text(plan.posts[me.post.kind]?.name ?? { zh: '', en: '' })} ${me.person.name}`,
    })
  })
  const number = duty.phone.replace(/[^\d+]/g, '')
  return (
    <Section title={t('outbox.other-ways')}>
      <Actions>
        <Button icon="phone" onPress={() => setReading(true)}>
          {t('outbox.read')}
        </Button>
        <Button icon="mail" href={`sms:${number}?body=${encodeURIComponent(said.join('\n'))}`}>
          {t('outbox.sms')}
        </Button>
      </Actions>
      <Sheet
        open={reading}
        title={t('outbox.read.title')}
        closeName={shell('close')}
        onClose={() => setReading(false)}
        foot={
          <Button kind="solid" size="l" wide icon="phone" href={dialled(duty.phone)}>
            {t('outbox.read.dial', { name: duty.name, phone: duty.phone })}
          </Button>
        }
      >
        {said.map((words) => (
          <p key={words} className="read field__aloud">
            {words}
          </p>
        ))}
      </Sheet>
    </Section>
  )
}
