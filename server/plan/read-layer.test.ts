// A layer on disk: fragments put together, and every fault named by file, line and place.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLayer } from './read-layer.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huce-layer-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const HEAD = `id: own
kind: school
version: '1'
title: { zh: 本校预案, en: Our plan }
issuer: { zh: 本校, en: Us }
issuedOn: 2026-03-01
`

const clause = (id: string) => `  - id: ${id}
    source: { document: ours, at: first page }
    status: official
    text: { zh: 条, en: clause }
`

function write(files: Readonly<Record<string, string>>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const result = readLayer(write(files))
  if (!Array.isArray(result)) throw new Error('it was read')
  for (const one of result) expect(one.message.zh).not.toBe('')
  return result.map((one) => `${one.code} ${one.path} ${one.message.en}`)
}

describe('G1: a plan is data that people can read and change', () => {
  test('fragments are appended to plan.yaml in the order of their names', () => {
    const layer = readLayer(
      write({
        'plan.yaml': `${HEAD}clauses:\n${clause('a')}`,
        'parts/2.yaml': `clauses:\n${clause('c')}`,
        'parts/1.yaml': `clauses:\n${clause('b')}`,
        'parts/notes.txt': 'not a part',
      }),
    )
    expect(layer).toMatchObject({
      id: 'own',
      issuedOn: '2026-03-01',
      clauses: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    })
  })

  test('plan.yaml itself, or a single file of any name, is a layer too', () => {
    write({
      'plan.yaml': `${HEAD}clauses: []`,
      'ours.yaml': `${HEAD}clauses: []`,
      'parts/1.yaml': `clauses:\n${clause('b')}`,
    })
    expect(readLayer(join(folder, 'plan.yaml'))).toMatchObject({ clauses: [{ id: 'b' }] })
    expect(readLayer(join(folder, 'ours.yaml'))).toMatchObject({ clauses: [] })
  })
})

describe('G2: what cannot be read is named by file, line and place', () => {
  test('a key written twice', () => {
    expect(problemsOf({ 'plan.yaml': `${HEAD}version: '2'\nclauses: []` })).toEqual([
      'yaml-wrong plan.yaml:7 the same key is written twice',
    ])
  })

  test('YAML that is not YAML', () => {
    expect(problemsOf({ 'plan.yaml': `${HEAD}clauses: [` })[0]).toMatch(
      /^yaml-wrong plan\.yaml:7 not valid YAML/,
    )
  })

  test('an unknown key, a missing one and a wrong value, all at once, in the fragment where they stand', () => {
    const wrong = clause('b')
      .replace('official', 'certain')
      .replace(', en: clause', '')
      .replace('source', 'sauce')
    expect(
      problemsOf({
        'plan.yaml': `${HEAD}clauses:\n${clause('a')}`,
        'parts/1.yaml': `clauses:\n${wrong}`,
      }).sort(),
    ).toEqual([
      'shape-wrong parts/1.yaml:2 clauses[b] unknown key: sauce',
      'shape-wrong parts/1.yaml:2 clauses[b].source missing (object)',
      'shape-wrong parts/1.yaml:4 clauses[b].status must be one of official | derived | proposed',
      'shape-wrong parts/1.yaml:5 clauses[b].text.en missing (string)',
    ])
  })

  test('a wrong type, a wrong form and an empty sentence', () => {
    const text = HEAD.replace("'1'", '1').replace('2026-03-01', 'spring').replace('本校预案', '""')
    expect(problemsOf({ 'plan.yaml': `${text}clauses: []` })).toEqual([
      'shape-wrong plan.yaml:3 version must be of type string',
      'shape-wrong plan.yaml:4 title.zh must not be empty',
      'shape-wrong plan.yaml:6 issuedOn must have the form /^\\d{4}-\\d{2}-\\d{2}$/',
    ])
  })

  test('a fragment that holds more than lists, and a file that holds no keys', () => {
    expect(problemsOf({ 'plan.yaml': `${HEAD}clauses: []`, 'parts/1.yaml': 'graceMinutes: 3' })).toEqual([
      'shape-wrong parts/1.yaml:1 graceMinutes a file in parts/ holds lists only',
    ])
    expect(problemsOf({ 'plan.yaml': 'just words' })).toEqual([
      'shape-wrong plan.yaml the file must hold keys and values',
    ])
  })

  test('a file that is not there', () => {
    expect(problemsOf({ 'other.yaml': '' })[0]).toMatch(/^file-unreadable plan\.yaml/)
  })
})
