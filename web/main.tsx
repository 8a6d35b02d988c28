// The web app's beginning: the only file that knows both the phone's and the desk's screens.

import { Component, lazy, type ReactNode, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { shellWords } from '#core/words/shell.ts'
import { Choose } from './field/choose.tsx'
import { EmergencyCalls } from './field/emergency-calls.tsx'
import { Field } from './field/field.tsx'
import './look/parts.css'
import { Button } from './parts/button.tsx'
import { Fault } from './parts/notice.tsx'
import { Header, Screen } from './parts/screen.tsx'
import { startOutbox } from './talk/act.ts'
import { startFiles } from './talk/held-files.ts'
import { onSession } from './talk/incidents.ts'
import { loadReadings } from './talk/pinyin.ts'
import { loadMe, markLapsed, SessionProvider, useMe } from './talk/session.tsx'
import { dressPage, useSay } from './talk/words.tsx'

/** Everything of the desk is fetched when it is first opened: the phone never loads it. */
const Desk = lazy(() => import('./desk/desk.tsx'))

/** From this width on the first page of a tier above the school is the desk, in CSS px. */
const DESK_FROM = 900

function App() {
  return (
    <Guard>
      <Switch>
        <Route path="/choose">
          <Choose />
        </Route>
        <Route>
          <SessionProvider
            starting={<Starting />}
            absent={<Redirect to="/choose" replace />}
            unreached={(again) => <Unreached again={again} />}
          >
            <Pages />
          </SessionProvider>
        </Route>
      </Switch>
    </Guard>
  )
}

function Pages() {
  const [location] = useLocation()
  const me = useMe()
  const wide = window.matchMedia(`(min-width: ${DESK_FROM}px)`).matches
  if (location === '/' && me.post.tier !== 'school' && wide) return <Redirect to="/desk" replace />
  if (location === '/desk' || location.startsWith('/desk/')) {
    return (
      <Suspense fallback={<Starting />}>
        <Desk />
      </Suspense>
    )
  }
  return <Field />
}

/** The moment before anything is known: the frame without words that would flash. */
function Starting() {
  return <Screen header={<Header title={useSay(shellWords)('product')} />}>{null}</Screen>
}

function Unreached({ again }: { again: () => void }) {
  const t = useSay(shellWords)
  return (
    <Screen header={<Header title={t('product.long')} />}>
      <div className="field__lead">
        <EmergencyCalls withWords />
      </div>
      <Fault
        title={t('start.unreached')}
        text={t('start.unreached.text')}
        action={<Button onPress={again}>{t('again')}</Button>}
      />
    </Screen>
  )
}

/** A page that fails leaves the emergency numbers and a way back. */
class Guard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

function Failed() {
  const t = useSay(shellWords)
  return (
    <Screen header={<Header title={t('page.fault')} />}>
      <div className="field__lead">
        <EmergencyCalls withWords />
      </div>
      <Fault
        title={t('page.fault')}
        text={t('page.fault.text')}
        action={
          <>
            <Button onPress={() => window.location.reload()}>{t('page.reopen')}</Button>
            <Button onPress={() => window.location.assign('/')}>{t('page.today')}</Button>
          </>
        }
      />
    </Screen>
  )
}

dressPage()
onSession({ signedOut: markLapsed, who: () => void loadMe() })
startOutbox()
startFiles()
// Beside the first load, not before it.
setTimeout(() => void loadReadings(), 1_500)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
