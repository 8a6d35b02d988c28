// The command line from a fresh clone, as a script of some bureau would call it: standard output, standard error and exit
// code to the letter. Which sentences a wrong call gets is cli/main.test.ts.

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshClone, makeFreshClone } from './fresh-clone.fixture.ts'
import { removeFolder } from './server-process.fixture.ts'

describe('npx huce in a fresh clone', () => {
  let clone: FreshClone
  beforeAll(() => {
    clone = makeFreshClone()
  })
  afterAll(() => removeFolder(clone.folder))

  function huce(args: readonly string[], input = '') {
    const { status, stdout, stderr } = spawnSync(join(clone.env.PATH ?? '', 'npx'), ['huce', ...args], {
      cwd: clone.tree,
      env: { ...clone.env, LANG: 'C.UTF-8' },
      input,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }

  test('G1: plan list names the built-in layers, and nothing else is printed', () => {
    expect(huce(['plan', 'list'])).toEqual({
      status: 0,
      stdout: [
        'national\tnation\t2026.1\t2026-01-01\t国家义务教育质量监测应急预案基础层\t护测（建议，非官方）\n',
        'county\tcounty\t2024.1\t2024-04-23\t县级义务教育质量监测应急预案\t县级教育主管部门\n',
        'school\tschool\t2025.1\t2025-12-24\t样本校国家义务教育质量监测应急预案\t样本校\n',
      ].join(''),
      stderr: '',
    })
  })

  test('G2: plan check finds the built-in plans sound, and a broken one not', () => {
    expect(huce(['plan', 'check', 'plans/county/plan.yaml'])).toEqual({
      status: 0,
      stdout: '0 errors, 0 warnings\n',
      stderr: '',
    })
    writeFileSync(join(clone.folder, 'ours.yaml'), 'id: ours\nkind: school\n')
    const broken = huce(['plan', 'check', '../ours.yaml'])
    expect([broken.status, broken.stderr]).toEqual([1, ''])
    expect(broken.stdout).toMatch(/^error shape-wrong .*\n(.*\n)*5 errors, 0 warnings\n$/)
  })

  test('A6: grade prints both grades of the facts on standard input as JSON', () => {
    const facts = '{"scenario":"single-online-remark","publicOpinion":"single"}'
    const { status, stdout, stderr } = huce(
      ['grade', '--plan', 'county', '--facts', '-', '--lang', 'en'],
      facts,
    )
    expect([status, stderr]).toEqual([0, ''])
    const grade = JSON.parse(stdout)
    expect(Object.keys(grade)).toEqual(['eventLevel', 'responseLevel', 'reasons', 'wouldChange'])
    expect([grade.eventLevel, grade.responseLevel]).toEqual([1, 'IV'])
    expect(stdout).toBe(`${JSON.stringify(grade, null, 2)}\n`)
  })

  test.each<[string, string[], string, string]>([
    [
      'an unknown scenario',
      ['grade', '--plan', 'county', '--facts', '-'],
      '{"scenario":"flod"}',
      'huce grade: there is no scenario "flod"; name one of ',
    ],
    [
      'facts that are not JSON',
      ['grade', '--plan', 'county', '--facts', '-'],
      '{',
      'huce grade: standard input is not JSON; ',
    ],
    [
      'a plan that is not there',
      ['plan', 'check', 'nowhere.yaml'],
      '',
      'huce plan check: nowhere.yaml is not there; ',
    ],
    ['an unknown command', ['burn'], '', 'huce: there is no command "burn"; '],
  ])(
    'A6: %s: exit code 2, one line on standard error, nothing on standard output',
    (_, args, input, line) => {
      const { status, stdout, stderr } = huce(args, input)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr.startsWith(line)).toBe(true)
      expect(stderr).toMatch(/^[^\n]+\n$/)
    },
  )
})
