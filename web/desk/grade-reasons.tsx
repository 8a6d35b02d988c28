// Why this level: the clauses that led to it, what was only assumed, who changed it and why (A6). Changing it is asked
// here too, with a reason.

import { useMemo, useState } from 'react'
import type { GradeOnRecord } from '#core/incident/state.ts'
import { completeFacts, grade as gradeByPlan } from '#core/plan/grade.ts'
import { deskWords } from '#core/words/desk.ts'
import { fillFacts, sayEventLevel, sayFact, sayReason, sayResponseLevel } from '#core/words/grading.ts'
import { Button } from '../parts/button.tsx'
import { useSay } from '../talk/words.tsx'
import { cite } from './cite.ts'
import { useDesk } from './desk-data.tsx'
import type { HandParts } from './hand-parts.ts'
import { LoweringLines } from './lowering-lines.tsx'
import { RegradeSheet } from './regrade-sheet.tsx'
import { SidePart } from './side-part.tsx'

export function GradeReasons(parts: HandParts) {
  const { view, plan, now } = parts
  const { lang, time } = useDesk()
  const t = useSay(deskWords)
  const [open, setOpen] = useState(false)
  const { grades, scenario, stated } = view.incident
  const byPlan = useMemo(() => {
    if (!plan?.situations[scenario]) return undefined
    return { grade: gradeByPlan(plan, scenario, stated), facts: completeFacts(plan, scenario, stated) }
  }, [plan, scenario, stated])
  return (
    <SidePart
      title={t('grade.title')}
      side={
        view.may.includes('Regrade') && (
          <Button size="s" kind="text" onPress={() => setOpen(true)}>
            {t('regrade.open')}
          </Button>
        )
      }
    >
      {byPlan && (
        <ul className="reasons">
          {byPlan.grade.reasons.map((reason) => {
            const clause = plan?.clauses[reason.clause]
            return (
              <li key={`${reason.scale}/${reason.clause}/${reason.because.en}`}>
                {sayReason(reason, byPlan.facts, lang)}
                {clause && <span className="reasons__clause">{cite(clause, lang)}</span>}
              </li>
            )
          })}
          {byPlan.grade.assumed.length > 0 && (
            <li className="quieter">
              {t('grade.assumed', {
                facts: byPlan.grade.assumed.map((fact) => sayFact(fact, lang)).join(t('comma')),
              })}
            </li>
          )}
          {byPlan.grade.proposals.map((proposal) => (
            <li key={proposal.clause}>{fillFacts(proposal.because, byPlan.facts, lang)}</li>
          ))}
        </ul>
      )}
      {grades.length > 1 && (
        <ol className="reasons" aria-label={t('grade.history')}>
          {grades.map((one) => (
            <li key={`${one.recordedAt}/${one.eventLevel}${one.responseLevel}`} className="quieter">
              {history(one)}
            </li>
          ))}
        </ol>
      )}
      <LoweringLines {...parts} />
      {open && <RegradeSheet {...parts} onClose={() => setOpen(false)} />}
    </SidePart>
  )

  function history(one: GradeOnRecord): string {
    const values = {
      time: time(one.occurredAt, now),
      event: sayEventLevel(one.eventLevel, lang),
      response: sayResponseLevel(one.responseLevel, lang),
    }
    if (one.origin === 'plan') return t('grade.by-plan', values)
    const name = view.people[one.by.person]?.name ?? parts.names.post(one.by.postKind)
    return t('grade.by-person', { ...values, name, reason: one.reason ?? t('story.withheld') })
  }
}
