// kill -9 of server and database at random moments while reports come in, again and again on the same folder: what was
// accepted is there once, what was not answered can be sent again, deadlines fire, and the chain holds (E2, E4).

import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SentCommand } from '#core/wire/command.ts'
import { rollDice } from './dice.fixture.ts'
import { embeddedOwnerUrl, openLedger } from './ledger.fixture.ts'
import {
  freePort,
  privateFolder,
  removeFolder,
  type ServerProcess,
  startServer,
} from './server-process.fixture.ts'
import { until } from './until.fixture.ts'
import { type Answer, acceptedOf, type Visitor, visit } from './visitor.fixture.ts'

const ROUNDS = 10
const ABREAST = 4
/** Longest wait between the first accepted report of a round and the kill, ms. */
const LATEST = 120
/** The county's ten minutes to confirm receipt, and the plan's grace. */
const PAST_THE_LIMIT = 16 * 60_000

interface Sent {
  readonly command: SentCommand
  /** Absent when the server died before it accepted it. */
  readonly answer?: Answer
}

describe('kill -9 of server and database right after a report was accepted', () => {
  const dice = rollDice()
  const sent: Sent[] = []
  const restarts: number[] = []
  let folder: string
  let dataFolder: string
  let port: number
  let server: ServerProcess
  let visitor: Visitor

  const start = () => startServer({ cwd: folder, env: { HUCE_DATA: dataFolder, HUCE_PORT: String(port) } })

  beforeAll(async () => {
    folder = privateFolder()
    dataFolder = join(folder, 'data')
    port = await freePort()
    server = await start()
    visitor = await visit(server.url, 'chief-invigilator')
    console.log(`HUCE_STORY_SEED=${dice.seed}`)
  })
  afterAll(() => removeFolder(folder))

  test('E2, E4: every report accepted is there once with its answer, its deadline fires once, the chain holds', async () => {
    for (let round = 1; round <= ROUNDS; round++) {
      const mine = await reportUntilKilled()
      sent.push(...mine)
      server = await start()
      restarts.push(server.startedIn)
      await sendAgain(mine)
      await deadlinesFire(mine)
    }
    const unanswered = sent.filter(({ answer }) => !answer).length
    console.log(
      `${ROUNDS} kills, ${sent.length} reports, ${unanswered} unanswered when killed; started again in ${Math.min(...restarts)}–${Math.max(...restarts)} ms`,
    )
    await server.stop()
  }, 170_000)

  /** Reports from several hands at once; kills at a random moment after the first was accepted. */
  async function reportUntilKilled(): Promise<Sent[]> {
    const mine: Sent[] = []
    let killed = false
    let accepted = () => {}
    const first = new Promise<void>((resolve) => {
      accepted = resolve
    })
    const hands = Array.from({ length: ABREAST }, async () => {
      while (!killed) {
        const command = visitor.report()
        const answer = await visitor.send(command).catch(() => undefined)
        // A server whose database died first says "not ready": as good as no answer.
        const isAccepted = answer?.status === 200
        mine.push({ command, ...(isAccepted ? { answer } : {}) })
        if (isAccepted) accepted()
      }
    })
    await first
    await pause(dice.roll(LATEST))
    const dying = server.kill()
    killed = true
    await dying
    await Promise.all(hands)
    return mine
  }

  /** The same ids once more: those that were answered get the same answer, the others get theirs now. */
  async function sendAgain(mine: readonly Sent[]): Promise<void> {
    for (const { command, answer } of mine) {
      const again = await visitor.send(command)
      if (answer) expect(again).toEqual(answer)
      else acceptedOf(again)
    }
  }

  async function deadlinesFire(mine: readonly Sent[]): Promise<void> {
    const ledger = openLedger(embeddedOwnerUrl(dataFolder))
    try {
      await ledger.moveClock(visitor.me.campaign.id, PAST_THE_LIMIT)
      await until('no deadline is left due', async () => (await ledger.dueNow()) === 0)
      const ids = new Set(mine.map(({ command }) => command.stream.id))
      const reported = (await ledger.eventsOf('Reported')).filter(({ stream }) => ids.has(stream))
      expect(reported).toHaveLength(mine.length)
      const passed = (await ledger.eventsOf('LimitPassed')).map(
        ({ stream, data }) => `${stream} ${data.limit} ${data.of ?? ''} ${data.rung}`,
      )
      expect(new Set(passed).size).toBe(passed.length)
      for (const id of ids)
        expect(passed.filter((name) => name.startsWith(`${id} acknowledge `))).not.toEqual([])
      expect(await ledger.brokenLinks()).toEqual([])
    } finally {
      await ledger.close()
    }
  }
})
