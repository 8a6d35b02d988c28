// The frame of every phone page: what the page says about itself (network, waiting, session, demonstration, drill),
// tabs, and the time its data are of. What stands in the page is the screens'.

import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { DrillFrame } from '../parts/drill-frame.tsx'
import { DemoLine, NetLine } from '../parts/net-line.tsx'
import { Screen, Tabs } from '../parts/screen.tsx'
import { useOutbox } from '../talk/act.ts'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useLasting } from '../talk/device.ts'
import { useIncidents } from '../talk/incidents.ts'
import { useNow } from '../talk/now.ts'
import { useKit, useLapsed, useMe } from '../talk/session.tsx'
import { useSay } from '../talk/words.tsx'

export type Tab = 'today' | 'incidents' | 'contacts' | 'handbook'

export interface FieldPageProps {
  header: ReactNode
  /** What comes before everything: the alarms that hold. Stays in sight. */
  alarm?: ReactNode
  children: ReactNode
  /** Shows the tab bar with this one marked. */
  tab?: Tab | undefined
  foot?: ReactNode
  toast?: ReactNode
  /** What still works here without a network; a general sentence otherwise. */
  offlineWords?: string | undefined
  /** Leaves out the line about what waits: the page is about that. */
  quietLine?: boolean | undefined
}

/** A phone page below the session. */
export function FieldPage(props: FieldPageProps) {
  const { header, alarm, children, tab, foot, toast, offlineWords, quietLine } = props
  const me = useMe()
  const t = useSay(shellWords)
  const [, go] = useLocation()
  const page = (
    <Screen
      header={
        <>
          {alarm}
          {header}
        </>
      }
      lines={
        <>
          {!quietLine && <StateLine offlineWords={offlineWords} />}
          {me.demo && (
            <aside aria-label={t('demo.name')}>
              <DemoLine>{t('demo.line')}</DemoLine>
            </aside>
          )}
        </>
      }
      foot={foot}
      toast={toast}
      {...(tab === undefined ? {} : { tabs: <FieldTabs tab={tab} /> })}
    >
      {children}
    </Screen>
  )
  if (me.campaign.kind !== 'drill') return page
  return (
    <DrillFrame line={t('drill.line')} leave={t('drill.leave')} onLeave={() => go('/choose?leave=drill')}>
      {page}
    </DrillFrame>
  )
}

/** One line, the most pressing thing first: no network, session, what waits, what was refused. Usually none. */
function StateLine({ offlineWords }: { offlineWords: string | undefined }) {
  const t = useSay(shellWords)
  const { link, asOf } = useIncidents()
  const kit = useKit()
  const me = useMe()
  const lapsed = useLapsed()
  const lasting = useLasting()
  const { items } = useOutbox()
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const now = useNow(30_000)
  const waiting = items.filter((item) => item.state === 'waiting').length
  const refused = items.filter((item) => item.state === 'refused').length
  const toOutbox =
    waiting > 0
      ? { label: t('net.waiting', { n: waiting }), href: '/outbox' }
      : refused > 0
        ? { label: t('net.returned', { n: refused }), href: '/outbox' }
        : undefined
  if (link === 'offline') {
    const known = asOf ?? kit?.asOf
    return (
      <NetLine state={t('net.offline')} waiting={toOutbox}>
        {offlineWords ??
          (known === undefined
            ? t('net.offline.first')
            : t('net.offline.usable', { at: timeOfDay(known, now) }))}
      </NetLine>
    )
  }
  if (lapsed) {
    return (
      <NetLine icon="lock" state={t('net.lapsed')} waiting={{ label: t('net.sign-in'), href: '/choose' }}>
        {t('net.lapsed.more')}
      </NetLine>
    )
  }
  if (!lasting) {
    return (
      <NetLine icon="warning" state={t('net.not-kept')} waiting={toOutbox}>
        {t('net.not-kept.more')}
      </NetLine>
    )
  }
  if (waiting > 0) {
    return (
      <NetLine icon="hourglass" state={t('net.sending')} waiting={toOutbox}>
        {t('net.sending.more')}
      </NetLine>
    )
  }
  if (refused > 0) {
    return (
      <NetLine icon="cross" state={t('net.refused')} waiting={toOutbox}>
        {t('net.refused.more')}
      </NetLine>
    )
  }
  return null
}

function FieldTabs({ tab }: { tab: Tab }) {
  const t = useSay(fieldWords)
  const { items } = useOutbox()
  const unsettled = items.filter((item) => item.state !== 'delivered').length
  return (
    <Tabs
      label={t('tabs.label')}
      items={[
        { href: '/', label: t('tabs.today'), icon: 'home', current: tab === 'today' },
        {
          href: '/incidents',
          label: t('tabs.incidents'),
          icon: 'list',
          current: tab === 'incidents',
          count: unsettled,
          countName: t('tabs.waiting', { n: unsettled }),
        },
        { href: '/contacts', label: t('tabs.contacts'), icon: 'phone', current: tab === 'contacts' },
        { href: '/handbook', label: t('tabs.handbook'), icon: 'book', current: tab === 'handbook' },
      ]}
    />
  )
}

/** 数据至 09:02, small, at the end of a page that shows data. */
export function AsOf() {
  const t = useSay(shellWords)
  const { asOf } = useIncidents()
  const me = useMe()
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const now = useNow(30_000)
  if (asOf === undefined) return null
  return <p className="quieter small field__as-of">{t('data-as-of', { at: timeOfDay(asOf, now) })}</p>
}
