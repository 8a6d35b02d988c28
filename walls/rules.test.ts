// The numbers that titles and comments name (A4, B11, M7 …) mean something to a reader: each stands in docs/rules.md,
// and what that page names exists. What the numbers demand is the business of the tests that name them.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rooms } from './walls.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = (file: string) => readFileSync(join(root, file), 'utf8')

const RULE = /(?<![\w.+#/-])([A-G]|M)([1-9]\d?)(?![\w-])/g
/** A comment of TypeScript, CSS, SQL or YAML that fills a line or ends one. */
const COMMENT = /(?:^|\s)(?:\/\/|\/\*+|\*|--|#)\s(.*)$/gm
/** A string that begins with rules and a colon, as titles of tests do: `'E3, M8: …'`. */
const TITLE = /['"`]((?:(?:[A-G]|M)\d{1,2}(?:[,–] ?)?)+):/g

/** Rules that comments and titles of this text name; `B1–B3` names its ends. */
function rulesIn(source: string): string[] {
  const said = [...source.matchAll(COMMENT), ...source.matchAll(TITLE)].map(([, words = '']) => words)
  return [...said.join('\n').matchAll(RULE)].map(([rule]) => rule)
}

function sources(): string[] {
  return ['core', 'plans', 'server', 'web', 'cli', 'stories', 'bench', 'walls', 'docs/decisions']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((file) => /\.(tsx?|ya?ml|sql|css)$/.test(file) && !file.startsWith('web/dist/'))
}

/** First cells of the tables of a page. */
function firstCells(page: string): string[] {
  return [...text(page).matchAll(/^\| ([^|]+) \|/gm)].map(([, cell = '']) => cell.trim())
}

const listed = firstCells('docs/rules.md').filter((cell) => /^[A-GM]\d+$/.test(cell))

describe('the numbers of the rules', () => {
  test('corridor: every rule that a title or comment names stands in docs/rules.md', () => {
    const unknown = sources().flatMap((file) =>
      rulesIn(text(file))
        .filter((rule) => !listed.includes(rule))
        .map((rule) => `${file} names ${rule}`),
    )
    expect(unknown).toEqual([])
  })

  test('corridor: the page lists each rule of the two plans and each measure once, in order', () => {
    const counts = { A: 7, B: 16, C: 4, D: 6, E: 7, F: 4, G: 3, M: 12 }
    const all = Object.entries(counts).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
    )
    expect(listed).toEqual(all)
  })

  test.each([
    [`// Climbs by itself (E4, B1–B3).`, ['E4', 'B1', 'B3']],
    [`test('E3, M8: sent five times')`, ['E3', 'M8']],
    [`  - id: x # every clause of A5`, ['A5']],
    [`const path = 'M12 3v5' // drawn`, []],
    [`{ kind: 'B99' }`, []],
    [`/** As B99 says. */`, ['B99']],
  ])('corridor: in %j the rules %j are seen', (source, rules) => {
    expect(rulesIn(source)).toEqual(rules)
  })
})

describe('what the pages name is there', () => {
  const paths = (page: string) =>
    [...text(page).matchAll(/`([\w.-]+(?:\/[\w.-]+)+)\/?`/g)]
      .map(([, path = '']) => path)
      .filter((path) => Object.keys(rooms).some((room) => path.startsWith(`${room.split('/')[0]}/`)))

  test.each(['ARCHITECTURE.md', 'docs/rules.md'])('corridor: every file and folder that %s names', (page) => {
    const named = paths(page)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('corridor: every room of the walls that holds files is told of in ARCHITECTURE.md', () => {
    const told = firstCells('ARCHITECTURE.md').join(' ')
    const house = sources()
    const standing = Object.keys(rooms).filter((room) =>
      house.some((file) => file === room || file.startsWith(`${room}/`)),
    )
    expect(standing.length).toBeGreaterThan(20)
    expect(standing.filter((room) => room.includes('/') && !told.includes(`\`${room}\``))).toEqual([])
  })
})
