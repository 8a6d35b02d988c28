// The words of a PDF: names, strings, numbers, brackets, as a reader cuts them. Enough to see what a dictionary says,
// however it is spelt; what is allowed in it is pdf.ts.

export type Token =
  | { readonly is: 'name' | 'word'; readonly text: string }
  | { readonly is: 'open' | 'close' | 'string' | 'end' }

const SPACE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const DELIMITER = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)))
const [SLASH, PERCENT, BACKSLASH] = [0x2f, 0x25, 0x5c]
const [ROUND, ROUND_END, LESS, MORE, SQUARE, CURLY] = [0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x7b]
const LINE_ENDS = new Set([0x0a, 0x0d])

/** Cuts `bytes` from `at` on; each call gives the next word. `at` is where the next one begins. */
export class PdfTokens {
  at: number
  readonly #bytes: Buffer

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  next(): Token {
    this.#skipSpace()
    const letter = this.#bytes[this.at]
    if (letter === undefined) return { is: 'end' }
    if (letter === SLASH) return { is: 'name', text: this.#name() }
    if (letter === ROUND) return this.#string()
    if (letter === LESS && this.#bytes[this.at + 1] !== LESS) return this.#hexString()
    if (DELIMITER.has(letter)) return this.#bracket(letter)
    return { is: 'word', text: this.#plain() }
  }

  /** Does a list come next? Looks without moving on. */
  opensList(): boolean {
    const here = this.at
    this.#skipSpace()
    const letter = this.#bytes[this.at]
    this.at = here
    return letter === SQUARE
  }

  #skipSpace(): void {
    for (;;) {
      const letter = this.#bytes[this.at]
      if (letter === undefined) return
      if (letter === PERCENT) {
        while (this.at < this.#bytes.length && !LINE_ENDS.has(this.#bytes[this.at] ?? 0)) this.at += 1
      } else if (!SPACE.has(letter)) return
      else this.at += 1
    }
  }

  /** `#61` in a name stands for `a`: the usual way of hiding one. */
  #name(): string {
    this.at += 1
    return this.#plain().replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  }

  #plain(): string {
    const from = this.at
    for (; this.at < this.#bytes.length; this.at++) {
      const letter = this.#bytes[this.at] ?? 0
      if (SPACE.has(letter) || DELIMITER.has(letter)) break
    }
    return this.#bytes.toString('latin1', from, this.at)
  }

  #string(): Token {
    let depth = 0
    for (; this.at < this.#bytes.length; this.at++) {
      const letter = this.#bytes[this.at]
      if (letter === BACKSLASH) this.at += 1
      else if (letter === ROUND) depth += 1
      else if (letter === ROUND_END) depth -= 1
      if (depth === 0) break
    }
    this.at += 1
    return { is: 'string' }
  }

  #hexString(): Token {
    const end = this.#bytes.indexOf(MORE, this.at)
    this.at = end === -1 ? this.#bytes.length : end + 1
    return { is: 'string' }
  }

  #bracket(letter: number): Token {
    const twice = (letter === LESS || letter === MORE) && this.#bytes[this.at + 1] === letter
    this.at += twice ? 2 : 1
    return { is: letter === LESS || letter === SQUARE || letter === CURLY ? 'open' : 'close' }
  }
}
