// A line of an incident's timeline and its status as sentences. The words are core/words/incident.ts;
// who and when stand beside the sentence and are said by the screen or form.

import { inLang, type Lang, type Text } from '../basics/text.ts'
import { TIERS } from '../basics/tier.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import { FACT_NAMES, isFactValue } from '../plan/facts.ts'
import { EVENT_LEVELS, RESPONSE_LEVELS } from '../plan/grade-types.ts'
import { sayEventLevel, sayFact, sayResponseLevel, sayValue } from '../words/grading.ts'
import { entryWords, incidentWords, otherEntryWords } from '../words/incident.ts'
import { fill, say, type WordValues } from '../words/say.ts'
import type { IncidentEvent } from './events.ts'
import type { Entry, IncidentStatus } from './state.ts'

/** Every kind of event has its sentence: the compiler says which is missing. */
const sentences: Readonly<Record<IncidentEvent['type'], Text>> = entryWords

/**
 * The line in one sentence, its free text after it when the reader may see it. `scenario` is the incident's; names of
 * posts, steps, limits and forms come from the plan it was handled under.
 */
export function sayEntry(entry: Entry, scenario: string, plan: EffectivePlan, lang: Lang): string {
  const told = fill(textOf(entry), lang, valuesOf(entry, scenario, plan, lang))
  const doubtful = entry.detail?.clockDoubt === true
  const line = doubtful ? say(incidentWords, 'clock-doubt', lang, { line: told }) : told
  return entry.text === undefined ? line : say(incidentWords, 'with-text', lang, { line, text: entry.text })
}

/** The status in one word, as lists show it. */
export function sayStatus(status: IncidentStatus, lang: Lang): string {
  return say(incidentWords, `status.${status}`, lang)
}

function isKind(kind: string): kind is IncidentEvent['type'] {
  return Object.keys(sentences).includes(kind)
}

function textOf({ kind, detail = {} }: Entry): Text {
  if (kind === 'FactsStated') {
    if (detail.kept === true) return otherEntryWords['facts-kept']
    return FACT_NAMES.some((fact) => fact in detail)
      ? entryWords.FactsStated
      : otherEntryWords['facts-in-words']
  }
  if (kind === 'Graded' && detail.origin === 'person') return otherEntryWords.regraded
  if (kind === 'Reopened' && detail.origin === 'person') return otherEntryWords.reopened
  if (kind === 'ExampleStated' && detail.listed === false) return otherEntryWords['example-none']
  if (kind === 'ConfirmedAbove' && detail.beside === true) return otherEntryWords['confirmed-beside']
  if (kind === 'LimitPassed' && detail.who === 'substitute') return otherEntryWords['limit-substitute']
  return isKind(kind) ? sentences[kind] : otherEntryWords.newer
}

function valuesOf(
  { kind, detail = {} }: Entry,
  scenario: string,
  plan: EffectivePlan,
  lang: Lang,
): WordValues {
  const situation = findSituation(plan, scenario)
  const name = (text: Text | undefined, id: unknown) => (text ? inLang(text, lang) : String(id))
  const limits = [...plan.limits, ...(situation?.limits ?? [])]
  const tier = TIERS.find(
    (one) => one === (kind === 'Asked' || kind === 'Answered' ? detail.toTier : detail.tier),
  )
  const post = typeof detail.tells === 'string' ? plan.posts[detail.tells] : undefined
  const level = RESPONSE_LEVELS.find((one) => one === detail.responseLevel)
  return {
    situation: name(situation?.name, scenario),
    number: String(detail.number),
    facts: factsOf(detail, lang),
    levels: levelsOf(detail, lang),
    level: level ? sayResponseLevel(level, lang) : '',
    minutes: Number(detail.expectedMinutes),
    tier: tier ? inLang(plan.tiers[tier].group, lang) : '',
    step: name(situation?.steps.find((step) => step.id === detail.step)?.text, detail.step),
    limit: name(limits.find((limit) => limit.id === detail.limit)?.name, detail.limit),
    post: name(post?.name, detail.tells),
    form: name(plan.forms.find((form) => form.id === detail.form)?.name, detail.form),
  }
}

function levelsOf(detail: NonNullable<Entry['detail']>, lang: Lang): string {
  const event = EVENT_LEVELS.find((level) => level === detail.eventLevel)
  const response = RESPONSE_LEVELS.find((level) => level === detail.responseLevel)
  return [event && sayEventLevel(event, lang), response && sayResponseLevel(response, lang)]
    .filter((said) => said !== undefined)
    .join(say(incidentWords, 'and', lang))
}

function factsOf(detail: NonNullable<Entry['detail']>, lang: Lang): string {
  return FACT_NAMES.flatMap((fact) => {
    const value = detail[fact]
    if (!isFactValue(fact, value)) return []
    return [
      say(incidentWords, 'fact.is', lang, { fact: sayFact(fact, lang), value: sayValue(fact, value, lang) }),
    ]
  }).join(say(incidentWords, 'and', lang))
}
