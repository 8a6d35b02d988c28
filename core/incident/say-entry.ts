// A line of an incident's timeline and its status as sentences. The words are core/words/incident.ts;
// who and when stand beside the sentence and are said by the screen or form.

import { inLang, type Lang, type Text } from '../basics/text.ts'
import { TIERS } from '../basics/tier.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import { FACT_NAMES, isFactValue } from '../plan/facts.ts'
import { EVENT_LEVELS, RESPONSE_LEVELS } from '../plan/grade-types.ts'
import { sayEventLevel, sayFact, sayResponseLevel, sayValue } from '../words/grading.ts'
import { entryWords, incidentWords, otherEntryWords, struckWords } from '../words/incident.ts'
import { chineseNumber } from '../words/number.ts'
import { fill, say, type WordValues } from '../words/say.ts'
import type { IncidentEvent } from './events.ts'
import { findPost } from './look-up.ts'
import type { Entry, IncidentStatus } from './state.ts'

/** Every kind of event has its sentence: the compiler says which is missing. */
const sentences: Readonly<Record<IncidentEvent['type'], Text>> = entryWords

/**
 * The line in one sentence, its free text after it when the reader may see it; said to be struck through where it was.
 * `scenario` is the incident's; names of posts, steps, limits and forms come from the plan it was handled under, that of a room
 * from whoever knows the rooms.
 */
export function sayEntry(
  entry: Entry,
  scenario: string,
  plan: EffectivePlan,
  lang: Lang,
  roomName?: (room: string) => string | undefined,
): string {
  const values = valuesOf(entry, scenario, plan, lang)
  const room = entry.detail?.room
  const where = typeof room === 'string' ? roomName?.(room) : undefined
  const told = fill(textOf(entry), lang, where === undefined ? values : { ...values, where })
  const doubtful = entry.detail?.clockDoubt === true
  const line = doubtful ? say(incidentWords, 'clock-doubt', lang, { line: told }) : told
  const whole =
    entry.text === undefined ? line : say(incidentWords, 'with-text', lang, { line, text: entry.text })
  if (!entry.struck) return whole
  const { reason } = entry.struck
  return reason === undefined
    ? say(incidentWords, 'struck', lang, { line: whole })
    : say(incidentWords, 'struck-because', lang, { line: whole, reason })
}

/** The status in one word, as lists show it. */
export function sayStatus(status: IncidentStatus, lang: Lang): string {
  return say(incidentWords, `status.${status}`, lang)
}

function isKind(kind: string): kind is IncidentEvent['type'] {
  return Object.keys(sentences).includes(kind)
}

function textOf({ kind, detail = {} }: Entry): Text {
  if (!isKind(kind)) return otherEntryWords.newer
  const other = OTHERWISE[kind]?.(detail)
  return other ? otherEntryWords[other] : sentences[kind]
}

type Detail = NonNullable<Entry['detail']>

/** Kinds whose sentence is another one because of what the line shows. */
const OTHERWISE: {
  readonly [Kind in IncidentEvent['type']]?: (detail: Detail) => keyof typeof otherEntryWords | false
} = {
  FactsStated: (detail) => {
    if (detail.kept === true) return 'facts-kept'
    return !FACT_NAMES.some((fact) => fact in detail) && 'facts-in-words'
  },
  Graded: ({ origin, lowering }) =>
    origin === 'person' && (lowering === undefined ? 'regraded' : 'graded-lower'),
  Reopened: ({ origin }) => origin !== 'plan' && 'reopened',
  ExampleStated: ({ listed, cited }) =>
    listed === false ? 'example-none' : cited === true && 'example-cited',
  ConfirmedAbove: ({ beside }) => beside === true && 'confirmed-beside',
  LimitPassed: ({ who }) => who === 'substitute' && 'limit-substitute',
  JointAgreed: ({ complete }) => complete === true && 'joint-complete',
  Verified: ({ verdict }) => verdict === 'refuted' && 'verified-not',
  RaisedTo: ({ skipped }) => skipped !== undefined && 'raised-past',
  SeriesReported: ({ kind }) => kind === 'final' && 'series-final',
  JoinedTo: ({ as }) => as === 'spread' && 'joined-spread',
  TookIn: ({ as }) => as === 'spread' && 'took-in-spread',
  OpinionJudged: ({ verdict }) => verdict === 'refuted' && 'opinion-refuted',
  Attached: ({ kind }) => (kind === 'photo' ? 'attached-photo' : kind === 'voice' && 'attached-voice'),
}

/** Kinds whose line names the tier that something went to, not the one that did it. */
const GOES_TO: ReadonlySet<string> = new Set<IncidentEvent['type']>([
  'Asked',
  'Answered',
  'LoweringProposed',
  'RaisedTo',
  'OralReported',
  'SeriesReported',
])

function valuesOf(
  { kind, detail = {} }: Entry,
  scenario: string,
  plan: EffectivePlan,
  lang: Lang,
): WordValues {
  const situation = findSituation(plan, scenario)
  const name = (text: Text | undefined, id: unknown) => (text ? inLang(text, lang) : String(id))
  const names = (ids: unknown, textOf: (id: string) => Text | undefined) =>
    String(ids ?? '')
      .split(' ')
      .map((id) => name(textOf(id), id))
      .join(say(incidentWords, 'list', lang))
  const groupOf = (id: unknown) => TIERS.flatMap((one) => (one === id ? [plan.tiers[one].group] : []))[0]
  const tier = groupOf(GOES_TO.has(kind) ? detail.toTier : detail.tier)
  const step = (id: unknown) => situation?.steps.find((one) => one.id === id)?.text
  const level = RESPONSE_LEVELS.find((one) => one === detail.responseLevel)
  const limits = [...plan.limits, ...(situation?.limits ?? [])]
  const post = detail.tells ?? detail.post
  return {
    situation: name(situation?.name, scenario),
    number: String(detail.number),
    facts: factsOf(detail, lang),
    levels: levelsOf(detail, lang),
    level: level ? sayResponseLevel(level, lang) : '',
    minutes: Number(kind.startsWith('Hold') ? (detail.minutes ?? 0) : detail.expectedMinutes),
    tier: tier ? inLang(tier, lang) : '',
    step: name(step(detail.step), detail.step),
    steps: names(detail.steps, step),
    limit: name(limits.find((limit) => limit.id === detail.limit)?.name, detail.limit),
    post: name(findPost(plan, String(post))?.name, post),
    posts: names(detail.posts, (id) => findPost(plan, id)?.name),
    form: name(plan.forms.find((form) => form.id === detail.form)?.name, detail.form),
    document: name(plan.references.find((one) => one.id === detail.document)?.name, detail.document),
    year: String(detail.year),
    where:
      detail.room === undefined
        ? say(incidentWords, 'hold.everywhere', lang)
        : say(incidentWords, 'hold.room', lang, { room: String(detail.room) }),
    joint: name(plan.jointDecisions.find((one) => one.id === detail.joint)?.name, detail.joint),
    struck: isStruck(detail.struck) ? inLang(struckWords[detail.struck], lang) : '',
    skipped: names(detail.skipped, groupOf),
    nth: lang === 'en' ? Number(detail.nth) : chineseNumber(Number(detail.nth)),
    spread: isFactValue('publicOpinion', detail.spread) ? sayValue('publicOpinion', detail.spread, lang) : '',
  }
}

function isStruck(kind: unknown): kind is keyof typeof struckWords {
  return typeof kind === 'string' && Object.keys(struckWords).includes(kind)
}

function levelsOf(detail: Detail, lang: Lang): string {
  const event = EVENT_LEVELS.find((level) => level === detail.eventLevel)
  const response = RESPONSE_LEVELS.find((level) => level === detail.responseLevel)
  return [event && sayEventLevel(event, lang), response && sayResponseLevel(response, lang)]
    .filter((said) => said !== undefined)
    .join(say(incidentWords, 'and', lang))
}

function factsOf(detail: Detail, lang: Lang): string {
  return FACT_NAMES.flatMap((fact) => {
    const value = detail[fact]
    if (!isFactValue(fact, value)) return []
    return [
      say(incidentWords, 'fact.is', lang, { fact: sayFact(fact, lang), value: sayValue(fact, value, lang) }),
    ]
  }).join(say(incidentWords, 'and', lang))
}
