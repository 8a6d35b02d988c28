// The walls of the house as data, and the function that finds where code breaks them: imports that cross a wall or run
// in a circle (of files or of rooms), a clock or dice in the core, names that say nothing, files too long or without a heading.
// Works on paths and texts given to it; reading the disk is walls.test.ts, finding imports is imports.ts.

import { importsOf } from './imports.ts'

/** Path from the root (`core/basics/text.ts`) → text of every source file. */
export type House = ReadonlyMap<string, string>

export interface Breach {
  readonly file: string
  readonly what: string
}

interface Room {
  /** Folders (or single files) from which it may import, itself included where it has inner imports. */
  readonly from: readonly string[]
  /** Exceptions inside `from`. */
  readonly not?: readonly string[]
  /** Packages it may use, by first part; undefined: any. `node:` stands for all of Node's own. */
  readonly packages?: readonly string[]
  /** Whether only types may come in. */
  readonly typesOnly?: boolean
}

const SCHEMA_AND_CONDITIONS = ['zod', '@marcbachmann/cel-js']
const SCREEN = ['react', 'react-dom', 'wouter']
/** The editor of a plan's text, on the one page where it is written. */
const EDITOR = ['codemirror', '@codemirror/lang-yaml', '@codemirror/lint', '@codemirror/view']

/** Streams: each kind of thing with a history. One may read another's events, as long as no circle comes of it. */
const streams = ['alike', 'edition', 'handbook', 'incident', 'notice', 'order', 'receipt', 'who'].map(
  (name) => `core/${name}`,
)
const groundFloor = ['core/basics', 'core/plan', 'core/words']
const upToStreams = [...groundFloor, ...streams, 'core/streams.ts']
const core = { packages: SCHEMA_AND_CONDITIONS }

/** Everything below the doors act and see that they may use; never the ways in and out. */
const belowTheDoors = ['core', 'plans', 'server/store', 'server/plan', 'server/identity']

/** Who may import from where: the longest entry that a file's path begins with counts for it. */
export const rooms: Readonly<Record<string, Room>> = {
  'core/basics': { from: ['core/basics'], ...core },
  'core/words': { from: ['core/words', 'core/basics', 'core/plan'], ...core },
  'core/plan': { from: ['core/basics', 'core/plan'], ...core },
  ...Object.fromEntries(streams.map((stream) => [stream, { from: [...groundFloor, ...streams], ...core }])),
  'core/streams.ts': { from: upToStreams, ...core },
  'core/access': { from: [...upToStreams, 'core/access'], ...core },
  'core/sync': { from: [...upToStreams, 'core/access', 'core/sync'], ...core },
  'core/procedure': { from: [...upToStreams, 'core/procedure'], ...core },
  'core/wire': { from: ['core'], ...core },

  plans: { from: ['core', 'plans'], packages: [], typesOnly: true },

  'server/main.ts': { from: ['core', 'plans', 'server'] },
  'server/store': { from: ['core', 'plans', 'server/store'] },
  'server/http': {
    from: ['core', 'plans', 'server'],
    not: ['server/acting', 'server/store', 'server/work', 'server/main.ts'],
  },
  'server/work': {
    from: ['core', 'plans', 'server'],
    not: ['server/acting', 'server/http', 'server/main.ts'],
  },
  'server/identity': { from: ['core', 'plans', 'server/identity', 'server/store'] },
  'server/plan': { from: ['core', 'plans', 'server/plan', 'server/apart'] },
  'server/file-check': {
    from: ['core/basics', 'core/incident', 'server/file-check', 'server/apart'],
  },
  'server/apart': { from: ['server/apart'] },
  'server/sheet': { from: ['core/basics', 'server/sheet', 'server/apart'] },
  // What the door for writing does inside; nobody else goes past the door.
  'server/act.ts': { from: [...belowTheDoors, 'server/acting'] },
  'server/acting': {
    from: [
      ...belowTheDoors,
      'server/acting',
      'server/plan-shelf.ts',
      'server/campaign-shelf.ts',
      'server/example-shelf.ts',
    ],
  },
  'server/live': { from: ['core', 'server/live', 'server/store'] },
  server: {
    from: [...belowTheDoors, 'server'],
    not: ['server/acting', 'server/http', 'server/work', 'server/main.ts'],
  },

  'web/parts': { from: ['core', 'web/parts', 'web/look'], packages: SCREEN },
  'web/look': { from: ['web/look'], packages: [] },
  'web/local': { from: ['core', 'web/local'], packages: ['idb'] },
  'web/talk': { from: ['core', 'web/talk', 'web/local'], packages: SCREEN },
  'web/field': { from: ['core', 'web'], not: ['web/desk', 'web/main.tsx'], packages: SCREEN },
  'web/desk': { from: ['core', 'web'], not: ['web/field', 'web/main.tsx'], packages: [...SCREEN, ...EDITOR] },
  web: { from: ['core', 'web'], packages: SCREEN },

  cli: { from: ['core', 'plans', 'server', 'cli'] },
  stories: { from: ['core', 'plans', 'server', 'web', 'cli', 'stories'] },
  bench: { from: ['core', 'plans', 'server', 'web', 'cli', 'bench'] },
  walls: { from: ['core', 'plans', 'server', 'walls'] },
}

/** What runs at a school or a county; stories, benches and walls only look at it. */
const running = ['core', 'plans', 'server', 'web', 'cli']
const LONGEST_FILE = 400
/** Tables made by a program; long because the world is. */
const dataFiles = ['plans', 'web/talk/syllables.ts']
const emptyNames = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'manager',
  'service',
  'base',
  'interfaces',
  'misc',
]

/** Everything that is wrong with the house, file by file; empty when all walls stand. */
export function findBreaches(house: House): Breach[] {
  return [
    ...[...house].flatMap(([file, text]) =>
      [
        ...crossings(file, text),
        ...clockAndDice(file, text),
        ...directAccess(file, text, house),
        ...shape(file, text),
      ].map((what) => ({ file, what })),
    ),
    ...findCircles(importsInside(house)).map((circle) => ({
      file: circle[0] ?? '',
      what: `imports run in a circle: ${[...circle, circle[0]].join(' → ')}`,
    })),
    ...findCircles(importsBetweenRooms(house)).map((circle) => ({
      file: circle[0] ?? '',
      what: `rooms import each other in a circle: ${[...circle, circle[0]].join(' → ')}`,
    })),
  ]
}

/** Tests stand beside the code and look at it from everywhere; the table is for what runs. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}

/** What tests stand on: made-up people and places that nothing that runs may know. */
function isFixture(file: string): boolean {
  return /\.fixture\.tsx?$/.test(file)
}

function inside(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
}

/** A test lies in the room of what it stands beside, also where that is a single file. */
function roomOf(file: string): [string, Room] | undefined {
  const place = file.replace(/\.test(?=\.tsx?$)/, '')
  return Object.entries(rooms)
    .filter(([name]) => inside(place, [name]))
    .sort(([one], [other]) => other.length - one.length)[0]
}

function crossings(file: string, text: string): string[] {
  const found = roomOf(file)
  if (found === undefined) return ['lies in no room of the table in walls/walls.ts']
  if (isTest(file)) return []
  const [name, room] = found
  return importsOf(file, text).flatMap(({ specifier, path, typeOnly }) => {
    const wrong: string[] = []
    if (path === undefined) {
      const allowed = room.packages
      // Arbitrary things for property tests are made up like the people and places of fixtures.
      if (isFixture(file) && specifier === 'fast-check') return wrong
      const isOurs = allowed?.some((one) => specifier === one || specifier.startsWith(`${one}/`)) ?? true
      if (!isOurs) wrong.push(`${name} may not use the package ${specifier}`)
      return wrong
    }
    if (!inside(path, room.from) || inside(path, room.not ?? [])) wrong.push(`${name} may not import ${path}`)
    if (room.typesOnly && !typeOnly) wrong.push(`${name} may import types only, not ${path}`)
    if (isTest(path)) wrong.push(`imports the test ${path}`)
    if (isFixture(path) && !isFixture(file) && running.includes(file.split('/')[0] ?? '')) {
      wrong.push(`runs with ${path}, which is for tests`)
    }
    if (specifier.startsWith('.') && path.split('/')[0] !== file.split('/')[0]) {
      wrong.push(`reaches ${path} by dots; between rooms it is #${path}`)
    }
    return wrong
  })
}

function clockAndDice(file: string, text: string): string[] {
  if (!file.startsWith('core/') || isTest(file)) return []
  const code = withoutComments(text)
  const forbidden = {
    'Date.now()': /\bDate\.now\b/,
    'new Date()': /\bnew Date\(\s*\)/,
    'Math.random()': /\bMath\.random\b/,
  }
  return Object.entries(forbidden).flatMap(([what, pattern]) =>
    pattern.test(code) ? [`${what} in the core: time and chance are arguments`] : [],
  )
}

/** Screens ask web/talk; they neither fetch nor open the device's database, nor import the module that does. */
function directAccess(file: string, text: string, house: House): string[] {
  if (!/^web\/(field|desk|parts)\//.test(file) || isTest(file)) return []
  const wrong = /\b(fetch|EventSource|indexedDB)\s*[(.]/.test(withoutComments(text))
    ? ['a screen talks to the network or the database itself; web/talk and web/local do that']
    : []
  const databases = importsOf(file, text).filter(
    ({ path, typeOnly }) =>
      path?.startsWith('web/local/') &&
      !typeOnly &&
      importsOf(path, house.get(path) ?? '').some(({ specifier }) => specifier === 'idb'),
  )
  return [...wrong, ...databases.map(({ path }) => `a screen imports the device's database ${path}`)]
}

function shape(file: string, text: string): string[] {
  const wrong: string[] = []
  const lines = text.trimEnd().split('\n')
  if (lines.length > LONGEST_FILE && !inside(file, dataFiles)) {
    wrong.push(`${lines.length} lines; more than ${LONGEST_FILE} is two files`)
  }
  const first = lines.find((line) => line.trim() !== '' && !line.startsWith('#!')) ?? ''
  if (!/^\s*(\/\/|\/\*)/.test(first)) wrong.push('has no heading that says what lives here')
  const names = file.split('/').map((part) => part.replace(/(\.test)?\.[a-z]+$/, ''))
  for (const name of names) if (emptyNames.includes(name)) wrong.push(`the name "${name}" says nothing`)
  return wrong
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

type Imports = ReadonlyMap<string, ReadonlySet<string>>

/** File → files of the house that it imports. Types count: a circle of meaning is one too. */
function importsInside(house: House): Imports {
  return new Map(
    [...house].map(([file, text]) => [
      file,
      new Set(
        importsOf(file, text).flatMap(({ path }) => (path !== undefined && house.has(path) ? path : [])),
      ),
    ]),
  )
}

/**
 * Room → rooms that it imports, for rooms that have an order among them: those that lie inside `core`, `server` or `web`.
 * The files that lie open in `server` and `web` hold the house together and are met from both sides.
 */
function importsBetweenRooms(house: House): Imports {
  const between = new Map<string, Set<string>>()
  for (const [file, imported] of importsInside(house)) {
    const from = roomOf(file)?.[0]
    if (isTest(file) || isFixture(file) || !from?.includes('/')) continue
    const known = between.get(from) ?? new Set<string>()
    between.set(from, known)
    for (const path of imported) {
      const to = roomOf(path)?.[0]
      if (to?.includes('/') && to !== from) known.add(to)
    }
  }
  return between
}

/** The circles among `imports`, each once, as the names on it in order. */
function findCircles(imports: Imports): string[][] {
  const circles: string[][] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (name: string) => {
    const at = path.indexOf(name)
    if (at !== -1) {
      circles.push(path.slice(at))
      return
    }
    if (done.has(name)) return
    path.push(name)
    for (const imported of imports.get(name) ?? []) visit(imported)
    path.pop()
    done.add(name)
  }
  for (const name of imports.keys()) visit(name)
  return circles
}
