// Tales of the whole procedure over HTTP: a fresh house whose clock stands still until the tale says what time it is, real
// sessions for every post, and what happened as short lines: "09:12 county-office holder reported". Test-only.
// On the way from one time to the next every limit passes at its own minute, as the worker would have it.

import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { findAncestor, type UnitPath } from '#core/basics/tier.ts'
import type { GivenTask } from '#core/incident/commands.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { StatedFacts } from '#core/plan/facts.ts'
import type { StreamKind } from '#core/streams.ts'
import type { CommandAnswer, CommandsAnswer } from '#core/wire/command.ts'
import type { Problem } from '#core/wire/problem.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { CAMPAIGN, COUNTY, SCHOOL } from '#server/house.fixture.ts'
import { openTestHttp, type TestHttp } from '#server/http/http.fixture.ts'

export { CAMPAIGN, COUNTY, NATION, NEXT_SCHOOL, PROVINCE, SCHOOL } from '#server/house.fixture.ts'

/** A stream, or the id of an incident. */
export type Thing = string | { readonly kind: StreamKind; readonly id: string }

export interface TaleOptions {
  /** In force everywhere; the built-in one by default. */
  readonly plan?: EffectivePlan
  /** How many schools the county has, at least two. Their paths: `schoolNo`. */
  readonly schools?: number
}

export interface Tale {
  readonly http: TestHttp
  readonly plan: EffectivePlan
  /** Makes it `clock` ("09:12", of the next day "+1 09:12"); limits that end on the way pass at their own minute. Never back. */
  at(clock: string): Promise<void>
  /** Makes it 08:00 some days later, for another tale in the same house: what is left undone here has climbed by then. */
  nextDay(): Promise<void>
  /** Every step that the plan has for `scenario`, each by a holder of its post in the first school's line. */
  doSteps(incident: string, scenario: string): Promise<void>
  /** Campaign time of `clock`. */
  instant(clock: string): number
  /** Whoever holds the post, or stands in for him; the school is the first one when no unit is said. */
  as(postKind: string, unit?: UnitPath, who?: 'holder' | 'substitute'): Person
  /**
   * Everybody who was told of `thing`, in order: "09:12 county-office holder reported", then the limit's id, `urgent` and
   * `nobody` where they apply. Of today only; with `since`, only from that time on.
   */
  told(thing: Thing, since?: string): Promise<readonly string[]>
  /** As `told`, with the last part of the unit before the post: "09:12 99070101/principal holder order". */
  toldWhere(thing: Thing, since?: string): Promise<readonly string[]>
  close(): Promise<void>
}

export interface Person {
  readonly id: string
  readonly post: string
  readonly unit: UnitPath
  /** Reports `scenario` at his unit, discovered now unless `more` says otherwise. Answers with the incident's id. */
  report(scenario: string, stated?: StatedFacts, more?: Record<string, unknown>): Promise<string>
  /** Gives a command, made now unless said otherwise. @throws when it was refused */
  give(thing: Thing, type: string, data?: object, more?: { madeAt?: number }): Promise<CommandAnswer>
  /** Gives a command that must be refused, and answers why. @throws when it was accepted */
  mayNot(thing: Thing, type: string, data?: object): Promise<Problem>
  /** Asks the tier above, or `tier`; answers with the question's id. */
  ask(incident: string, question: string, more?: { proposal?: string; tier?: string }): Promise<string>
  /** Answers `ask`, or instructs unasked; answers with the answer's id. */
  answer(
    incident: string,
    instruction: string,
    more?: { ask?: string; tasks?: readonly GivenTask[] },
  ): Promise<string>
  see(incident: string): Promise<IncidentView>
  /** Is the incident there for him at all? */
  sees(incident: string): Promise<boolean>
  get<Answer>(url: string): Promise<Answer>
  /** What he himself was told of `thing`: "09:12 reported". */
  told(thing: Thing): Promise<readonly string[]>
}

const DAY = 24 * 3_600_000
/** The campaign's zone is eight hours ahead. */
const ZONE = 8 * 3_600_000
/** 2026-05-21 00:00 in the campaign's zone, a Thursday. */
const FIRST_DAY = Date.parse('2026-05-20T16:00:00Z')
/** More than any window of the plan. */
const DAYS_BETWEEN = 2
/** The day of the tale that is being told: times are said as on it. A file tells one at a time. */
let midnight = FIRST_DAY

/** Path of the county's nth school, from 1. */
export function schoolNo(nth: number): UnitPath {
  return `${COUNTY}/990701${String(nth).padStart(2, '0')}`
}

/** Midnight before `at`. */
function midnightOf(at: number): number {
  return Math.floor((at + ZONE) / DAY) * DAY - ZONE
}

/** "09:12" on the day of the tale, "+1 09:12" a day later. */
function clockOf(at: number): string {
  const days = Math.floor((at - midnight) / DAY)
  const clock = new Date(at + ZONE).toISOString().slice(11, 16)
  return days === 0 ? clock : `${days > 0 ? '+' : ''}${days} ${clock}`
}

function instantOf(clock: string): number {
  const [, days = '0', hours, minutes] = /^(?:\+(\d+) )?(\d\d):(\d\d)$/.exec(clock) ?? []
  if (hours === undefined) throw new Error(`not a time: ${clock}`)
  return midnight + Number(days) * DAY + (Number(hours) * 60 + Number(minutes)) * 60_000
}

/** Opens a house in which it is 08:00 and nothing has happened. */
export async function openTale({ plan, schools = 2 }: TaleOptions = {}): Promise<Tale> {
  const further = Array.from({ length: schools - 2 }, (_, nth) => schoolNo(nth + 3))
  const http = await openTestHttp({}, { ...(plan === undefined ? {} : { plan }), schools: further })
  const { test } = http
  midnight = FIRST_DAY
  let now = instantOf('08:00')

  const setClock = async (at: number): Promise<void> => {
    now = at
    await test.owner(
      'update campaign_clock set anchor = instant($2), offset_ms = 0, rate = 0 where campaign = $1',
      [CAMPAIGN, at],
    )
  }
  const nextDue = async (until: number): Promise<number | undefined> => {
    const [row] = await test.owner<{ due: number | null }>(
      'select millis(min(due_at)) as due from deadline where campaign = $1 and due_at <= instant($2)',
      [CAMPAIGN, until],
    )
    return row?.due ?? undefined
  }
  const passLimits = async (until: number): Promise<void> => {
    for (let due = await nextDue(until); due !== undefined; due = await nextDue(until)) {
      await setClock(Math.max(now, due))
      if ((await test.house.act.actDue(50)) === 0) throw new Error('a limit is due that nobody can claim')
    }
  }
  const tellings = async (thing: Thing): Promise<readonly Telling[]> => {
    const rows = await test.owner<{ data: Omit<Telling, 'at'>; at: number }>(
      `select data, millis(recorded_at) as at from ledger
       where kind = 'notice' and type = 'Told' and data->'thing'->>'stream' = $1 order by position`,
      [typeof thing === 'string' ? thing : thing.id],
    )
    return rows.map(({ data, at }) => ({ ...data, at }))
  }
  const cookies = new Map<string, Promise<string>>()

  await setClock(now)
  const tale: Tale = {
    http,
    plan: test.plan,
    async at(clock) {
      const until = instantOf(clock)
      if (until < now) throw new Error(`it is ${clockOf(now)} already`)
      await passLimits(until)
      await setClock(until)
    },
    async nextDay() {
      midnight = midnightOf(now) + DAYS_BETWEEN * DAY
      await setClock(instantOf('08:00'))
      await passLimits(now)
    },
    async doSteps(incident, scenario) {
      for (const { id: step, post } of test.plan.situations[scenario]?.steps ?? []) {
        const tier = test.plan.posts[post]?.tier ?? 'school'
        await tale.as(post, findAncestor(SCHOOL, tier)).give(incident, 'DoStep', { step })
      }
    },
    instant: instantOf,
    as(postKind, unit = SCHOOL, who = 'holder') {
      const actor = test.actor(postKind, unit, who)
      const cookie = (): Promise<string> => {
        const known = cookies.get(actor.person) ?? http.signIn(postKind, unit, who)
        cookies.set(actor.person, known)
        return known
      }
      const send = async (
        thing: Thing,
        type: string,
        data: object,
        madeAt: number,
      ): Promise<LightMyRequestResponse> => {
        const stream = typeof thing === 'string' ? { kind: 'incident', id: thing } : thing
        const command = { id: randomUUID(), post: actor.post, stream, type, data, madeAt }
        return http.ask('POST', '/api/commands', {
          cookie: await cookie(),
          body: { commands: [command] },
        })
      }
      const get = async (url: string) => http.ask('GET', url, { cookie: await cookie() })

      const person: Person = {
        id: actor.person,
        post: postKind,
        unit,
        async report(scenario, stated = {}, more = {}) {
          const id = `99-${randomUUID()}`
          const pinned = { campaign: CAMPAIGN, plan: test.plan.hash }
          await person.give(id, 'Report', { unit, ...pinned, scenario, stated, discoveredAt: now, ...more })
          return id
        },
        async give(thing, type, data = {}, { madeAt = now } = {}) {
          const answer = await send(thing, type, data, madeAt)
          if (answer.statusCode !== 200) {
            throw new Error(`${clockOf(now)} ${postKind} ${type} was refused: ${answer.body}`)
          }
          const [given] = answer.json<CommandsAnswer>().answers
          if (!given) throw new Error(`${type} got no answer`)
          return given
        },
        async mayNot(thing, type, data = {}) {
          const answer = await send(thing, type, data, now)
          if (answer.statusCode === 200) throw new Error(`${clockOf(now)} ${postKind} ${type} was accepted`)
          return answer.json<Problem>()
        },
        async ask(incident, question, more = {}) {
          const ask = randomUUID()
          await person.give(incident, 'Ask', { ask, question, ...more })
          return ask
        },
        async answer(incident, instruction, more = {}) {
          const answer = randomUUID()
          await person.give(incident, 'Answer', { answer, instruction, ...more })
          return answer
        },
        see: (incident) => person.get<IncidentView>(`/api/incidents/${incident}`),
        sees: async (incident) => (await get(`/api/incidents/${incident}`)).statusCode === 200,
        async get(url) {
          const answer = await get(url)
          if (answer.statusCode !== 200) throw new Error(`${postKind} got ${answer.statusCode} from ${url}`)
          return answer.json()
        },
        told: async (thing) =>
          (await tellings(thing))
            .filter((one) => one.persons.includes(actor.person))
            .map((one) => `${clockOf(one.at)} ${whatWasTold(one)}`),
      }
      return person
    },
    told: async (thing, since = '00:00') =>
      (await tellings(thing))
        .filter((one) => one.at >= instantOf(since))
        .map((one) => `${clockOf(one.at)} ${one.postKind} ${one.who} ${whatWasTold(one)}`),
    toldWhere: async (thing, since = '00:00') =>
      (await tellings(thing))
        .filter((one) => one.at >= instantOf(since))
        .map((one) => {
          const unit = one.unit.split('/').at(-1)
          return `${clockOf(one.at)} ${unit}/${one.postKind} ${one.who} ${whatWasTold(one)}`
        }),
    close: () => http.close(),
  }
  return tale
}

/** As the ledger has it, with the minute. */
interface Telling {
  readonly at: number
  readonly postKind: string
  readonly unit: UnitPath
  readonly who: string
  readonly what: string
  readonly limit?: string
  readonly urgent: boolean
  readonly persons: readonly string[]
}

function whatWasTold({ what, limit, urgent, persons }: Telling): string {
  return [what, limit, urgent && 'urgent', persons.length === 0 && 'nobody'].filter(Boolean).join(' ')
}

/** Whom it waits for: "answer province-office 09:32". */
export function waiting({ awaits }: IncidentView): readonly string[] {
  return awaits.map(({ kind, post, dueAt }) =>
    [kind, post, dueAt === undefined ? '' : clockOf(dueAt)].join(' ').trim(),
  )
}

/** What is owed before it may be closed: "record school situation-record". */
export function owing({ owed }: IncidentView): readonly string[] {
  return owed.map((one) => {
    switch (one.kind) {
      case 'record':
        return `record ${one.tier} ${one.form}`
      case 'step':
        return `step ${one.tier} ${one.step}`
      case 'ask':
        return `ask ${one.tier} ${one.of}`
      default:
        return `${one.kind} ${one.tier}`
    }
  })
}

/** Its clocks: "acknowledge 09:00–09:10 kept 09:04", `missed`, or `runs`. */
export function clocks({ limits }: IncidentView): readonly string[] {
  return limits.map(({ limit, startedAt, dueAt, stoppedAt, kept }) => {
    const state = kept === undefined ? 'runs' : kept ? 'kept' : 'missed'
    const stopped = stoppedAt === undefined ? '' : ` ${clockOf(stoppedAt)}`
    return `${limit} ${clockOf(startedAt)}–${clockOf(dueAt)} ${state}${stopped}`
  })
}

/** The timeline: "09:12 county-office Acknowledged"; what the plan did has no post. */
export function timeline({ incident }: IncidentView): readonly string[] {
  return incident.entries.map(({ recordedAt, by, kind }) =>
    [clockOf(recordedAt), by.postKind, kind].filter(Boolean).join(' '),
  )
}
