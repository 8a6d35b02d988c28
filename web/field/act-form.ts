// From what was typed into a form to the command it makes, or what is still missing. Pure; which fields there are is
// act-fields.ts, forms are drawn by act-sheet.tsx, shapes at the door are core/wire/command.ts.

import type { Incident } from '#core/incident/state.ts'
import type { Situation } from '#core/plan/effective.ts'
import { ABOUT, ACT_FIELDS, type FieldKind, type FormField, OPENS } from './act-fields.ts'
import { statedBy } from './report-draft.ts'

/** What was typed or chosen, by field. Questions of the plan stand under `answers`; several ids in one field with a space between. */
export interface ActDraft {
  readonly fields: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, string | number>>
}

export const EMPTY_ACT: ActDraft = { fields: {}, answers: {} }

export type ActData = { readonly data: object } | { readonly missing: string }

export interface ActContext {
  readonly incident: Incident
  readonly situation: Situation | undefined
  /** The step, ask, task or line of the story it is about. */
  readonly about?: string | undefined
  /** Must a question go up together with a proposal (B3)? */
  readonly needsProposal?: boolean | undefined
  /** Ids of the points of the plan's evaluation (B4). */
  readonly points?: readonly string[] | undefined
  /** An id for what the command opens, the same for the same slot: sending twice does it once. */
  readonly fresh: (slot: string) => string
  /** The instant of an hour of the day as typed, not after now. */
  readonly instantOf: (time: string) => number
}

/** How many tasks the form of `GiveTasks` shows; their fields are `task.<n>.post`, `task.<n>.words`. */
export function taskCount(draft: ActDraft): number {
  return Math.max(1, Number(draft.fields.tasks ?? 1))
}

/** The command's data, or the first field that is still missing as `Type.field`. */
export function buildAct(type: string, draft: ActDraft, context: ActContext): ActData {
  const fields = ACT_FIELDS[type] ?? []
  const missing = fields.find(
    (field) => !isFilled(field, draft, context) && mustFill(type, field, draft, context),
  )
  if (missing) return { missing: `${type}.${missing.name}${firstGap(missing, draft, context)}` }
  if (type === 'StateFacts') return stateFacts(draft, context)
  const data: Record<string, unknown> = {}
  const { about } = context
  const names = ABOUT[type]
  if (names !== undefined && about !== undefined) data[names] = names === 'entry' ? Number(about) : about
  const opens = OPENS[type]
  if (opens !== undefined) data[opens] = context.fresh(opens)
  for (const field of fields) {
    const value = dataOf(type, field, draft, context)
    if (value !== undefined) data[field.name] = value
  }
  return { data }
}

function stateFacts(draft: ActDraft, { situation }: ActContext): ActData {
  const stated = situation ? statedBy(situation, draft.answers) : {}
  const words = typed(draft, 'words')
  if (Object.keys(stated).length === 0) return { missing: 'StateFacts.nothing' }
  return { data: { stated, ...(words === '' ? {} : { words }) } }
}

function typed(draft: ActDraft, name: string): string {
  return draft.fields[name]?.trim() ?? ''
}

function isFilled({ name, kind }: FormField, draft: ActDraft, { points = [] }: ActContext): boolean {
  switch (kind) {
    case 'points':
      return points.every((point) => typed(draft, `points.${point}`) !== '')
    case 'tasks':
      return taskNumbers(draft).every(
        (nth) => typed(draft, `task.${nth}.post`) !== '' && typed(draft, `task.${nth}.words`) !== '',
      )
    default:
      return typed(draft, name) !== ''
  }
}

/** Which point, or which part of a task, is the first that is empty. */
function firstGap({ kind }: FormField, draft: ActDraft, { points = [] }: ActContext): string {
  if (kind === 'points') return `.${points.find((point) => typed(draft, `points.${point}`) === '') ?? ''}`
  if (kind !== 'tasks') return ''
  const nth = taskNumbers(draft).find((one) => typed(draft, `task.${one}.post`) === '')
  return nth === undefined ? '.words' : '.post'
}

function taskNumbers(draft: ActDraft): readonly number[] {
  return Array.from({ length: taskCount(draft) }, (_, nth) => nth)
}

/** What stands in the command for a field; undefined leaves it out. */
function dataOf(type: string, field: FormField, draft: ActDraft, context: ActContext): unknown {
  const { name, kind } = field
  if (kind === 'points') {
    return Object.fromEntries((context.points ?? []).map((point) => [point, typed(draft, `points.${point}`)]))
  }
  if (kind === 'tasks') {
    return taskNumbers(draft).map((nth) => ({
      task: context.fresh(`task.${nth}`),
      post: typed(draft, `task.${nth}.post`),
      words: typed(draft, `task.${nth}.words`),
    }))
  }
  const value = typed(draft, name)
  // A reference typed before the answer became "no" says nothing.
  if (value === '' || (type === 'StateExample' && isHidden(type, name, draft))) return undefined
  return NUMBERS.has(kind)
    ? Number(value)
    : kind === 'time'
      ? context.instantOf(value)
      : kind === 'steps'
        ? value.split(' ')
        : kind === 'listed'
          ? value === 'yes'
          : value
}

const NUMBERS: ReadonlySet<FieldKind> = new Set<FieldKind>(['minutes', 'event-level'])

/** Fields that another answer makes needless: not shown. */
export function isHidden(type: string, name: string, { fields }: ActDraft): boolean {
  if (type === 'StateExample' && name === 'reference') return fields.listed !== 'yes'
  return type === 'ReopenStep' && name === 'reason' && fields.why !== 'other'
}

function mustFill(type: string, field: FormField, draft: ActDraft, context: ActContext): boolean {
  if (type === 'Ask' && field.name === 'proposal') return context.needsProposal === true
  // "Our handbook lists it" says where.
  if (type === 'StateExample' && field.name === 'reference') return draft.fields.listed === 'yes'
  return field.must
}
