// Both grades of a situation and the facts stated, with impacts, reasons, what was assumed and what would change it.
// Grading is core's; this only puts its answer into words.

import { inLang, type Lang } from '#core/basics/text.ts'
import { findHandling } from '#core/incident/look-up.ts'
import { type EffectivePlan, eventLevels, findSituation } from '#core/plan/effective.ts'
import { IMPACTS, type StatedFacts } from '#core/plan/facts.ts'
import { completeFacts, grade } from '#core/plan/grade.ts'
import type { Grade, Reason, WouldChange } from '#core/plan/grade-types.ts'
import type { Handling, Question } from '#core/plan/layer.ts'
import { fieldWords } from '#core/words/field.ts'
import {
  fillFacts,
  sayEventLevel,
  sayFact,
  sayReason,
  sayResponseLevel,
  sayValue,
} from '#core/words/grading.ts'
import { say } from '#core/words/say.ts'
import { GradeCard } from '../parts/grade-card.tsx'
import { rankOf, useLevelWords } from '../talk/level-words.ts'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay } from '../talk/words.tsx'

/** More than these only bury the first. */
const CHANGES_SHOWN = 2
/** A shorter answer (没有, 要送医) says nothing without its question, characters. */
const WHOLE_ANSWER = 5

export interface GradeViewProps {
  plan: EffectivePlan
  scenario: string
  stated: StatedFacts
  provisional: boolean
  /** The grade on record, where there is one: it counts, whatever the facts alone would give. */
  inForce?: Levels | undefined
}

type Levels = Pick<Grade, 'eventLevel' | 'responseLevel'>

export function GradeView({ plan, scenario, stated, provisional, inForce }: GradeViewProps) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const levels = useLevelWords(plan)
  const graded = grade(plan, scenario, stated)
  const facts = completeFacts(plan, scenario, stated)
  const { eventLevel, responseLevel }: Levels = inForce ?? graded
  const event = plan.scales.event.find((row) => row.level === eventLevel)
  const response = plan.scales.response.find((row) => row.level === responseLevel)
  const handling = findHandling(plan, eventLevel)
  const byFacts = eventLevel === graded.eventLevel && responseLevel === graded.responseLevel
  const comma = lang === 'en' ? ', ' : '，'
  const meaning = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(comma)

  const leading = (scale: Reason['scale']) => graded.reasons.filter((reason) => reason.scale === scale)
  const why = (scale: Reason['scale'], title: string) =>
    leading(scale)
      .slice(0, 1)
      .map((reason) => ({
        title,
        text: sayReason(reason, facts, lang),
        clause: clauseName(plan, reason.clause, lang),
      }))
  // Where the tier above has the last word in any case, it is the one to be named (B3).
  const handler = ({ agreement, decidedBy, handledBy }: Handling) =>
    agreement === 'always'
      ? t('grade.decided-by', { tier: tierName(plan, decidedBy, lang) })
      : t('grade.handled-by', { tier: tierName(plan, handledBy, lang) })
  // A grade that a person set, or that was not lowered, is not what the facts give: then theirs is said to be so.
  const named = (words: string) => (byFacts ? words : t('grade.by-facts', { level: words }))
  const list = lang === 'en' ? '; ' : '；'
  const changeOf = (other: Levels) =>
    [
      ...(other.eventLevel === graded.eventLevel ? [] : [sayEventLevel(other.eventLevel, lang)]),
      ...(other.responseLevel === graded.responseLevel ? [] : [sayResponseLevel(other.responseLevel, lang)]),
    ].join(comma)
  const changes = [
    ...otherAnswers(plan, scenario, stated, graded).map(({ question, answer, levels: other }) => {
      const label = inLang(answer.label, lang)
      const values = { ask: inLang(question.ask, lang), answer: label, levels: changeOf(other) }
      return t(label.length < WHOLE_ANSWER ? 'grade.change.answered' : 'grade.change.answer', values)
    }),
    ...unaskedChanges(plan, scenario, graded).map((change) =>
      t('grade.change.one', {
        fact: sayFact(change.fact, lang),
        value: sayValue(change.fact, change.value, lang),
        levels: changeOf(change),
      }),
    ),
  ].slice(0, CHANGES_SHOWN)
  const assumed = graded.assumed.filter(
    (fact) =>
      graded.reasons.some((reason) => reason.facts.includes(fact)) ||
      graded.wouldChange.some((change) => change.fact === fact),
  )
  return (
    <GradeCard
      name={t('grade.name')}
      provisional={provisional}
      event={{
        level: eventLevel,
        say: levels.event(eventLevel),
        title: t('grade.event.title', { gravest: Math.max(...eventLevels(plan)) }),
        meaning: meaning(event && inLang(event.word, lang), handling && handler(handling)),
      }}
      response={{
        level: rankOf(responseLevel),
        say: levels.response(responseLevel),
        title: t('grade.response.title'),
        meaning: meaning(response && inLang(response.word, lang), response && inLang(response.limit, lang)),
      }}
      impacts={IMPACTS.map((impact) => {
        const degree = facts[impact]
        return {
          name: t(`grade.${impact}` as 'grade.impact.order'),
          value: t(`grade.degree.${degree}` as 'grade.degree.none'),
          quiet: degree === 'none',
        }
      })}
      reasons={[
        ...why('event', named(sayEventLevel(graded.eventLevel, lang))),
        ...why('response', named(sayResponseLevel(graded.responseLevel, lang))),
        ...(handling ? [{ title: t('grade.handling'), text: inLang(handling.handlerWords, lang) }] : []),
        ...graded.doubts.map((doubt) => ({
          title: t('grade.doubt'),
          text: fillFacts(doubt.ask, facts, lang),
        })),
        ...graded.proposals.map((proposal) => ({
          title: t('grade.proposal'),
          text: fillFacts(proposal.because, facts, lang),
          clause: clauseName(plan, proposal.clause, lang),
        })),
        ...(assumed.length === 0
          ? []
          : [
              {
                title: t('grade.assumed'),
                text: assumed
                  .map((fact) =>
                    t('grade.assumed.fact', {
                      fact: sayFact(fact, lang),
                      value: sayValue(fact, facts[fact], lang),
                    }),
                  )
                  .join(list),
              },
            ]),
        ...(byFacts
          ? [
              {
                title: t('grade.change'),
                text: changes.length > 0 ? changes.join(lang === 'en' ? ' ' : '') : t('grade.change.never'),
              },
            ]
          : []),
      ]}
    />
  )
}

interface OtherAnswer {
  readonly question: Question
  readonly answer: NonNullable<Question['answers']>[number]
  readonly levels: Levels
}

/** Answers of the situation's own questions that would give another grade: what the reporter can know. */
function otherAnswers(
  plan: EffectivePlan,
  scenario: string,
  stated: StatedFacts,
  graded: Grade,
): readonly OtherAnswer[] {
  return (findSituation(plan, scenario)?.questions ?? []).flatMap((question) =>
    (question.answers ?? []).flatMap((answer) => {
      const { eventLevel, responseLevel } = grade(plan, scenario, { ...stated, ...answer.facts })
      const same = eventLevel === graded.eventLevel && responseLevel === graded.responseLevel
      return same ? [] : [{ question, answer, levels: { eventLevel, responseLevel } }]
    }),
  )
}

/** Other values of facts that no answer sets: numbers, and what nobody is asked. */
function unaskedChanges(plan: EffectivePlan, scenario: string, graded: Grade): readonly WouldChange[] {
  const questions = findSituation(plan, scenario)?.questions ?? []
  const numbers = new Set(questions.map((question) => question.number))
  const answered = new Set(
    questions.flatMap((question) => (question.answers ?? []).flatMap((answer) => Object.keys(answer.facts))),
  )
  return graded.wouldChange
    .filter((change) => !answered.has(change.fact))
    .sort((a, b) => Number(numbers.has(b.fact)) - Number(numbers.has(a.fact)))
}

/** Where a clause stands: `县预案 二(一)`; the base layer's own clauses name the document they follow. */
export function clauseName(plan: EffectivePlan, clause: string, lang: Lang): string | undefined {
  const found = plan.clauses[clause]
  if (!found) return undefined
  const kind = plan.layers.find((layer) => layer.id === found.layer)?.kind
  const document =
    kind === undefined || kind === 'nation' ? found.source.document : say(fieldWords, `source.${kind}`, lang)
  return `${document} ${found.source.at}`
}
