// Walks through the whole house and says where a wall is broken. The walls themselves are data in walls.ts;
// here is the walk, and the proof that each kind of breach is found.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importsOf } from './imports.ts'
import { findBreaches, type House, rooms } from './walls.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const top = ['core', 'plans', 'server', 'web', 'cli', 'stories', 'bench', 'walls']

function readHouse(): House {
  const rooms = top.filter((folder) => existsSync(join(root, folder)))
  const files = rooms.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('web/dist/')),
  )
  return new Map(files.sort().map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

/** What is found in a house of one file, or of a few. */
function found(files: Record<string, string>): string[] {
  const withHeading = Object.entries(files).map(([file, text]): [string, string] => [
    file,
    `// heading\n${text}`,
  ])
  return findBreaches(new Map(withHeading)).map(({ what }) => what)
}

describe('the walls', () => {
  test('corridor: no import crosses a wall or runs in a circle, no file is too long, nameless or without heading', () => {
    const house = readHouse()
    expect(house.size).toBeGreaterThan(20)
    expect(findBreaches(house).map(({ file, what }) => `${file}: ${what}`)).toEqual([])
  })

  test('corridor: every room of the table stands', () => {
    const files = [...readHouse().keys()]
    expect(
      Object.keys(rooms).filter((room) => !files.some((file) => `${file}/`.startsWith(`${room}/`))),
    ).toEqual([])
  })
})

describe('the walls are seen to break', () => {
  test.each([
    ['core/incident/decide.ts', `import { append } from '#server/store/append.ts'`, 'server/store/append.ts'],
    ['core/basics/text.ts', `import type { Plan } from '../plan/layer.ts'`, 'core/plan/layer.ts'],
    ['core/plan/check.ts', `export * from '#core/incident/state.ts'`, 'core/incident/state.ts'],
    ['core/basics/text.ts', `import { say } from '../words/say.ts'`, 'core/words/say.ts'],
    ['core/plan/check.ts', `import { say } from '#core/words/say.ts'`, 'core/words/say.ts'],
    ['core/incident/decide.ts', `import { can } from '#core/access/can.ts'`, 'core/access/can.ts'],
    ['core/sync/advance.ts', `import { readFile } from 'node:fs'`, 'node:fs'],
    ['server/http/routes.ts', `import {\n  append,\n} from '../store/append.ts'`, 'server/store/append.ts'],
    ['server/store/append.ts', `const x = await import('#server/http/routes.ts')`, 'server/http/routes.ts'],
    ['server/see.ts', `import { perform } from './acting/perform.ts'`, 'server/acting/perform.ts'],
    ['server/acting/desk.ts', `import { openSee } from '../see.ts'`, 'server/see.ts'],
    [
      'server/http/incidents.ts',
      `import { perform } from '../acting/perform.ts'`,
      'server/acting/perform.ts',
    ],
    ['server/main.ts', `import { people } from './house.fixture.ts'`, 'for tests'],
    ['web/field/report.tsx', `import { plan } from '#core/incident/incident.fixture.ts'`, 'for tests'],
    ['server/see.ts', `import { serve } from './main.ts'`, 'server/main.ts'],
    ['web/parts/button.tsx', `import { ask } from '../talk/request.ts'`, 'web/talk/request.ts'],
    ['web/field/report.tsx', `import { act } from '#server/act.ts'`, 'server/act.ts'],
    ['web/field/report.tsx', `import { openDB } from 'idb'`, 'idb'],
    ['cli/grade.ts', `import '#web/main.tsx'`, 'web/main.tsx'],
    ['plans/county/index.ts', `import { check } from '#core/plan/check.ts'`, 'types only'],
    ['core/plan/check.ts', `import { x } from './check.test.ts'`, 'the test'],
    ['server/act.ts', `import { text } from '../core/basics/text.ts'`, '#core/basics/text.ts'],
    ['attic/x.ts', '', 'no room'],
    ['core/attic/x.ts', '', 'no room'],
  ])('corridor: %s with %j is a breach', (file, text, named) => {
    expect(found({ [file]: text })).toEqual(expect.arrayContaining([expect.stringContaining(named)]))
  })

  test('corridor: what the table allows is no breach', () => {
    expect(
      found({
        'core/plan/check.ts': `import type { Text } from '#core/basics/text.ts'\nimport { z } from 'zod/mini'`,
        'server/main.ts': `import { routes } from './http/routes.ts'\nimport { due } from './store/due.ts'`,
        'web/field/report.tsx': `import { Button } from '../parts/button.tsx'`,
        'core/plan/check.test.ts': `import { readFileSync } from 'node:fs'\nimport { plan } from './plan.fixture.ts'`,
        'core/plan/plan.fixture.ts': `import { other } from './other.fixture.ts'`,
        'server/act.ts': `import { append } from './store/append.ts'\nimport { perform } from './acting/perform.ts'`,
      }),
    ).toEqual([])
  })

  test('corridor: a circle is named with every file on it, also when it goes through types', () => {
    expect(
      found({
        'core/plan/a.ts': `import { b } from './b.ts'`,
        'core/plan/b.ts': `import type { C } from './c.ts'`,
        'core/plan/c.ts': `export { a } from './a.ts'`,
      }),
    ).toEqual(['imports run in a circle: core/plan/a.ts → core/plan/b.ts → core/plan/c.ts → core/plan/a.ts'])
  })

  test('corridor: rooms that import each other are a breach, though no file is on a circle', () => {
    const notice = { 'core/notice/told.ts': `import type { Incident } from '#core/incident/state.ts'` }
    expect(found({ ...notice, 'core/incident/state.ts': '' })).toEqual([])
    expect(
      found({
        ...notice,
        'core/incident/state.ts': '',
        'core/incident/tell.ts': `import type { Notice } from '#core/notice/notice.ts'`,
        'core/notice/notice.ts': '',
      }),
    ).toEqual(['rooms import each other in a circle: core/notice → core/incident → core/notice'])
    // A test looks from everywhere; a file that lies open holds rooms together.
    expect(
      found({
        ...notice,
        'core/incident/state.ts': '',
        'core/incident/tell.test.ts': `import { told } from '#core/notice/told.ts'`,
        'server/act.ts': `import { perform } from './acting/perform.ts'`,
        'server/acting/perform.ts': `import type { PlanShelf } from '../plan-shelf.ts'`,
        'server/plan-shelf.ts': '',
      }),
    ).toEqual([])
  })

  test.each(['Date.now()', 'new Date()', 'Math.random()'])(
    'corridor: %s in the core is a breach, in a comment not',
    (call) => {
      expect(found({ 'core/plan/a.ts': `const now = ${call}` })).toHaveLength(1)
      expect(found({ 'core/plan/a.ts': `// never ${call}\nconst at = new Date(0)` })).toEqual([])
      expect(found({ 'server/a.ts': `const now = ${call}` })).toEqual([])
    },
  )

  test('corridor: a screen may neither fetch nor open the database, itself or through its module', () => {
    expect(found({ 'web/desk/list.tsx': `fetch('/api')` })).toHaveLength(1)
    const database = { 'web/local/store.ts': `import { openDB } from 'idb'` }
    expect(found({ ...database, 'web/desk/list.tsx': `import { x } from '../local/store.ts'` })).toHaveLength(
      1,
    )
    expect(found({ ...database, 'web/desk/list.tsx': `import type { X } from '../local/store.ts'` })).toEqual(
      [],
    )
  })

  test('corridor: empty names, long files and missing headings are breaches', () => {
    expect(found({ 'core/plan/utils.ts': '' })).toEqual(['the name "utils" says nothing'])
    expect(found({ 'server/common/x.ts': '' })).toEqual(['the name "common" says nothing'])
    expect(found({ 'server/x.ts': 'a()\n'.repeat(400) })).toEqual(['401 lines; more than 400 is two files'])
    expect(findBreaches(new Map([['server/x.ts', 'a()']]))).toEqual([
      { file: 'server/x.ts', what: 'has no heading that says what lives here' },
    ])
  })

  test('corridor: every form of import is read', () => {
    const text = `import a from './a.ts'
import type { B } from '#core/b.ts'
import './c.css'
export { d, type E } from '../d.ts'
export * from 'package/part'
const f = await import('./f.ts')
type G = typeof import('./g.ts')
// import { no } from './comment.ts'
const h = 'import'`
    expect(
      importsOf('web/desk/x.tsx', text).map(({ path, specifier, typeOnly }) => [path ?? specifier, typeOnly]),
    ).toEqual([
      ['web/desk/a.ts', false],
      ['core/b.ts', true],
      ['web/desk/c.css', false],
      ['web/d.ts', false],
      ['package/part', false],
      ['web/desk/f.ts', false],
      ['web/desk/g.ts', false],
    ])
  })
})
