// What follows from new events in the same transaction: a running number, an example of the year's handbook, notices to posts,
// reactions of the plan, and theirs in turn, until nothing new happens. Which notices and reactions is core's business.

import { type Notice, THE_PLAN } from '#core/basics/stream.ts'
import { findAncestor } from '#core/basics/tier.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { type StreamKind, streams } from '#core/streams.ts'
import { allotNumbers, roster } from '../store/load.ts'
import { citation } from './cite.ts'
import { bring, type Desk, giveAsPlan, planOf } from './desk.ts'
import { type Seat, tellings, unitsToldIn } from './tell.ts'
import { homeOf } from './thing.ts'
import type { Command, Open, WorkEvent } from './work.ts'

/** What a command to tell says of the thing it is about. */
interface ToldOf {
  readonly thing: { readonly kind: string; readonly stream: string }
}

/** Notices of one event. */
interface ToTell {
  readonly event: WorkEvent
  readonly open: Open
  readonly plan: EffectivePlan
  readonly notices: readonly Notice[]
}

/** Numbers, examples, notices and reactions of the new events, and of theirs, until nothing new happens. */
export async function followUp(desk: Desk): Promise<void> {
  while (desk.followed < desk.work.events.length) {
    const news = desk.work.events.slice(desk.followed)
    desk.followed = desk.work.events.length
    await number(desk, news)
    await cite(desk, news)
    await tell(desk, news)
    await react(desk, news)
  }
}

/** A confined incident counts in its county's own series: a gap in the school's numbers would tell the school of it. */
function countedAt(event: WorkEvent): string {
  const { confined } = event.recorded.data as { readonly confined?: boolean }
  return confined ? (findAncestor(event.place, 'county') ?? event.place) : event.place
}

/** Running numbers for what was reported, all of a transaction at once. */
async function number(desk: Desk, news: readonly WorkEvent[]): Promise<void> {
  const reports = news
    .filter((event) => event.kind === 'incident' && event.recorded.type === 'Reported')
    .map((event) => ({ event, unit: countedAt(event), year: yearOf(event) }))
  if (reports.length === 0) return
  const wanted = new Map<string, { unit: string; year: number; count: number }>()
  for (const { unit, year } of reports) {
    const key = `${unit} ${year}`
    wanted.set(key, { unit, year, count: (wanted.get(key)?.count ?? 0) + 1 })
  }
  const allotted = new Map(
    (await allotNumbers(desk.tx, [...wanted.values()])).map(({ unit, year, last, letters }) => {
      const key = `${unit} ${year}`
      return [key, { letters, next: last - (wanted.get(key)?.count ?? 0) + 1 }]
    }),
  )
  for (const { event, unit, year } of reports) {
    const given = allotted.get(`${unit} ${year}`)
    if (!given) throw new Error('a running number was not allotted')
    giveAsPlan(desk, {
      id: `${event.recorded.command}/number`,
      stream: { kind: 'incident', id: event.recorded.stream },
      type: 'Number',
      data: { number: `${given.letters ?? unit}-${String(given.next++).padStart(3, '0')}` },
      madeAt: event.recorded.recordedAt,
    })
  }
}

function yearOf(event: WorkEvent): number {
  return new Date(event.recorded.recordedAt).getUTCFullYear()
}

/** B8: what the bureaus of its line entered of the year's handbook is on record with a report from the first minute. */
async function cite(desk: Desk, news: readonly WorkEvent[]): Promise<void> {
  for (const { kind, recorded } of news) {
    if (kind !== 'incident' || recorded.type !== 'Reported') continue
    const open = desk.work.find('incident', recorded.stream)
    if (!open) continue
    const examples = await desk.house.examples.of(open.campaign)
    const data =
      examples.length === 0 ? undefined : citation(open.state as Incident, planOf(desk, open), examples)
    if (!data) continue
    giveAsPlan(desk, {
      id: `${recorded.command}/cite`,
      stream: { kind: 'incident', id: recorded.stream },
      type: 'CiteExample',
      data,
      madeAt: recorded.recordedAt,
    })
  }
}

async function tell(desk: Desk, news: readonly WorkEvent[]): Promise<void> {
  const toTell = news.flatMap((event): ToTell[] => {
    const open = desk.work.find(event.kind, event.recorded.stream)
    const plan = open && planOf(desk, open)
    if (!open || !plan) return []
    const notices = streams[event.kind].notices(event.recorded, open.state, plan)
    return notices.length === 0 ? [] : [{ event, open, plan, notices }]
  })
  if (toTell.length === 0) return
  const seatsAt = await seatsFor(desk, toTell)
  const commands: Command[] = []
  for (const { event, open, plan, notices } of toTell) {
    const seats = unitsToldIn(open.place, notices).flatMap(
      (unit) => seatsAt.get(`${open.campaign} ${unit}`) ?? [],
    )
    const room = (open.state as Partial<Incident>).room
    const telling = {
      thing: { kind: event.kind, stream: open.id },
      place: open.place,
      room,
      notices,
      plan,
      cause: event.recorded.command,
      madeAt: event.recorded.recordedAt,
    }
    commands.push(
      ...tellings(telling, seats).map((command) => ({
        ...command,
        id: `${command.id}/${event.recorded.version}`,
      })),
    )
  }
  // Of a thing that is new in this very transaction no notice can be stored yet.
  await bring(
    desk,
    commands.filter(({ data }) => {
      const { thing } = data as ToldOf
      return desk.work.find(thing.kind as StreamKind, thing.stream)?.storedVersion !== 0
    }),
  )
  for (const command of commands) {
    const { thing } = command.data as ToldOf
    const of = desk.work.find(thing.kind as StreamKind, thing.stream)
    const home = of && homeOf(command, { unit: of.place, campaign: of.campaign })
    if (!home) throw new Error(`a notice of an unknown ${thing.kind}`)
    desk.work.give(command, THE_PLAN, desk.house.builtIn, home)
  }
}

/** Who sits on the posts that are told, by campaign and unit; one statement for each campaign. */
async function seatsFor(
  desk: Desk,
  toTell: readonly ToTell[],
): Promise<ReadonlyMap<string, readonly Seat[]>> {
  const seatsAt = new Map<string, Seat[]>()
  for (const campaign of new Set(toTell.map(({ open }) => open.campaign))) {
    const here = toTell.filter(({ open }) => open.campaign === campaign)
    const units = [...new Set(here.flatMap(({ open, notices }) => unitsToldIn(open.place, notices)))]
    const kinds = [...new Set(here.flatMap(({ notices }) => notices.map((notice) => notice.post)))]
    for (const seat of await roster(desk.tx, campaign, units, kinds, desk.work.nowIn(campaign))) {
      const key = `${campaign} ${seat.unit}`
      const there = seatsAt.get(key)
      if (there) there.push(seat)
      else seatsAt.set(key, [seat])
    }
  }
  return seatsAt
}

/** The plan's reactions to the news, each to its stream: those that nobody looked at yet are loaded together. */
async function react(desk: Desk, news: readonly WorkEvent[]): Promise<void> {
  const commands = news.flatMap((event): Command[] => {
    const open = desk.work.find(event.kind, event.recorded.stream)
    if (!open) return []
    const { recorded } = event
    return streams[event.kind].reactions(recorded, open.state, planOf(desk, open)).map((reaction, nth) => ({
      id: `${recorded.command}/react/${recorded.version}/${nth}`,
      stream: { kind: reaction.kind as StreamKind, id: reaction.stream },
      type: reaction.type,
      data: reaction.data,
      madeAt: recorded.recordedAt,
    }))
  })
  if (commands.length === 0) return
  await bring(desk, commands)
  for (const command of commands) giveAsPlan(desk, command)
}
