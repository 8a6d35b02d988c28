// The same report sent five times over connections that are cut at random moments, two hundred times: none lost, none
// doubled (M8 in small; the bench counts a thousand).

import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SentCommand } from '#core/wire/command.ts'
import type { IncidentList } from '#core/wire/view.ts'
import { rollDice } from './dice.fixture.ts'
import { embeddedOwnerUrl, openLedger } from './ledger.fixture.ts'
import { privateFolder, removeFolder, type ServerProcess, startServer } from './server-process.fixture.ts'
import { type Answer, acceptedOf, type Visitor, visit } from './visitor.fixture.ts'

const REPORTS = 200
const SENT_EACH = 5
const ABREAST = 10
/** A whole report takes about this long; cuts fall anywhere in it, ms. */
const LATEST_CUT = 40

describe('the same report over connections that are cut', () => {
  let folder: string
  const dice = rollDice()
  let server: ServerProcess
  let visitor: Visitor

  beforeAll(async () => {
    folder = privateFolder()
    server = await startServer({ cwd: folder, env: { HUCE_DATA: join(folder, 'data') } })
    visitor = await visit(server.url, 'chief-invigilator')
    console.log(`HUCE_STORY_SEED=${dice.seed}`)
  })
  afterAll(() => removeFolder(folder))

  test('E3, M8: sent five times each, none is lost and none is doubled', async () => {
    const reports = Array.from({ length: REPORTS }, () => visitor.report())
    const waiting = [...reports]
    const answers = new Map<string, Answer>()
    let cut = 0
    const hands = Array.from({ length: ABREAST }, async () => {
      for (let report = waiting.pop(); report; report = waiting.pop()) {
        // One of the five goes through, and which one is chance: before it, after it and beside it connections break.
        const whole = Math.floor(dice.roll(SENT_EACH))
        const tries = Array.from({ length: SENT_EACH }, (_, nth) => nth)
        const command = report
        await Promise.all(
          tries.map(async (nth) => {
            await pause(dice.roll(nth * 6))
            if (nth === whole) answers.set(command.id, await visitor.send(command))
            else cut += await sendCut(command)
          }),
        )
      }
    })
    await Promise.all(hands)

    const ledger = openLedger(embeddedOwnerUrl(join(folder, 'data')))
    const stored = (await ledger.eventsOf('Reported')).map(({ stream }) => stream)
    const broken = await ledger.brokenLinks()
    await ledger.close()
    const lost = reports.filter(({ stream }) => !stored.includes(stream.id))
    const doubled = stored.length - new Set(stored).size
    console.log(
      `${REPORTS} reports sent ${SENT_EACH} times each, ${cut} connections cut: ${lost.length} lost, ${doubled} doubled`,
    )
    expect(lost).toEqual([])
    expect(doubled).toBe(0)
    expect(stored).toHaveLength(REPORTS)
    expect(broken).toEqual([])

    const numbers = [...answers.values()].map((answer) => acceptedOf(answer)[0]?.number)
    expect(new Set(numbers).size).toBe(REPORTS)
    const { rows } = await visitor.load<IncidentList>('/api/incidents?state=all')
    expect(new Set(rows.map(({ number }) => number))).toEqual(new Set(numbers))
    for (const report of reports.slice(0, 20)) {
      expect(await visitor.send(report)).toEqual(answers.get(report.id))
    }
  }, 60_000)

  /** Sends the report on a socket of its own and destroys it at a random moment; 1 when it was cut before an answer. */
  async function sendCut(command: SentCommand): Promise<number> {
    const body = JSON.stringify({ commands: [command] })
    const head = [
      'POST /api/commands HTTP/1.1',
      `host: 127.0.0.1:${server.port}`,
      `cookie: ${visitor.cookie}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
    ].join('\r\n')
    const bytes = Buffer.from(`${head}\r\n\r\n${body}`)
    const socket = connect(server.port, '127.0.0.1')
    let answered = false
    socket.on('data', () => {
      answered = true
    })
    await opened(socket)
    // A third breaks in the middle of the request, the others some time after its last byte.
    const upTo = dice.roll(3) < 1 ? Math.floor(dice.roll(bytes.length)) : bytes.length
    socket.write(bytes.subarray(0, upTo))
    await pause(dice.roll(LATEST_CUT))
    socket.destroy()
    return answered ? 0 : 1
  }
})

function opened(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
}
