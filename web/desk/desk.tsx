// The desk of county, province and national centre: top bar, rail, and three columns that never jump, or one of its pages.
// Loaded apart from the phone's screens, the pages apart from the columns. The addresses: /desk, /desk/incidents/:id,
// /desk/wall, /desk/orders, /desk/handbook, /desk/plan.

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { Instant } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import { deskWords } from '#core/words/desk.ts'
import { bookWords } from '#core/words/desk-book.ts'
import { orderWords } from '#core/words/desk-orders.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { shellWords } from '#core/words/shell.ts'
import { DeskFrame, Rail, TopBar } from '../parts/desk-frame.tsx'
import { DemoLine, NetLine } from '../parts/net-line.tsx'
import { joined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { useSay } from '../talk/words.tsx'
import { clockFigures, testDay } from './campaign-time.ts'
import { DeskDataProvider, useDesk } from './desk-data.tsx'
import { DeskMenu } from './desk-menu.tsx'
import { Finder } from './finder.tsx'
import { Hand } from './hand.tsx'
import { ListColumn } from './list-column.tsx'
import { NeedColumn } from './need-column.tsx'
import { sound, useSound, wakeOnTouch } from './sound.ts'
import { type Heard, listen } from './tone.ts'
import { enterRows, isTyping, leaveHand } from './use-row-keys.ts'
import { useWide } from './use-wide.ts'
import { WallPage } from './wall.tsx'
import '../look/desk.css'
import './desk-lists.css'
import './desk-hand.css'
import './desk-work.css'
import './desk-wall.css'
import './desk-pages.css'
import './desk-book.css'
import './desk-narrow.css'
import './desk-pages-narrow.css'

/** Fetched when first opened: on a duty day most desks never open them. */
const OrdersPage = lazy(() => import('./orders-page.tsx'))
const GiveOrder = lazy(() => import('./give-order.tsx'))
const HandbookPage = lazy(() => import('./handbook-page.tsx'))
const PlanPage = lazy(() => import('./plan-page.tsx'))

type Place = 'duty' | 'wall' | 'orders' | 'handbook' | 'plan'
const PLACES: readonly Place[] = ['wall', 'orders', 'handbook', 'plan']

/** Where the desk is, and what the address says after it. */
function usePlace(): { readonly place: Place; readonly rest: string | undefined } {
  const [, params] = useRoute('/desk/:place/:rest?')
  const place = PLACES.find((one) => one === params?.place) ?? 'duty'
  const rest = params?.rest
  return { place, rest: rest === undefined ? undefined : decodeURIComponent(rest) }
}

export default function Desk() {
  return (
    <DeskDataProvider>
      <DeskPage />
    </DeskDataProvider>
  )
}

function DeskPage() {
  const now = useNow()
  const { place, rest } = usePlace()
  const [, params] = useRoute('/desk/incidents/:id')
  const wide = useWide()
  const t = useSay(deskWords)
  const { me, link, asOf, time } = useDesk()
  const [, go] = useLocation()
  const [finding, setFinding] = useState(false)
  const [menu, setMenu] = useState(false)
  useTitle()
  useTones(now)
  useKeys(
    useCallback(() => setFinding(true), []),
    useCallback(() => go('/desk'), [go]),
  )
  const id = params?.id === undefined ? undefined : decodeURIComponent(params.id)
  const alone = id !== undefined && !wide
  return (
    <>
      <DeskFrame
        top={<DeskBar now={now} onFind={() => setFinding(true)} onMenu={() => setMenu(true)} />}
        rail={<DeskRail place={place} />}
        skip={t('skip')}
        lines={
          <>
            <Arrivals />
            <DeskMenu open={menu} onClose={() => setMenu(false)} />
            {me.demo && <DemoLineOfDesk />}
            {link === 'offline' && (
              <NetLine state={t('net.offline')}>
                {asOf === undefined ? '' : t('net.offline.as-of', { time: time(asOf, now) })}
              </NetLine>
            )}
          </>
        }
      >
        {place !== 'duty' ? (
          <Page place={place} rest={rest} now={now} />
        ) : (
          <>
            {!alone && (
              <>
                <NeedColumn current={id} now={now} />
                <ListColumn current={id} now={now} />
              </>
            )}
            {(wide || alone) && <Hand id={id} now={now} alone={alone} />}
          </>
        )}
      </DeskFrame>
      {finding && <Finder onClose={() => setFinding(false)} />}
    </>
  )
}

function Page({ place, rest, now }: { place: Place; rest: string | undefined; now: Instant }) {
  const pages: Readonly<Record<Exclude<Place, 'duty'>, () => ReactNode>> = {
    wall: () => <WallPage now={now} />,
    orders: () => (rest === 'new' ? <GiveOrder now={now} /> : <OrdersPage id={rest} now={now} />),
    handbook: () => <HandbookPage now={now} />,
    plan: () => <PlanPage part={rest} now={now} />,
  }
  return <Suspense fallback={<div className="page" />}>{place === 'duty' ? null : pages[place]()}</Suspense>
}

function DemoLineOfDesk() {
  const shell = useSay(shellWords)
  return <DemoLine>{shell('demo.line')}</DemoLine>
}

interface DeskBarProps {
  now: Instant
  onFind: () => void
  onMenu: () => void
}

function DeskBar({ now, onFind, onMenu }: DeskBarProps) {
  const { me, link, names, lang, time } = useDesk()
  const t = useSay(deskWords)
  const shell = useSay(shellWords)
  const tone = useSound()
  const day = testDay(me.campaign.sessions, now, me.campaign.zoneMinutes)
  const what = [
    inLang(me.campaign.name, lang),
    day.day !== undefined && t('bar.day', { day: day.day }),
    day.session && inLang(day.session.name, lang),
    day.next && t('bar.next', { name: inLang(day.next.name, lang), time: time(day.next.startsAt, now) }),
  ]
  const unit = names.unit(me.post.unit)
  const post = names.post(me.post.kind)
  return (
    <TopBar
      product={shell('product')}
      homeHref="/desk"
      where={unit === post ? unit : t('bar.where', { unit, post })}
      what={joined(what, lang)}
      find={{ label: t('find.label'), keys: 'Ctrl K', onPress: onFind }}
      live={{ label: t(`link.${link}`), live: link === 'live' }}
      sound={{ on: tone.on, name: t(tone.on ? 'sound.on' : 'sound.off'), onPress: tone.toggle }}
      clock={clockFigures(now, me.campaign.zoneMinutes)}
      me={{
        label: me.post.substitute
          ? t('bar.me.substitute', { name: me.person.name })
          : t('bar.me', { name: me.person.name }),
        onPress: onMenu,
      }}
    />
  )
}

function DeskRail({ place }: { place: Place }) {
  const { needs, answers, tier } = useDesk()
  const t = useSay(deskWords)
  const orders = useSay(orderWords)
  const book = useSay(bookWords)
  const plan = useSay(planWords)
  const waiting = answers ? needs.length : 0
  return (
    <Rail
      label={t('rail.label')}
      items={[
        {
          href: '/desk',
          label: t('rail.duty'),
          icon: 'hourglass',
          current: place === 'duty',
          // The column beside shows the count already; elsewhere the rail is the only place.
          ...(place === 'duty' ? {} : { count: waiting, countName: t('title.waiting', { n: waiting }) }),
        },
        {
          href: '/desk/wall',
          label: t(WALL_WORDS[tier]),
          icon: 'grid',
          current: place === 'wall',
        },
        { href: '/desk/orders', label: orders('rail'), icon: 'send', current: place === 'orders' },
      ]}
      last={[
        { href: '/desk/handbook', label: book('rail'), icon: 'document', current: place === 'handbook' },
        { href: '/desk/plan', label: plan('rail'), icon: 'book', current: place === 'plan' },
      ]}
    />
  )
}

const WALL_WORDS = {
  school: 'rail.wall',
  county: 'rail.wall',
  province: 'rail.wall.counties',
  nation: 'rail.wall.provinces',
} as const

/** `(4) 等我答复·青河县`: the count stands in front, where a narrow tab still shows it. */
function useTitle(): void {
  const { needs, answers, names, me } = useDesk()
  const t = useSay(deskWords)
  const unit = names.unit(me.post.unit)
  const n = answers ? needs.length : 0
  useEffect(() => {
    document.title = n > 0 ? t('title.tab', { n, unit }) : t('title.tab.none', { unit })
  }, [n, unit, t])
}

function useTones(now: Instant): void {
  const { needs, answers, asOf } = useDesk()
  const heard = useRef<Heard | undefined>(undefined)
  useEffect(wakeOnTouch, [])
  useEffect(() => {
    if (!answers || asOf === undefined) return
    const next = listen(heard.current, needs, now)
    heard.current = next.heard
    if (next.tone) sound(next.tone)
  }, [needs, now, answers, asOf])
}

function useKeys(onFind: () => void, onBack: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        onFind()
        return
      }
      // A finger that rests on Enter opens a row; it does not also press the button that takes the focus.
      if (event.key === 'Enter' && event.repeat && !isTyping(event)) event.preventDefault()
      enterRows(event)
      if (leaveHand(event)) onBack()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onFind, onBack])
}

/** Says aloud to screen readers what came in. */
function Arrivals() {
  const { rows, asOf, names } = useDesk()
  const t = useSay(deskWords)
  const known = useRef<Set<string> | undefined>(undefined)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (asOf === undefined) return
    const news = known.current ? rows.filter((row) => !known.current?.has(row.id)) : []
    known.current = new Set(rows.map((row) => row.id))
    const first = news[0]
    if (!first) return
    setWords(
      t('arrived', {
        n: news.length,
        place: names.place(first.unit),
        situation: names.situation(first.scenario),
        level: names.response(first.responseLevel).whole,
      }),
    )
  }, [rows, asOf, names, t])
  return (
    <div className="unseen" role="status" aria-live="polite">
      {words}
    </div>
  )
}
