// Deciding lists of commands, each all or none, several in one transaction: seen this id? · may you? · does it make sense?
// A refused list leaves nothing behind but its answer.

import canonicalize from 'canonicalize'
import type { Actor } from '#core/access/actor.ts'
import { can } from '#core/access/can.ts'
import type { Refusal } from '#core/basics/refusal.ts'
import type { Doer } from '#core/basics/stream.ts'
import type { Incident } from '#core/incident/state.ts'
import type { StreamKind } from '#core/streams.ts'
import type { CommandAnswer } from '#core/wire/command.ts'
import type { NewAnswer } from '../store/append.ts'
import { isConflict, type Tx } from '../store/database.ts'
import type { DueDeadline } from '../store/due.ts'
import { load, type SeenCommand, type StreamRef } from '../store/load.ts'
import { type ActHouse, type Desk, findPlanFor, giveAsPlan, openDesk, refsOf } from './desk.ts'
import { followUp } from './follow-up.ts'
import type { Ahead } from './known.ts'
import { lookAhead } from './look-ahead.ts'
import { findMisnamed } from './named.ts'
import { refsNamed } from './named-sent.ts'
import { findTakenId } from './own-id.ts'
import { storeWork } from './store-work.ts'
import { campaignNamed, homeOf, isInSight, thingOf } from './thing.ts'
import type { Command, Work } from './work.ts'

/** A refusal says which command of the list it was; nothing of the list was stored. */
export type ActAnswer =
  | { readonly accepted: readonly CommandAnswer[] }
  | { readonly refused: Refusal; readonly command: string }

/** One list of commands in one person's name. */
export interface CommandList {
  readonly commands: readonly Command[]
  readonly actor: Actor
}

/** Decides and stores `lists` in the open transaction; one answer for each, in order. */
export async function perform(house: ActHouse, tx: Tx, lists: readonly CommandList[]): Promise<ActAnswer[]> {
  const commands = lists.flatMap((list) => list.commands)
  const refs = distinct([...refsOf(commands), ...commands.flatMap(refsNamed)])
  const loaded = await load(tx, house.sealer, {
    commands: commands.map((command) => command.id),
    streams: refs,
    campaigns: [
      ...new Set(
        lists.flatMap((list) => [
          list.actor.campaign,
          ...list.commands.map((c) => campaignNamed(c) ?? list.actor.campaign),
        ]),
      ),
    ],
    persons: [...new Set(lists.map((list) => list.actor.person))],
  })
  const desk = await openDesk(house, tx, { loaded, refs }, commands)
  const ahead = await lookAhead(desk, commands)
  const answers: ActAnswer[] = []
  const fresh = new Map<string, NewAnswer>()
  for (const list of lists) answers.push(decideList(desk, list, { ...loaded, ahead, fresh }))
  await followUp(desk)
  // Numbers are allotted after everything was decided: they belong to the answer of the command that reported.
  const numbered = answers.map((answer) => withNumbers(desk.work, answer, fresh))
  for (const [nth, answer] of numbered.entries()) {
    for (const command of lists[nth]?.commands ?? []) {
      const kept = fresh.get(command.id)
      if (kept) fresh.set(command.id, { ...kept, answer })
    }
  }
  // In one order everywhere: two transactions with the same commands must not wait for each other.
  const toKeep = [...fresh.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  await storeWork(desk, loaded, toKeep, [])
  return numbered
}

/** Each stream once: what stands twice would be read and locked twice. */
function distinct(refs: readonly StreamRef[]): readonly StreamRef[] {
  return [...new Map(refs.map((ref) => [`${ref.kind}/${ref.stream}`, ref])).values()]
}

/** Claimed deadlines could not be decided or stored together; nothing of them was done. */
export class UndecidedDue extends Error {
  override name = 'UndecidedDue'
  readonly due: readonly DueDeadline[]

  constructor(due: readonly DueDeadline[], cause: unknown) {
    super(`due and not decided: ${due.map((one) => `${one.stream}/${one.key}`).join(', ')}`, { cause })
    this.due = due
  }
}

/**
 * Claims with `claim`, gives the commands as the plan and stores what came of it. How many were claimed.
 * @throws UndecidedDue, and conflicts as they are: those are tried again
 */
export async function performDue(
  house: ActHouse,
  tx: Tx,
  claim: (tx: Tx) => Promise<DueDeadline[]>,
): Promise<number> {
  const due = await claim(tx)
  if (due.length === 0) return 0
  try {
    await decideDue(house, tx, due)
  } catch (error) {
    throw isConflict(error) ? error : new UndecidedDue(due, error)
  }
  return due.length
}

async function decideDue(house: ActHouse, tx: Tx, due: readonly DueDeadline[]): Promise<void> {
  const commands: Command[] = due.map((deadline) => ({
    id: `${deadline.stream}/due/${deadline.key}/${deadline.dueAt}`,
    stream: { kind: deadline.kind as StreamKind, id: deadline.stream },
    type: deadline.command.type,
    data: deadline.command.data,
    madeAt: deadline.dueAt,
  }))
  const refs = refsOf(commands)
  const loaded = await load(tx, house.sealer, {
    commands: [],
    streams: refs,
    campaigns: [...new Set(due.map((deadline) => deadline.campaign))],
    persons: [],
  })
  const desk = await openDesk(house, tx, { loaded, refs }, commands)
  for (const command of commands) giveAsPlan(desk, command)
  await followUp(desk)
  // Every claimed stream's deadlines are written anew, also where nothing came of it: a claim never loses one.
  await storeWork(desk, loaded, [], refs)
}

/** What the lists of one transaction share: the answers that were given before, and those given here. */
interface Answered {
  readonly seen: ReadonlyMap<string, SeenCommand>
  readonly fresh: Map<string, NewAnswer>
  readonly concerns: ReadonlySet<string>
  readonly ahead: Ahead
}

function decideList(desk: Desk, { commands, actor }: CommandList, answered: Answered): ActAnswer {
  const mark = desk.work.mark()
  const accepted = new Map<string, CommandAnswer>()
  const mine: Omit<NewAnswer, 'answer'>[] = []
  const refuseList = (refused: Refusal, command: Command): ActAnswer => {
    desk.work.returnTo(mark)
    return { refused, command: command.id }
  }
  for (const command of commands) {
    const kept = keep(desk, command, actor)
    const before =
      answered.seen.get(command.id) ??
      answered.fresh.get(command.id) ??
      mine.find((one) => one.id === command.id)
    if (before) {
      // Somebody else's command, or other words under the same id: say nothing of what was answered.
      if (before.person !== kept.person || !before.content.equals(kept.content))
        return refuseList({ code: 'command.reused' }, command)
      const answer = 'answer' in before ? (before.answer as ActAnswer) : undefined
      if (answer && 'refused' in answer) return refuseList(answer.refused, command)
      // Done already, alone or in another list: its own answer again, and the rest of this list goes on.
      const again = answer?.accepted.find((one) => one.command === command.id)
      if (again) accepted.set(command.id, again)
      continue
    }
    const decided = decideOne(desk, command, actor, answered)
    if ('refused' in decided) {
      const answer = refuseList(decided.refused, command)
      answered.fresh.set(command.id, { ...kept, answer })
      return answer
    }
    accepted.set(command.id, decided)
    mine.push(kept)
  }
  const answer: ActAnswer = { accepted: [...accepted.values()] }
  for (const kept of mine) answered.fresh.set(kept.id, { ...kept, answer })
  return answer
}

function decideOne(
  desk: Desk,
  command: Command,
  actor: Actor,
  { ahead, concerns }: Answered,
): CommandAnswer | { readonly refused: Refusal } {
  const open = desk.work.find(command.stream.kind, command.stream.id)
  const at = open ?? homeOf(command, actor)
  if (!at || (open && !isInSight(actor, open))) return { refused: { code: 'not-found' } }
  const plan = findPlanFor(desk, command)
  if (!plan) return { refused: { code: 'plan.unknown', field: fieldOfPlan(command) } }
  const isConcerned = (stream: string) => concerns.has(`${actor.person}/${stream}`)
  const deed = { kind: command.stream.kind, type: command.type }
  const thing = thingOf(at, plan, command, actor, isConcerned(command.stream.id))
  const allowed = can(actor, deed, thing, plan.posts)
  if ('refused' in allowed) return allowed
  if (actor.role !== 'plan') {
    const refused =
      findMisnamed(command, actor, plan, { ...desk, ahead, isConcerned }) ??
      findTakenId(command.stream, desk.work)
    if (refused) return { refused }
  }
  const by: Doer = { person: actor.person, post: actor.post, postKind: actor.postKind, unit: actor.unit }
  const decided = desk.work.give(command, by, plan, at)
  if ('refused' in decided) return decided
  return {
    command: command.id,
    stream: command.stream,
    version: decided.open.version,
    events: decided.events.map((event) => event.recorded.type),
  }
}

/** Where a command names its plan; an edition names several. */
function fieldOfPlan({ data }: Command): string {
  return 'plans' in data ? 'plans' : 'plan'
}

/** What is kept of a command to know it again: who sent it and a keyed hash of what it said, from which nobody can guess it. */
function keep(desk: Desk, command: Command, actor: Actor): Omit<NewAnswer, 'answer'> {
  const said =
    canonicalize({
      stream: command.stream,
      type: command.type,
      data: command.data,
      madeAt: command.madeAt,
    }) ?? ''
  return { id: command.id, person: actor.person, content: desk.house.sealer.hashCommand(said) }
}

/** Adds the running number to what was decided in this transaction; an answer given before stays what it was. */
function withNumbers(work: Work, answer: ActAnswer, fresh: ReadonlyMap<string, NewAnswer>): ActAnswer {
  if (!('accepted' in answer)) return answer
  return {
    accepted: answer.accepted.map((one) => {
      if (!fresh.has(one.command)) return one
      const open = one.stream.kind === 'incident' ? work.find('incident', one.stream.id) : undefined
      const number = open && (open.state as Incident).number
      return number === undefined || !open ? one : { ...one, version: open.version, number }
    }),
  }
}
