// One keep-alive HTTP/1.1 connection that sends a request and waits for the answer: a client that costs next to nothing,
// so that what is measured is the server.

import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly head: string
  readonly body: string
}

export interface Line {
  /** One request at a time. */
  ask(method: string, path: string, body?: string, cookie?: string): Promise<Answer>
  close(): void
}

export async function openLine(host: string, port: number): Promise<Line> {
  const socket: Socket = connect(port, host)
  socket.setNoDelay(true)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  let heard = Buffer.alloc(0)
  let answered: ((answer: Answer) => void) | undefined
  let failed: ((error: Error) => void) | undefined
  const lost = (error?: Error) => failed?.(error ?? new Error('the server closed the connection'))
  socket.on('error', lost)
  socket.on('close', () => lost())
  socket.on('data', (chunk) => {
    heard = heard.length === 0 ? chunk : Buffer.concat([heard, chunk])
    const end = heard.indexOf('\r\n\r\n')
    if (end === -1) return
    const head = heard.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (heard.length < end + 4 + length) return
    const body = heard.toString('utf8', end + 4, end + 4 + length)
    heard = heard.subarray(end + 4 + length)
    answered?.({ status: Number(head.slice(9, 12)), head, body })
  })
  return {
    ask: (method, path, body = '', cookie = '') =>
      new Promise((resolve, reject) => {
        answered = resolve
        failed = reject
        socket.write(
          `${method} ${path} HTTP/1.1\r\nhost: ${host}:${port}\r\ncontent-type: application/json\r\n${
            cookie === '' ? '' : `cookie: ${cookie}\r\n`
          }content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        )
      }),
    close() {
      failed = undefined
      socket.destroy()
    },
  }
}
