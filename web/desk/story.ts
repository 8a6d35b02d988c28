// The timeline of an incident as a desk reads it: one line for each entry, oldest first, with who, in which post, and
// when; what was noted without a network and arrived later says so (E2, E3). Pure. The sentences are core's own.

import type { Instant } from '#core/basics/instant.ts'
import type { Lang } from '#core/basics/text.ts'
import { TIERS, type Tier } from '#core/basics/tier.ts'
import { sayEntry } from '#core/incident/say-entry.ts'
import type { Entry, Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'
import type { TimelineItem } from '../parts/timeline.tsx'
import { minutesLate } from '../talk/late-arrival.ts'
import type { Names } from './names.ts'

export interface StoryContext {
  readonly lang: Lang
  readonly names: Names
  readonly plan: EffectivePlan | undefined
  /** The tier the viewer answers for; none for those who stand beside the line. */
  readonly tier: Tier | undefined
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
  const { incident } = view
  const nth = { Asked: 0, Answered: 0 }
  return incident.entries.flatMap((entry) => {
    if (entry.kind === 'Numbered') return []
    const at = entry.kind === 'Asked' || entry.kind === 'Answered' ? nth[entry.kind]++ : 0
    return [itemOf(entry, view, lineOf(entry, incident, context, at), context)]
  })
}

function itemOf(entry: Entry, view: IncidentView, line: Line, context: StoryContext): TimelineItem {
  const { lang, names, person, time } = context
  const { by } = entry
  const late = minutesLate(entry)
  const arrival = late === undefined ? undefined : say(deskWords, 'story.late', lang, { minutes: late })
  const note = [line.note, arrival].filter((one) => one !== undefined).join(' · ')
  // A grade the plan worked out is the plan's, also when a person's report or fact called for it.
  const plan = by.person === 'plan' || entry.detail?.origin === 'plan'
  const post = names.post(by.postKind)
  return {
    id: String(entry.version),
    time: time(entry.occurredAt),
    at: new Date(entry.occurredAt).toISOString(),
    who: plan
      ? say(shellWords, 'the-plan', lang)
      : (view.people[by.person]?.name ?? say(deskWords, 'story.unnamed', lang)),
    ...(plan ? {} : { post: by.person === person ? say(deskWords, 'story.you', lang, { post }) : post }),
    ...(note === '' ? {} : { note }),
    kind: arrival === undefined ? (line.kind ?? 'plain') : 'offline',
    words: line.words,
  }
}

function lineOf(entry: Entry, incident: Incident, context: StoryContext, nth: number): Line {
  const { lang, names, plan, tier, time } = context
  const text = entry.text ?? say(deskWords, 'story.withheld', lang)
  const to = TIERS.find((one) => one === entry.detail?.toTier)
  const toName = to === undefined ? '' : names.tier(to)
  const roomName = (room: string) => names.room(incident.unit, room)
  switch (entry.kind) {
    case 'Asked': {
      const ask = incident.asks[nth]
      const words = askWords(ask?.question ?? text, ask?.proposal, lang)
      if (ask?.answer !== undefined) return { words }
      const note =
        to === tier
          ? say(deskWords, 'story.ask.mine', lang)
          : say(waitWords, 'wait.answer', lang, { tier: toName })
      return { words, kind: 'ask', note }
    }
    case 'Answered': {
      const given = incident.answers[nth]
      const complied = given?.complied
      const note = complied
        ? say(deskWords, 'story.complied.at', lang, { tier: toName, time: time(complied.occurredAt) })
        : say(waitWords, 'wait.comply', lang, { tier: toName })
      const kind = given?.ask === undefined ? 'story.instructed' : 'story.answered'
      return { words: say(deskWords, kind, lang, { text }), kind: 'answer', note }
    }
    case 'TookIn': {
      const taken = incident.tookIn.find((one) => one.incident === entry.detail?.incident)
      const words = plan ? sayEntry(entry, incident.scenario, plan, lang, roomName) : text
      return taken ? { words, note: names.unit(taken.unit) } : { words }
    }
    case 'MessageSent':
      return { words: text }
    default:
      return { words: plan ? sayEntry(entry, incident.scenario, plan, lang, roomName) : text }
  }
}

function askWords(question: string, proposal: string | undefined, lang: Lang): string {
  const asked = say(deskWords, 'story.asked', lang, { text: question })
  if (proposal === undefined) return asked
  return `${asked}\n${say(deskWords, 'story.proposal', lang, { text: proposal })}`
}
