// What follows from new events in the same transaction: a running number, notices to posts, reactions of the plan, and theirs
// in turn, until nothing new happens. Which notices and reactions is core's business.

import { type Notice, THE_PLAN } from '#core/basics/stream.ts'
import { findAncestor, lineOf } from '#core/basics/tier.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { streams } from '#core/streams.ts'
import { allotNumbers, load, roster } from '../store/load.ts'
import { type Desk, giveAsPlan, planOf, refsOf } from './desk.ts'
import { type Seat, tellings } from './tell.ts'
import { homeOf } from './thing.ts'
import type { Command, Open, WorkEvent } from './work.ts'

/** Notices of one event. */
interface ToTell {
  readonly event: WorkEvent
  readonly open: Open
  readonly plan: EffectivePlan
  readonly notices: readonly Notice[]
}

/** Numbers, notices and reactions of the new events, and of theirs, until nothing new happens. */
export async function followUp(desk: Desk): Promise<void> {
  while (desk.followed < desk.work.events.length) {
    const news = desk.work.events.slice(desk.followed)
    desk.followed = desk.work.events.length
    await number(desk, news)
    await tell(desk, news)
    for (const event of news) react(desk, event)
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
    const seats = lineOf(open.place).flatMap((unit) => seatsAt.get(`${open.campaign} ${unit}`) ?? [])
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
  // A notice of an incident that is new in this very transaction cannot be stored yet.
  const old = commands.filter((command) => {
    const thing = (command.data as { thing: { kind: string; stream: string } }).thing
    return (
      !desk.work.knows('notice', command.stream.id) &&
      desk.work.find(thing.kind as Open['kind'], thing.stream)?.storedVersion !== 0
    )
  })
  if (old.length > 0)
    desk.work.take(
      await load(desk.tx, desk.house.sealer, {
        commands: [],
        streams: refsOf(old),
        campaigns: [],
        persons: [],
      }),
    )
  for (const command of commands) {
    const { thing } = command.data as { thing: { kind: string; stream: string } }
    const of = desk.work.find(thing.kind as Open['kind'], thing.stream)
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
    const units = [...new Set(here.flatMap(({ open }) => lineOf(open.place)))]
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

function react(desk: Desk, event: WorkEvent): void {
  const open = desk.work.find(event.kind, event.recorded.stream)
  const plan = open && planOf(desk, open)
  if (!open || !plan) return
  streams[event.kind].reactions(event.recorded, open.state, plan).forEach((reaction, nth) => {
    giveAsPlan(desk, {
      id: `${event.recorded.command}/react/${event.recorded.version}/${nth}`,
      stream: { kind: reaction.kind as Open['kind'], id: reaction.stream },
      type: reaction.type,
      data: reaction.data,
      madeAt: event.recorded.recordedAt,
    })
  })
}
