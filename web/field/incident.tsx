// Screen 05, one incident on the phone: levels and clock, the answer from above, what I must do, the steps, who knows,
// the story. Parts lie in the incident-… files; data come from incident-here.ts.

import { lazy, Suspense, useCallback, useState } from 'react'
import { awaits } from '#core/incident/awaits.ts'
import type { Incident } from '#core/incident/state.ts'
import { type EffectivePlan, findSituation } from '#core/plan/effective.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { actWords } from '#core/words/act.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/list-row.tsx'
import { Banner, EmptyState, Fault, Toast } from '../parts/notice.tsx'
import { Header } from '../parts/screen.tsx'
import { useAct } from '../talk/act.ts'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useLink } from '../talk/incidents.ts'
import { useMarkSeen } from '../talk/mark-seen.ts'
import { type NextDeed, nextDeed, PHONE } from '../talk/next-deed.ts'
import { useNow } from '../talk/now.ts'
import { ownNotices } from '../talk/own-notices.ts'
import { planName } from '../talk/plan-name.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useLang, useSay } from '../talk/words.tsx'
import { deedKey } from './act-sheet.tsx'
import { Alarms } from './alarms.tsx'
import { CountyState } from './county-state.tsx'
import { Fetching } from './fetching.tsx'
import { InHandProvider, useInHand } from './in-hand.tsx'
import { IncidentActs } from './incident-acts.tsx'
import { IncidentAnswers } from './incident-answers.tsx'
import { OpenHolds, ResponseState } from './incident-course.tsx'
import { IncidentGrade, IncidentLimits, Regraded } from './incident-end.tsx'
import { IncidentFiles } from './incident-files.tsx'
import { IncidentHeader } from './incident-header.tsx'
import { type IncidentHere, MAY_UNSENT, useIncidentHere } from './incident-here.ts'
import { JointDecisions, Lowerings, SettlingDecisions } from './incident-joint.tsx'
import { IncidentKnows } from './incident-knows.tsx'
import { Examples, GoesOnElsewhere, Members, Twice, VerdictLine } from './incident-links.tsx'
import { Owed } from './incident-owed.tsx'
import { IncidentSteps } from './incident-steps.tsx'
import { IncidentStory } from './incident-story.tsx'
import { MyTasks, OtherTasks } from './incident-tasks.tsx'
import { InjuryOpen } from './injury-open.tsx'
import { isOver } from './most-pressing.ts'
import { AsOf, FieldPage } from './page.tsx'
import { RefusedHere } from './refused-here.tsx'

/** Fetched beside the page: none of them is needed to act. */
export const record = () => import('./incident-record.tsx')
export const opinion = () => import('./incident-opinion.tsx')
export const procedure = () => import('./incident-procedure.tsx')
const IncidentRecord = lazy(record)
const IncidentOpinion = lazy(opinion)
const IncidentProcedure = lazy(procedure)

export function IncidentPage({ id }: { id: string }) {
  const here = useIncidentHere(id)
  if (here.incident && here.plan) return <Known here={here} incident={here.incident} plan={here.plan} />
  return <Unknown here={here} />
}

function Unknown({ here }: { here: IncidentHere }) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  const link = useLink()
  const back = (
    <Button kind="outline" href="/incidents">
      {t('incident.list')}
    </Button>
  )
  return (
    <FieldPage
      tab="incidents"
      header={
        <Header title={t('incident.title.unknown')} back={{ href: '/incidents', name: shell('back') }} />
      }
    >
      {here.problem ? (
        <Fault
          title={t('incident.missing')}
          text={here.problem.detail || here.problem.title}
          action={back}
          code={here.problem.code}
        />
      ) : link === 'offline' ? (
        <EmptyState title={t('incident.missing')} text={t('incident.missing.offline')} action={back} />
      ) : (
        <Fetching />
      )}
    </FieldPage>
  )
}

function Known({ here, incident, plan }: { here: IncidentHere; incident: Incident; plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  const lang = useLang()
  const me = useMe()
  const kit = useKit()
  const situation = findSituation(plan, incident.scenario)
  const { view, pending } = here
  const may = view ? view.may : MAY_UNSENT
  const nameOf = useCallback(
    (person: string) =>
      view?.people[person]?.name ??
      (person === me.person.id ? me.person.name : kit?.contacts.find((one) => one.person === person)?.name) ??
      '',
    [view, me, kit],
  )
  const { unseen, unconfirmed } = ownNotices(view?.told ?? [], me.person.id)
  useMarkSeen(unseen)
  const news = useNewAnswer(incident)
  return (
    <InHandProvider incident={incident} plan={plan} view={view} may={may} pending={pending} nameOf={nameOf}>
      <FieldPage
        alarm={
          incident.handled || isOver(incident) ? undefined : (
            <Alarms plan={plan} scenario={incident.scenario} stated={incident.stated} unit={incident.unit} />
          )
        }
        header={<IncidentHeader incident={incident} plan={plan} view={view} />}
        toast={
          news.unseen && (
            <Toast
              icon="message"
              closeName={shell('close')}
              onClose={news.close}
              action={
                <Button
                  kind="text"
                  onPress={() => {
                    window.scrollTo({ top: 0 })
                    news.close()
                  }}
                >
                  {t('incident.answer.look')}
                </Button>
              }
            >
              {t('incident.answer.came')}
            </Toast>
          )
        }
        foot={may.length > 0 ? <IncidentActs /> : undefined}
      >
        {here.refused.map((item) => (
          <RefusedHere key={item.seq} item={item} plan={plan} />
        ))}
        <GoesOnElsewhere />
        <Regraded incident={incident} plan={plan} nameOf={nameOf} />
        {!isOver(incident) && <CountyState incident={incident} plan={plan} view={view} nameOf={nameOf} />}
        {situation && !isOver(incident) && <InjuryOpen situation={situation} stated={incident.stated} />}
        {!isOver(incident) && <OpenHolds />}
        <IncidentAnswers
          incident={incident}
          plan={plan}
          situation={situation}
          pending={pending}
          may={may}
          unconfirmed={unconfirmed}
          nameOf={nameOf}
        />
        <SettlingDecisions />
        {!isOver(incident) && <OpenHolds answered />}
        <JointDecisions />
        <MyTasks />
        <Lowerings />
        <Twice />
        {view && incident.status !== 'joined' && (
          <NextDuty incident={incident} plan={plan} view={view} unconfirmed={unconfirmed} />
        )}
        {incident.handled && (
          <Banner icon="tick" tone="mine">
            <b>{t('incident.handled')}</b>
            <br />
            {incident.handled.outcome ?? t('incident.text-gone')}
          </Banner>
        )}
        <Owed />
        <ResponseState />
        {situation && incident.status !== 'joined' && <IncidentSteps situation={situation} />}
        <Examples />
        <OtherTasks />
        <IncidentFiles />
        <VerdictLine />
        {view && <IncidentKnows incident={incident} plan={plan} view={view} />}
        <Members />
        {incident.opinions.length > 0 && (
          <Suspense fallback={<Fetching />}>
            <IncidentOpinion />
          </Suspense>
        )}
        <IncidentStory known={view?.incident.version ?? 0} />
        <JointDecisions settled />
        <Suspense fallback={<Fetching />}>
          <IncidentRecord />
        </Suspense>
        {view && <IncidentLimits incident={incident} plan={plan} />}
        <IncidentGrade incident={incident} plan={plan} unsent={!view} nameOf={nameOf} />
        <Procedure />
        {view && <p className="quieter small">{planName(view.plan, lang)}</p>}
        <AsOf />
      </FieldPage>
    </InHandProvider>
  )
}

/** The drawing is asked for: it is long, and whoever hurries needs the next step, not the map. */
function Procedure() {
  const t = useSay(fieldIncidentWords)
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={t('procedure.title')}
      side={
        <Button kind="text" size="s" expanded={open} onPress={() => setOpen(!open)}>
          {t(open ? 'procedure.hide' : 'procedure.show')}
        </Button>
      }
    >
      {open && (
        <Suspense fallback={<Fetching />}>
          <IncidentProcedure />
        </Suspense>
      )}
    </Section>
  )
}

/** Deeds whose button stands with what they are about: the answer, the decision, the task, the hold. */
const ELSEWHERE: ReadonlySet<NextDeed['kind']> = new Set<NextDeed['kind']>([
  'comply',
  'agree',
  'task',
  'agree-lowering',
  'resume',
])

interface NextDutyProps {
  incident: Incident
  plan: EffectivePlan
  view: IncidentView
  /** My notices that wait for a word. */
  unconfirmed: readonly string[]
}

/** My next duty as the one solid button: taken over, answered, responded, closed; or "I have seen it". */
function NextDuty({ incident, plan, view, unconfirmed }: NextDutyProps) {
  const t = useSay(fieldWords)
  const act = useSay(actWords)
  const me = useMe()
  const { giveAll } = useAct()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const inHand = useInHand()
  // Whoever took it over has said by that that he knows.
  const took = incident.acknowledged.some((one) => one.by.person === me.person.id)
  const deed = nextDeed(
    { incident, awaits: awaits(incident, plan), may: view.may },
    plan,
    { post: me.post, unconfirmed: unconfirmed.length > 0 && !took },
    PHONE,
  )
  const confirmedAt = ownNotices(view.told, me.person.id).confirmedAt
  if (!deed || ELSEWHERE.has(deed.kind)) {
    // Where the button stood, so that nothing jumps.
    if (confirmedAt === undefined || incident.status === 'closed') return null
    return (
      <Banner icon="tick" tone="mine">
        {t('incident.confirmed-by-me', { at: timeOfDay(confirmedAt, now) })}
      </Banner>
    )
  }
  if (deed.kind === 'confirm') {
    return (
      <Button
        wide
        icon="eye"
        onPress={() =>
          giveAll(unconfirmed.map((id) => ({ stream: { kind: 'notice', id }, type: 'Confirm', data: {} })))
        }
      >
        {t('incident.seen-by-me')}
      </Button>
    )
  }
  return (
    <Button kind="solid" size="l" wide onPress={() => inHand.open(deed.type, deed.about)}>
      {act(deedKey(deed.type))}
    </Button>
  )
}

/** Further down than this the answer at the top is out of sight, CSS px. */
const OUT_OF_SIGHT = 160

/** An answer came while one was reading further down: said, not jumped to. */
function useNewAnswer(incident: Incident): { readonly unseen: boolean; close(): void } {
  const count = incident.answers.length
  const [known, setKnown] = useState(count)
  const [unseen, setUnseen] = useState(false)
  if (count !== known) {
    setKnown(count)
    setUnseen(count > known && window.scrollY > OUT_OF_SIGHT)
  }
  return { unseen, close: () => setUnseen(false) }
}
