// The command line as scripts see it: exit codes, standard output and standard error, to the letter.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { gradingWords } from '#core/words/grading.ts'
import { main } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'huce-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** As a script would: another process, real streams. */
function spawned(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'main.ts'), ...args],
    {
      input,
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}

/** The same command in this process, with what it said. */
async function huce(args: readonly string[]) {
  let stdout = ''
  let stderr = ''
  const status = await main(args, {
    print: (text) => {
      stdout += text
    },
    complain: (line) => {
      stderr += `${line}\n`
    },
  })
  return { status, stdout, stderr }
}

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const gradeOf = (facts: unknown) =>
  huce(['grade', '--plan', 'school', '--facts', file('given.json', JSON.stringify(facts))])

describe('A6: huce grade', () => {
  test('A6: prints both grades, reasons and what would change them, and nothing else', () => {
    const facts = '{"scenario":"emotional-distress","impact":{"order":"slight"}}'
    const { status, stdout, stderr } = spawned(['grade', '--plan', 'school', '--facts', '-'], facts)
    expect([status, stderr]).toEqual([0, ''])
    const printed = JSON.parse(stdout)
    expect(Object.keys(printed)).toEqual(['eventLevel', 'responseLevel', 'reasons', 'wouldChange'])
    expect([printed.eventLevel, printed.responseLevel]).toEqual([2, 'III'])
    for (const reason of printed.reasons) {
      expect(Object.keys(reason)).toEqual(['clause', 'scale', 'because'])
      expect(reason.because).toMatch(/[\u4e00-\u9fff]/)
    }
    for (const change of printed.wouldChange) {
      expect(Object.keys(change)).toEqual(['fact', 'value', 'eventLevel', 'responseLevel'])
    }
  })

  test('A6: both plan names give the same, from a file, with dotted facts, in English', async () => {
    const path = file('facts.json', '\uFEFF{"scenario":"emotional-distress","impact.order":"slight"}')
    const county = await huce(['grade', '--plan', 'county', '--facts', path, '--lang', 'en'])
    const school = await huce(['grade', '--facts', path, '--lang=en', '--plan=school'])
    expect(county.status).toBe(0)
    expect(county).toEqual(school)
    expect(county.stdout).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test.each([
    ['unknown scenario', { scenario: 'flod' }, 'there is no scenario "flod"; name one of '],
    ['missing scenario', { reach: 'room' }, 'scenario is missing; name one of '],
    [
      'unknown fact',
      { scenario: 'fire', mood: 'bad' },
      'there is no fact "mood"; facts are scenario, impact.norms',
    ],
    ['unknown value', { scenario: 'fire', reach: 'street' }, 'reach cannot be street; it is person | room'],
    ['wrong type', { scenario: 'fire', schools: '3' }, 'schools cannot be 3; it is 0 … 1000000'],
    [
      'two values',
      { scenario: 'fire', impact: { data: 'none' }, 'impact.data': 'slight' },
      'impact.data cannot be none, slight',
    ],
    ['no object', [1], 'facts must be one JSON object'],
  ])('A6: %s: one line on standard error, exit code 2', async (_, facts, complaint) => {
    const { status, stdout, stderr } = await gradeOf(facts)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^huce grade: [^\n]+\n$/)
    expect(stderr).toContain(complaint)
  })

  test.each([
    ['no plan', ['grade', '--facts', '-'], 'name a plan; --plan is county or school'],
    ['unknown plan', ['grade', '--plan', 'city', '--facts', '-'], 'there is no plan "city"'],
    ['no facts', ['grade', '--plan', 'county'], '--facts is missing'],
    ['no such file', ['grade', '--plan', 'county', '--facts', 'nowhere.json'], 'nowhere.json cannot be read'],
    [
      'not JSON',
      ['grade', '--plan', 'county', '--facts', file('broken.json', '{')],
      'broken.json is not JSON',
    ],
    ['language', ['grade', '--plan', 'county', '--facts', '-', '--lang', 'fr'], 'there is no language "fr"'],
    ['unknown option', ['grade', '--plan', 'county', '--fact', '-'], '--fact'],
  ])('A6: %s: one line on standard error, exit code 2', async (_, args, complaint) => {
    const { status, stdout, stderr } = await huce(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^huce grade: [^\n]+\n$/)
    expect(stderr).toContain(complaint)
  })
})

test('A6: a process that is given what is not JSON ends with 2, one line on standard error and nothing else', () => {
  expect(spawned(['grade', '--plan', 'county', '--facts', '-'], '{')).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'huce grade: standard input is not JSON; facts look like {"scenario":"power-cut","interrupted":"partly"}\n',
  })
})

describe('G2: huce plan', () => {
  test('G1: plan list names the built-in layers with version and date', async () => {
    const { status, stdout } = await huce(['plan', 'list'])
    expect(status).toBe(0)
    expect(stdout.split('\n').map((line) => line.split('\t')[0])).toEqual([
      'national',
      'county',
      'school',
      '',
    ])
    expect(stdout).toContain('2024-04-23')
  })

  test.each(['national', 'county', 'school'])('G2: the built-in %s layer is sound', async (layer) => {
    expect(await huce(['plan', 'check', join(import.meta.dirname, '..', 'plans', layer)])).toEqual({
      status: 0,
      stdout: '0 errors, 0 warnings\n',
      stderr: '',
    })
  })

  test('G3: the layers of one plan are checked together', async () => {
    const example = join(import.meta.dirname, '..', 'plans', 'examples', 'four-levels')
    const layers = ['province', 'county', 'school'].map((layer) => join(example, layer))
    expect(await huce(['plan', 'check', ...layers])).toEqual({
      status: 0,
      stdout: '0 errors, 0 warnings\n',
      stderr: '',
    })
  })

  test('G2 E6: an order that nobody is chased for is found', async () => {
    const county = readFileSync(join(import.meta.dirname, '..', 'plans', 'county', 'plan.yaml'), 'utf8')
    const order =
      'orders: [{ id: stop, name: { zh: 停, en: Stop }, hint: { zh: 停, en: Stop }, icon: warning, carriedOut: true, ' +
      'clause: county.one, confirmation: { minutes: 0, rungs: [], clause: county.one } }]\n'
    const clauses =
      'clauses: [{ id: county.one, source: { document: x, at: y }, status: proposed, text: { zh: 一, en: One } }]\n'
    const head = county.slice(county.indexOf('\nid: county'), county.indexOf('\n# A1.'))
    const { status, stdout } = await huce(['plan', 'check', file('order.yaml', head + order + clauses)])
    expect(status).toBe(1)
    expect(stdout).toContain('error confirmation-wrong county orders[stop].confirmation.minutes: ')
    expect(stdout).toContain('error confirmation-wrong county orders[stop].confirmation.rungs: ')
  })

  test('G2: problems are printed and the exit code is 1', async () => {
    const path = file('ours.yaml', 'id: ours\nkind: school\n')
    const { status, stdout, stderr } = await huce(['plan', 'check', path])
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^error shape-wrong ours\.yaml ours\.yaml:1 version: .* \/ missing \(string\)\n/)
    expect(stdout).toMatch(/5 errors, 0 warnings\n$/)
  })

  test.each([
    ['a file that is not there', ['plan', 'check', 'nowhere.yaml'], 'nowhere.yaml'],
    ['a folder without a plan', ['plan', 'check', folder], 'plan.yaml'],
    ['no file', ['plan', 'check'], 'name one file'],
    ['an unknown plan command', ['plan', 'burn'], 'there is no "plan burn"'],
    ['an unknown command', ['burn'], 'there is no command "burn"'],
  ])('G2: %s: exit code 2 and one line', async (_, args, complaint) => {
    const { status, stdout, stderr } = await huce(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^huce[^\n]+\n$/)
    expect(stderr).toContain(complaint)
  })

  test('help names every command', async () => {
    for (const args of [['--help'], [], ['grade', '--help']]) {
      const { status, stdout } = await huce(args)
      expect(status).toBe(0)
      for (const command of ['serve', 'plan list', 'plan check', 'grade'])
        expect(stdout).toContain(`huce ${command}`)
    }
  })
})

test('every word of grading exists in both languages', () => {
  for (const words of Object.values(gradingWords)) {
    expect(words.zh).not.toBe('')
    expect(words.en).not.toBe('')
  }
})
