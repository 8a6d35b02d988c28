// Screen 04: both grades with their reasons before anything is sent, what was assumed, what would change it, who is
// told at once and how long there is. Sending is possible always.

import { useRef } from 'react'
import { useLocation } from 'wouter'
import type { UnitPath } from '#core/basics/tier.ts'
import { findHandling } from '#core/incident/look-up.ts'
import { type EffectivePlan, ownLayer, type Situation } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { Button } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { TextArea } from '../parts/field.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Rows, Section } from '../parts/list-row.tsx'
import { ProgressSteps } from '../parts/progress-steps.tsx'
import { Header } from '../parts/screen.tsx'
import { useAct } from '../talk/act.ts'
import { useNow } from '../talk/now.ts'
import { planName } from '../talk/plan-name.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { Alarms, hasAlarm } from './alarms.tsx'
import { EmergencyCalls } from './emergency-calls.tsx'
import { GradeView } from './grade-view.tsx'
import { InjuryOpen } from './injury-open.tsx'
import { FieldPage } from './page.tsx'
import { findHolder } from './people.ts'
import { type Preview, previewOf, reportOf } from './report-command.ts'
import type { ReportDraft } from './report-draft.ts'
import { ReportLimits } from './report-limits.tsx'
import { SameAsk } from './same-ask.tsx'
import type { Drafting } from './use-draft.ts'

export interface GradesProps {
  plan: EffectivePlan
  situation: Situation
  draft: ReportDraft
  change: Drafting['change']
  drop: () => void
}

export function Grades({ plan, situation, draft, change, drop }: GradesProps) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const text = useText()
  const me = useMe()
  const now = useNow()
  const [, go] = useLocation()
  const { giveAll } = useAct()
  const wordsAt = useRef<HTMLDivElement>(null)
  const report = reportOf(draft, situation, plan, me)
  const preview = previewOf(report, draft.incident, plan, me, now)

  async function send() {
    const stream = { kind: 'incident', id: draft.incident } as const
    const steps = Object.entries(draft.steps).map(([step, madeAt]) => ({
      stream,
      type: 'DoStep',
      data: { step },
      madeAt,
    }))
    const [given = { waiting: true }] = await giveAll([{ stream, type: 'Report', data: report }, ...steps])
    if (!('refused' in given)) drop()
    if ('vibrate' in navigator && 'accepted' in given) navigator.vibrate(60)
    go('refused' in given ? '/outbox' : `/incidents/${draft.incident}`, { replace: true })
  }

  return (
    <FieldPage
      alarm={<Alarms plan={plan} scenario={situation.id} stated={report.stated} unit={report.unit} />}
      header={
        <Header
          title={t('grade.title', { name: text(situation.name) })}
          back={{ href: `/report/${situation.id}`, name: t('grade.back') }}
          side={t('step-of', { at: 3, of: 3 })}
        >
          <ProgressSteps at={3} of={3} name={t('step-of', { at: 3, of: 3 })} />
          {!hasAlarm({ plan, scenario: situation.id, stated: report.stated }) && <EmergencyCalls />}
        </Header>
      }
      foot={
        <>
          <Button kind="solid" size="l" wide icon="send" busyLabel={t('grade.sending')} onPress={send}>
            {t('grade.send')}
          </Button>
          <Button
            kind="text"
            wide
            onPress={() => {
              wordsAt.current?.scrollIntoView({ block: 'center' })
              wordsAt.current?.querySelector('textarea')?.focus()
            }}
          >
            {t('grade.wrong')}
          </Button>
        </>
      }
    >
      <SameAsk plan={plan} situation={situation} draft={draft} change={change} />
      <InjuryOpen situation={situation} stated={report.stated} />
      <div className="field__grade">
        <GradeView plan={plan} scenario={situation.id} stated={report.stated} provisional />
        <p className="small field__provisional">
          <Provisional>{t('grade.provisional')}</Provisional>
          <span className="quiet">
            {t('grade.provisional.text', { plan: planName(ownLayer(plan), lang) })}
          </span>
        </p>
      </div>
      <Told plan={plan} preview={preview} place={report} confined={situation.confined === true} />
      <ReportLimits plan={plan} preview={preview} now={now} />
      <div ref={wordsAt} className="field__words">
        <TextArea
          label={t('grade.words')}
          value={draft.words}
          onChange={(words) => change((current) => ({ ...current, words }))}
          hint={t('grade.words.hint')}
          maxLength={4000}
        />
      </div>
    </FieldPage>
  )
}

interface ToldProps {
  plan: EffectivePlan
  preview: Preview
  /** Where it happened: whose holders are named. */
  place: { readonly unit: UnitPath; readonly room?: string }
  confined: boolean
}

/** The line first, then posts beside it, then the school's own: one row each. */
function Told({ plan, preview, place, confined }: ToldProps) {
  const t = useSay(fieldWords)
  const text = useText()
  const lang = useLang()
  const kit = useKit()
  const posts = preview.notices.map((notice) => notice.post)
  const handles =
    plan.desks[findHandling(plan, preview.incident.grades[0]?.eventLevel)?.handledBy ?? 'county']
  const named = (post: string) => {
    const name = plan.posts[post]?.name
    const holder = kit && findHolder(kit, plan, post, place.unit, place.room)
    return `${name ? text(name) : post}${holder ? ` ${holder.name}` : ''}`
  }
  const main = posts.filter((post) => post === handles)
  const inSchool = posts.filter((post) => post !== handles && plan.posts[post]?.tier === 'school')
  const others = posts.filter((post) => !main.includes(post) && !inSchool.includes(post))
  const rows: readonly (readonly [IconName, readonly string[]])[] = [
    ['people', others],
    ['person', inSchool],
  ]
  const comma = lang === 'en' ? ', ' : '、'
  return (
    <Section title={t('grade.told', { n: posts.length })}>
      {confined && <p className="quiet small">{t('grade.told.confined')}</p>}
      <Rows label={t('grade.told', { n: posts.length })}>
        {main.map((post) => (
          <li key={post} className="row">
            <div className="row__press">
              <Icon name="shield" />
              <span className="row__body">
                <b>{named(post)}</b>
              </span>
              <span className="row__side quieter small">{t('grade.told.handles')}</span>
            </div>
          </li>
        ))}
        {rows
          .filter(([, names]) => names.length > 0)
          .map(([icon, names]) => (
            <li key={icon} className="row">
              <div className="row__press">
                <Icon name={icon} />
                <span className="row__body">{names.map(named).join(comma)}</span>
              </div>
            </li>
          ))}
      </Rows>
    </Section>
  )
}
