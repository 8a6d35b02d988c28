// SHA-256 of bytes, also on a page without a secure context, where the browser gives none: a school's server on a local
// address. The names of files in the ledger are made of it; nothing secret hangs on how fast this is.

/** Lower-case hex of the digest. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Missing where the page is not secure, whatever its type says.
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  return hexOf(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : digest(bytes))
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** First 32 bits of the fractional parts of the `power`-th roots of the first primes: the standard's constants. */
function constants(count: number, power: number): Uint32Array {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) {
    if (!found.some((prime) => n % prime === 0)) found.push(n)
  }
  return Uint32Array.from(found, (prime) => {
    const root = prime ** (1 / power)
    return Math.floor((root - Math.floor(root)) * 2 ** 32)
  })
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** FIPS 180-4, without anything of the browser's. */
export function digest(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, (bytes.length << 3) >>> 0)
  const round = constants(64, 3)
  const state = constants(8, 2)
  const words = new Uint32Array(64)
  for (let at = 0; at < length; at += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(at + i * 4)
    for (let i = 16; i < 64; i += 1) {
      const early = words[i - 15] ?? 0
      const late = words[i - 2] ?? 0
      const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
      const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
      words[i] = (words[i - 16] ?? 0) + s0 + (words[i - 7] ?? 0) + s1
    }
    compress(state, words, round)
  }
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((word, index) => {
    out.setUint32(index * 4, word)
  })
  return new Uint8Array(out.buffer)
}

function compress(state: Uint32Array, words: Uint32Array, round: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const choose = (e & f) ^ (~e & g)
    const one = (h + s1 + choose + (round[i] ?? 0) + (words[i] ?? 0)) >>> 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const most = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + one) >>> 0
    d = c
    c = b
    b = a
    a = (one + s0 + most) >>> 0
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
    state[index] = (state[index] ?? 0) + word
  }
}
