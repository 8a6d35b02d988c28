// How words with holes become a sentence in one language. The words themselves lie beside this file, one area each.
// Not here: which language is chosen (web/talk/words.tsx, the server's Accept-Language), and words of plans.

import { inLang, type Lang, type Text } from '../basics/text.ts'

/** Words of one area by key. */
export type Words = Readonly<Record<string, Text>>
export type WordValues = Readonly<Record<string, string | number>>

/** The sentence of `text` in `lang`, each `{name}` replaced by its value; a hole without a value stays readable. */
export function fill(text: Text, lang: Lang, values: WordValues = {}): string {
  return inLang(text, lang).replace(/\{([A-Za-z0-9.-]+)\}/g, (hole, name: string) => {
    const value = values[name]
    return value === undefined ? hole : String(value)
  })
}

/** The sentence for `key` in `lang`. Keys are checked by the compiler. */
export function say<Area extends Words>(
  words: Area,
  key: keyof Area & string,
  lang: Lang,
  values: WordValues = {},
): string {
  return fill(getText(words, key), lang, values)
}

/** The sentence in both languages, a line each: for a terminal, where nobody has chosen one. */
export function sayBoth<Area extends Words>(
  words: Area,
  key: keyof Area & string,
  values: WordValues = {},
): string {
  return `${say(words, key, 'zh-CN', values)}\n${say(words, key, 'en', values)}`
}

function getText(words: Words, key: string): Text {
  const text = words[key]
  if (!text) throw new RangeError(`no words for ${key}`)
  return text
}
