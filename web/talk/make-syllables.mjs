// Writes syllables.ts: the pinyin of the 6,763 characters of GB 2312 (the second plane is full of names) and of every
// character in the built-in plans, so that the phone finds 停电 by "td" without carrying a dictionary.
// Run by hand after plans got new characters: node web/talk/make-syllables.mjs

import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pinyin } from 'pinyin-pro'

/** More readings than these are rare enough to only disturb. */
const READINGS = 2

const decoder = new TextDecoder('gb2312')

function ofStandard() {
  const found = []
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let column = 0xa1; column <= 0xfe; column++) {
      const char = decoder.decode(new Uint8Array([row, column]))
      if (/^\p{Script=Han}$/u.test(char)) found.push(char)
    }
  }
  return found
}

function inPlans() {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  return globSync('plans/**/*.yaml', { cwd: root }).flatMap((file) =>
    Array.from(readFileSync(`${root}${file}`, 'utf8').matchAll(/\p{Script=Han}/gu), ([char]) => char),
  )
}

const bySyllable = new Map()
for (const char of new Set([...ofStandard(), ...inPlans()])) {
  const readings = pinyin(char, { toneType: 'none', type: 'array', multiple: true, v: true })
  for (const syllable of new Set(readings.slice(0, READINGS))) {
    if (!/^[a-z]+$/.test(syllable)) continue
    bySyllable.set(syllable, `${bySyllable.get(syllable) ?? ''}${char}`)
  }
}

const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, chars]) => `${key} ${chars}`)
writeFileSync(
  new URL('./syllables.ts', import.meta.url),
  `// Made by make-syllables.mjs, not by hand: syllable and the characters read so, one syllable to a line.
// What is found with it: pinyin.ts.

export const SYLLABLES = \`
${lines.join('\n')}
\`
`,
)
console.log(`${lines.length} syllables, ${lines.join('').length} characters`)
