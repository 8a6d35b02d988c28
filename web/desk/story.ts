// The timeline of an incident as a desk reads it: one line for each entry, oldest first, with who, in which post, and
// when; what was noted without a network and arrived later says so (E2, E3). Pure.

import { type Instant, MINUTE } from '#core/basics/instant.ts'
import type { Lang } from '#core/basics/text.ts'
import { inLang } from '#core/basics/text.ts'
import { TIERS, type Tier } from '#core/basics/tier.ts'
import type { Entry, Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { isFactName, isFactValue } from '#core/plan/facts.ts'
import type { EventLevel, ResponseLevel } from '#core/plan/grade-types.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { sayEventLevel, sayFact, sayResponseLevel, sayValue } from '#core/words/grading.ts'
import { say } from '#core/words/say.ts'
import type { TimelineItem } from '../parts/timeline.tsx'
import type { Names } from './names.ts'

/** Recorded this much after it happened, it was noted without a network or forgotten in a pocket. */
const LATE_ARRIVAL = MINUTE

export interface StoryContext {
  readonly lang: Lang
  readonly names: Names
  readonly plan: EffectivePlan | undefined
  /** The viewer's tier and person. */
  readonly tier: Tier
  readonly person: string
  readonly time: (at: Instant) => string
}

/** What a line says: its words, its weight, and the note beside the name. */
interface Line {
  readonly words: string
  readonly kind?: 'answer' | 'ask'
  readonly note?: string
}

/** The lines, oldest first. The running number stands in the title and makes no line. */
export function storyOf(view: IncidentView, context: StoryContext): readonly TimelineItem[] {
  const { incident, people } = view
  const { lang, person, time } = context
  let asked = 0
  let answered = 0
  const items: TimelineItem[] = []
  for (const entry of incident.entries) {
    const ask = entry.kind === 'Asked' ? asked++ : 0
    const answer = entry.kind === 'Answered' ? answered++ : 0
    if (entry.kind === 'Numbered') continue
    const line = lineOf(entry, incident, context, entry.kind === 'Asked' ? ask : answer)
    const late = entry.recordedAt - entry.occurredAt >= LATE_ARRIVAL
    const arrival = late
      ? say(deskWords, 'story.late', lang, {
          minutes: Math.floor((entry.recordedAt - entry.occurredAt) / MINUTE),
        })
      : undefined
    const note = [line.note, arrival].filter((one) => one !== undefined).join(' · ')
    const name = people[entry.by.person]?.name
    items.push({
      id: String(entry.version),
      time: time(entry.occurredAt),
      at: new Date(entry.occurredAt).toISOString(),
      who:
        entry.by.person === 'plan'
          ? say(deskWords, 'story.plan', lang)
          : (name ?? say(deskWords, 'story.unnamed', lang)),
      ...(entry.by.person === 'plan' ? {} : { post: postOf(entry, person, context) }),
      ...(note === '' ? {} : { note }),
      kind: late ? 'offline' : (line.kind ?? 'plain'),
      words: line.words,
    })
  }
  return items

  function postOf(one: Entry, viewer: string, { names }: StoryContext): string {
    const post = names.post(one.by.postKind)
    return one.by.person === viewer ? say(deskWords, 'story.you', lang, { post }) : post
  }
}

function lineOf(entry: Entry, incident: Incident, context: StoryContext, nth: number): Line {
  const { lang, names, plan, tier, time } = context
  const detail = entry.detail ?? {}
  const words = (key: keyof typeof deskWords, values?: Record<string, string | number>) =>
    say(deskWords, key, lang, values)
  const text = entry.text ?? words('story.withheld')
  const withText = (sentence: string) =>
    entry.text === undefined ? sentence : words('story.with', { sentence, text: entry.text })
  switch (entry.kind) {
    case 'Reported':
      return { words: withText(words('story.reported', { situation: names.situation(incident.scenario) })) }
    case 'FactsStated':
      return { words: withText(words('story.facts', { facts: factsOf(detail, context) })) }
    case 'Graded': {
      const levels = levelsOf(detail, lang)
      const key = detail.origin === 'person' ? 'story.regraded' : 'story.graded'
      return { words: withText(words(key, levels)) }
    }
    case 'Acknowledged':
      return { words: words('story.acknowledged', { tier: tierName(detail.tier, names) }) }
    case 'ConfirmedAbove':
      return { words: words('story.confirmed', { tier: tierName(detail.tier, names) }) }
    case 'ResponseStarted':
      return {
        words: withText(
          words('story.started', {
            level: sayResponseLevel(detail.responseLevel as ResponseLevel, lang),
            minutes: Number(detail.expectedMinutes ?? 0),
          }),
        ),
      }
    case 'ExampleStated':
      return {
        words: detail.listed === true ? words('story.listed', { text }) : words('story.not-listed'),
      }
    case 'Asked': {
      const ask = incident.asks[nth]
      const open = ask?.answer === undefined
      const to = tierName(detail.toTier, names)
      return {
        words: askWords(ask?.question ?? text, ask?.proposal, lang),
        ...(open
          ? {
              kind: 'ask' as const,
              note:
                detail.toTier === tier ? words('story.ask.mine') : words('story.ask.theirs', { tier: to }),
            }
          : {}),
      }
    }
    case 'Answered': {
      const complied = incident.answers[nth]?.complied
      const to = tierName(detail.toTier, names)
      return {
        kind: 'answer',
        words: words('story.answered', { text }),
        note: complied
          ? words('story.complied.at', { tier: to, time: time(complied.occurredAt) })
          : words('wait.comply', { tier: to }),
      }
    }
    case 'Complied':
      return { words: words('story.complied') }
    case 'StepDone':
    case 'StepReopened': {
      const found = plan?.situations[incident.scenario]?.steps.find((one) => one.id === detail.step)
      const step = found ? inLang(found.text, lang) : String(detail.step)
      return {
        words: withText(words(entry.kind === 'StepDone' ? 'story.step' : 'story.step.reopened', { step })),
      }
    }
    case 'MeasureTaken':
    case 'MessageSent':
      return { words: text }
    case 'LimitPassed': {
      const limit = limitName(String(detail.limit), incident.scenario, plan, lang)
      const post = names.post(String(detail.tells))
      return {
        words: words(detail.who === 'substitute' ? 'story.late.substitute' : 'story.late.holder', {
          limit,
          post,
        }),
      }
    }
    case 'Handled':
      return { words: words('story.handled', { text }) }
    case 'WrittenDown': {
      const form = plan?.forms.find((one) => one.id === detail.form)
      return {
        words: withText(
          words('story.written', { form: form ? inLang(form.name, lang) : String(detail.form) }),
        ),
      }
    }
    case 'Closed':
      return { words: words('story.closed') }
    default:
      return { words: withText(entry.kind) }
  }
}

function tierName(tier: unknown, names: Names): string {
  return TIERS.includes(tier as Tier) ? names.tier(tier as Tier) : ''
}

function askWords(question: string, proposal: string | undefined, lang: Lang): string {
  const asked = say(deskWords, 'story.asked', lang, { text: question })
  return proposal === undefined
    ? asked
    : `${asked}\n${say(deskWords, 'story.proposal', lang, { text: proposal })}`
}

function levelsOf(detail: NonNullable<Entry['detail']>, lang: Lang): { event: string; response: string } {
  return {
    event: sayEventLevel(detail.eventLevel as EventLevel, lang),
    response: sayResponseLevel(detail.responseLevel as ResponseLevel, lang),
  }
}

function factsOf(detail: NonNullable<Entry['detail']>, { lang }: StoryContext): string {
  const facts = Object.entries(detail).flatMap(([name, value]) =>
    isFactName(name) && isFactValue(name, value)
      ? [say(deskWords, 'fact.said', lang, { fact: sayFact(name, lang), value: sayValue(name, value, lang) })]
      : [],
  )
  return facts.join(say(deskWords, 'comma', lang))
}

/** The plan's name of a limit, one of its own or one of the situation. */
export function limitName(id: string, scenario: string, plan: EffectivePlan | undefined, lang: Lang): string {
  const limit =
    plan?.limits.find((one) => one.id === id) ??
    plan?.situations[scenario]?.limits?.find((one) => one.id === id)
  return limit ? inLang(limit.name, lang) : id
}
