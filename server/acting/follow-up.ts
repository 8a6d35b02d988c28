// What follows from new events in the same transaction: a running number, notices to posts, reactions of the plan, and theirs
// in turn, until nothing new happens. Which notices and reactions is core's business.

import { THE_PLAN } from '#core/basics/stream.ts'
import type { Incident } from '#core/incident/state.ts'
import { streams } from '#core/streams.ts'
import { allotNumber, load, roster } from '../store/load.ts'
import { type Desk, giveAsPlan, planOf, refsOf } from './desk.ts'
import { tellings, unitsAbove } from './tell.ts'
import type { Command, Open, WorkEvent } from './work.ts'

/** Numbers, notices and reactions of the new events, and of theirs, until nothing new happens. */
export async function followUp(desk: Desk): Promise<void> {
  while (desk.followed < desk.work.events.length) {
    const news = desk.work.events.slice(desk.followed)
    desk.followed = desk.work.events.length
    for (const event of news) await number(desk, event)
    await tell(desk, news)
    for (const event of news) react(desk, event)
  }
}

async function number(desk: Desk, event: WorkEvent): Promise<void> {
  if (event.kind !== 'incident' || event.recorded.type !== 'Reported') return
  const year = new Date(event.recorded.recordedAt).getUTCFullYear()
  const { last, letters } = await allotNumber(desk.tx, event.place, year)
  giveAsPlan(desk, {
    id: `${event.recorded.command}/number`,
    stream: { kind: 'incident', id: event.recorded.stream },
    type: 'Number',
    data: { number: `${letters ?? event.place}-${String(last).padStart(3, '0')}` },
    madeAt: event.recorded.recordedAt,
  })
}

async function tell(desk: Desk, news: readonly WorkEvent[]): Promise<void> {
  const toTell = news.flatMap((event) => {
    const open = desk.work.find(event.kind, event.recorded.stream)
    const plan = open && planOf(desk, open)
    if (!open || !plan) return []
    const notices = streams[event.kind].notices(event.recorded, open.state, plan)
    return notices.length === 0 ? [] : [{ event, open, plan, notices }]
  })
  if (toTell.length === 0) return
  const commands: Command[] = []
  for (const { event, open, plan, notices } of toTell) {
    const seats = await roster(desk.tx, open.campaign, unitsAbove(open.place), desk.work.nowIn(open.campaign))
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
    if (!of) throw new Error(`a notice of an unknown ${thing.kind}`)
    desk.work.give(command, THE_PLAN, desk.house.builtIn, { place: of.place, campaign: of.campaign })
  }
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
