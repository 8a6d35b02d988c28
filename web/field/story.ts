// The lines of an incident's story in words: what each entry of the record says. Pure; drawn by incident-story.tsx.

import { inLang, type Lang, type Text } from '#core/basics/text.ts'
import { isAtOrAbove, TIERS, type Tier } from '#core/basics/tier.ts'
import type { Entry } from '#core/incident/state.ts'
import { type EffectivePlan, findSituation } from '#core/plan/effective.ts'
import { isFactName } from '#core/plan/facts.ts'
import type { EventLevel, ResponseLevel } from '#core/plan/grade-types.ts'
import { fieldWords } from '#core/words/field.ts'
import { sayEventLevel, sayFact, sayResponseLevel, sayValue } from '#core/words/grading.ts'
import { say, type WordValues } from '#core/words/say.ts'

/** Arriving later than this is said, ms. */
const LATE = 2 * 60_000

/** What happened, without its free text. `scenario` is the incident's. */
export function storyLine(entry: Entry, scenario: string, plan: EffectivePlan, lang: Lang): string {
  const detail = entry.detail ?? {}
  const word = (key: keyof typeof fieldWords, values: WordValues = {}) => say(fieldWords, key, lang, values)
  const text = (named: Text | undefined, id: unknown) => (named ? inLang(named, lang) : String(id ?? ''))
  const tier = () => tierName(plan, detail.tier ?? detail.fromTier, lang)
  switch (entry.kind) {
    case 'Reported':
      return word('story.Reported', { situation: text(findSituation(plan, scenario)?.name, scenario) })
    case 'Numbered':
      return word('story.Numbered', { number: String(detail.number) })
    case 'FactsStated':
      return word('story.FactsStated', { facts: factsLine(detail, lang) })
    case 'Graded':
      return word(detail.origin === 'person' ? 'story.Graded.person' : 'story.Graded.plan', {
        levels: levelsLine(detail, lang),
      })
    case 'Acknowledged':
    case 'ConfirmedAbove':
      return word(`story.${entry.kind}`, { tier: tier() })
    case 'ResponseStarted':
      return word('story.ResponseStarted', { minutes: String(detail.expectedMinutes) })
    case 'ExampleStated':
      return word(detail.listed === true ? 'story.ExampleStated.listed' : 'story.ExampleStated.none')
    case 'Asked':
      return word('story.Asked', { tier: tierName(plan, detail.toTier, lang) })
    case 'Answered':
      return word('story.Answered', { tier: tier() })
    case 'StepDone':
    case 'StepReopened': {
      const step = findSituation(plan, scenario)?.steps.find((one) => one.id === detail.step)
      return word(`story.${entry.kind}`, { step: text(step?.text, detail.step) })
    }
    case 'LimitPassed': {
      const limits = [...plan.limits, ...(findSituation(plan, scenario)?.limits ?? [])]
      const limit = limits.find((one) => one.id === detail.limit)
      const post = plan.posts[String(detail.tells)]
      return word('story.LimitPassed', {
        limit: text(limit?.name, detail.limit),
        post: text(post?.name, detail.tells),
      })
    }
    case 'WrittenDown': {
      const form = plan.forms.find((one) => one.id === detail.form)
      return word('story.WrittenDown', { form: text(form?.name, detail.form) })
    }
    case 'Complied':
    case 'MeasureTaken':
    case 'MessageSent':
    case 'Handled':
    case 'Closed':
      return word(`story.${entry.kind}`)
    default:
      return word('story.other')
  }
}

function levelsLine(detail: NonNullable<Entry['detail']>, lang: Lang): string {
  const event = detail.eventLevel as EventLevel
  const response = detail.responseLevel as ResponseLevel
  return [sayEventLevel(event, lang), sayResponseLevel(response, lang)].join(lang === 'en' ? ', ' : '，')
}

function factsLine(detail: NonNullable<Entry['detail']>, lang: Lang): string {
  return Object.entries(detail)
    .flatMap(([name, value]) =>
      isFactName(name) && typeof value !== 'boolean'
        ? [`${sayFact(name, lang)} ${sayValue(name, value, lang)}`]
        : [],
    )
    .join(lang === 'en' ? '; ' : '；')
}

export function tierName(plan: EffectivePlan, tier: unknown, lang: Lang): string {
  const known = TIERS.find((one) => one === tier)
  if (!known) return ''
  const name = inLang(plan.tiers[known].name, lang)
  // 县 alone is a map word; people say 县里.
  return lang === 'zh-CN' && name.length === 1 ? `${name}里` : name
}

/** Minutes it came late, when that is worth saying. */
export function lateBy(entry: Pick<Entry, 'occurredAt' | 'recordedAt'>): number | undefined {
  const late = entry.recordedAt - entry.occurredAt
  return late > LATE ? Math.round(late / 60_000) : undefined
}

/** Lines that only say what another line says already. */
export function isQuiet(entry: Entry): boolean {
  return entry.kind === 'Numbered'
}

/** Is an answer from above `mine`? Its ground is the soft teal one. */
export function fromAbove(entry: Entry, mine: Tier): boolean {
  const from = TIERS.find((one) => one === entry.detail?.fromTier)
  return entry.kind === 'Answered' && from !== undefined && from !== mine && isAtOrAbove(from, mine)
}
