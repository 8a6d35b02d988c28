// The year's handbook as far as a bureau has entered it (B8): which situation has an example, in which document, on which page.
// Only what a bureau entered from the official documents stands here; nothing of ours is ever shown under that name.

import { type Mark, markOf } from '../basics/mark.ts'
import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  nothingNew,
  quiet,
  type Recorded,
  type Stream,
  UnknownEvent,
  unruled,
} from '../basics/stream.ts'
import type { UnitPath } from '../basics/tier.ts'

/** One example as the document has it. */
export interface ExampleData {
  /** Id made by the client. */
  readonly example: string
  /** Id of the document in the plan (`references`). */
  readonly document: string
  readonly year: number
  /** Number or page, as printed. */
  readonly place: string
  /** Situations of the plan that it is an example for. */
  readonly scenarios: readonly string[]
}

type ExamplesEntered = Happened<
  'ExamplesEntered',
  { readonly unit: UnitPath; readonly campaign: string; readonly examples: readonly ExampleData[] }
> & {
  /** Title and handling by example id: `<id>.title`, `<id>.handling`. */
  readonly private?: { readonly text?: Readonly<Record<string, string>> }
}
type ExampleStruck = Happened<'ExampleStruck', { readonly example: string }> & {
  readonly private?: { readonly text?: { readonly reason?: string } }
}
export type HandbookEvent = ExamplesEntered | ExampleStruck

export interface EnteredExample extends ExampleData {
  readonly title: string
  /** What the document says is to be done, in the bureau's words. */
  readonly handling?: string
}
export type HandbookCommand =
  | {
      readonly type: 'EnterExamples'
      readonly data: {
        readonly unit: UnitPath
        readonly campaign: string
        readonly examples: readonly EnteredExample[]
      }
    }
  | { readonly type: 'StrikeExample'; readonly data: { readonly example: string; readonly reason: string } }

export interface ExampleOnRecord extends ExampleData {
  readonly title?: string
  readonly handling?: string
  readonly entered: Mark
  readonly struck?: Mark & { readonly reason?: string }
}

export interface HandbookState {
  readonly unit?: UnitPath
  readonly examples: readonly ExampleOnRecord[]
}

/** Letters of a place. */
export const LONGEST_PLACE = 40
/** Letters of any script, digits, punctuation and spaces between. */
const PRINTED = /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}+~～|]+$/u
/** Seven digits on end, or eleven with nothing but a stroke, dot or blank between them: somebody's number, no page. */
const SOMEBODYS_NUMBER = /\p{Nd}{7}|(?:\p{Nd}[\p{Pd}\p{Zs}.]?){11}/u

/** Is it what a document prints as a number or page? A place stands in clear in the ledger: nothing about people belongs there. */
export function isPlace(text: string): boolean {
  return text.length <= LONGEST_PLACE && PRINTED.test(text) && !SOMEBODYS_NUMBER.test(text)
}

/** One stream for what a unit's bureau entered in a campaign. */
export function handbookId(campaign: string, unit: UnitPath): string {
  return `${campaign}~handbook~${unit.replace(/\//g, '.')}`
}

/** Examples in force for a situation. */
export function examplesFor(state: HandbookState, scenario: string): readonly ExampleOnRecord[] {
  return state.examples.filter((one) => !one.struck && one.scenarios.includes(scenario))
}

/** Does it stand there already? What stands at the same place of the same document and year is the same example. */
export function isEntered(state: HandbookState, one: Omit<ExampleData, 'example'>): boolean {
  return state.examples.some((known) => !known.struck && samePlace(known, one))
}

function evolve(state: HandbookState, event: Recorded<HandbookEvent>): HandbookState {
  switch (event.type) {
    case 'ExamplesEntered': {
      const texts = event.private?.text ?? {}
      const entered = event.data.examples.map((one): ExampleOnRecord => {
        const title = texts[`${one.example}.title`]
        const handling = texts[`${one.example}.handling`]
        return {
          ...one,
          entered: markOf(event),
          ...(title === undefined ? {} : { title }),
          ...(handling === undefined ? {} : { handling }),
        }
      })
      return { unit: event.data.unit, examples: [...state.examples, ...entered] }
    }
    case 'ExampleStruck':
      return {
        ...state,
        examples: state.examples.map((one) =>
          one.example === event.data.example
            ? { ...one, struck: { ...markOf(event), ...event.private?.text } }
            : one,
        ),
      }
    default:
      throw new UnknownEvent('handbook', (event as Happened).type)
  }
}

function decide(
  state: HandbookState,
  command: HandbookCommand,
  _context: Context<unknown>,
): Decision<HandbookEvent> {
  if (command.type === 'StrikeExample') {
    const known = state.examples.find((one) => one.example === command.data.example)
    if (!known) return refuse('example.unknown', { field: 'example' })
    if (known.struck) return nothingNew
    if (command.data.reason.trim() === '') return refuse('text.missing', { field: 'reason' })
    const { example, reason } = command.data
    return happened<HandbookEvent>({
      type: 'ExampleStruck',
      data: { example },
      private: { text: { reason } },
    })
  }
  const { unit, campaign, examples } = command.data
  // The same file twice changes nothing.
  const fresh = examples.filter(
    (one, nth) => !isEntered(state, one) && !examples.slice(0, nth).some((before) => samePlace(before, one)),
  )
  if (fresh.length === 0) return nothingNew
  const text: Record<string, string> = {}
  const ids = new Set(state.examples.map((one) => one.example))
  for (const one of fresh) {
    const field = `examples.${examples.indexOf(one)}`
    if (ids.has(one.example)) return refuse('example.exists', { field: `${field}.example` })
    ids.add(one.example)
    if (!isPlace(one.place)) return refuse('example.place', { field: `${field}.place` })
    if (one.title.trim() === '') return refuse('text.missing', { field: 'title' })
    text[`${one.example}.title`] = one.title
    if (one.handling !== undefined) text[`${one.example}.handling`] = one.handling
  }
  const data = fresh.map(({ title: _title, handling: _handling, ...one }) => one)
  return happened<HandbookEvent>({
    type: 'ExamplesEntered',
    data: { unit, campaign, examples: data },
    private: { text },
  })
}

function samePlace(a: Omit<ExampleData, 'example'>, b: Omit<ExampleData, 'example'>): boolean {
  return (
    a.document === b.document &&
    a.year === b.year &&
    a.place === b.place &&
    b.scenarios.every((scenario) => a.scenarios.includes(scenario))
  )
}

export const handbookStream: Stream<HandbookState, HandbookCommand, HandbookEvent, unknown> = {
  kind: 'handbook',
  initial: { examples: [] },
  evolve,
  decide,
  placeOf: (command) =>
    command.type === 'EnterExamples'
      ? { unit: command.data.unit, campaign: command.data.campaign }
      : undefined,
  ...quiet,
  ...unruled,
}
