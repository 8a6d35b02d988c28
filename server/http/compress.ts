// Large JSON answers are packed for those who can unpack them: a kit on a school's network is a tenth then. Files are packed
// by the build; streams never are.

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { App } from './door.ts'

/** Below this packing costs more than it saves. */
const SMALLEST = 1_500

const packers = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: string) => promisify(gzip)(text, { level: 6 }),
}

export function packAnswers(app: App): void {
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const type = String(reply.getHeader('content-type') ?? '')
    if (typeof payload !== 'string' || payload.length < SMALLEST || !type.includes('json')) return payload
    if (reply.hasHeader('content-encoding')) return payload
    reply.header('vary', 'accept-encoding, accept-language')
    const way = chooseWay(request.headers['accept-encoding'])
    if (way === undefined) return payload
    const packed = await packers[way](payload)
    reply.header('content-encoding', way).header('content-length', packed.length)
    return packed
  })
}

function chooseWay(accepted: string | string[] | undefined): keyof typeof packers | undefined {
  const ways = String(accepted ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0+)?$/.test(part))
    .map((part) => part.split(';')[0])
  if (ways.includes('br')) return 'br'
  return ways.includes('gzip') ? 'gzip' : undefined
}
