// A layer checked among the layers that come with Huce: in its place when they are sound, and silent about what follows
// when one of them cannot be read. The example of plans/README.md is tried here too. The checks are core/plan/check.ts.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compile } from '#core/plan/compile.ts'
import { findSituation } from '#core/plan/effective.ts'
import { grade } from '#core/plan/grade.ts'
import { layerSchema } from '#core/plan/layer.ts'
import { builtInLayers, checkAround, contentHash, loadLayer } from './load.ts'

const plans = join(import.meta.dirname, '..', '..', 'plans')
const folder = mkdtempSync(join(tmpdir(), 'huce-plans-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A copy of the plans, in which `file` reads otherwise. */
function copyOfPlans(name: string, file?: string, change: (text: string) => string = (text) => text): string {
  const copy = join(folder, name)
  cpSync(plans, copy, { recursive: true })
  if (file) writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))
  return copy
}

function layerIn(path: string) {
  const layer = loadLayer(path)
  if (Array.isArray(layer)) throw new Error(layer.map((one) => `${one.path} ${one.message.en}`).join('\n'))
  return layer
}

/** What is wrong with the county's layer among those of this folder. */
const said = (path: string) =>
  checkAround([layerIn(join(path, 'county'))], path).map((one) => `${one.code} ${one.layer} ${one.path}`)

describe('G2: a layer below that cannot be read', () => {
  test('G2: a wrong value in a national part: that file and line, and nothing that follows from it', () => {
    const file = 'national/parts/power.yaml'
    const broken = copyOfPlans('value', file, (text) => text.replace('common: true', 'common: often'))
    const line = readFileSync(join(broken, file), 'utf8').split('\n').indexOf('    common: often') + 1
    expect(line).toBeGreaterThan(0)
    expect(said(broken)).toEqual([
      `shape-wrong national parts/power.yaml:${line} situations[power-cut].common`,
    ])
  })

  test('G2: a part that is no YAML, the same', () => {
    const broken = copyOfPlans('yaml', 'national/parts/forms.yaml', (text) => `${text}\nforms: {\n`)
    const problems = said(broken)
    expect(problems.length).toBeGreaterThan(0)
    for (const one of problems) expect(one).toMatch(/^yaml-wrong national parts\/forms\.yaml:\d+$/)
  })

  test('G2: a built-in layer of the same kind is not needed, so its faults are not ours', () => {
    const county = layerIn(join(plans, 'county'))
    const broken = copyOfPlans('same-kind', 'county/plan.yaml', () => 'id: [')
    expect(checkAround([county], broken)).toEqual([])
  })
})

/** The fenced YAML of the guide's chapter "Add a situation". */
function exampleOfTheGuide(): string {
  const guide = readFileSync(join(plans, 'README.md'), 'utf8')
  const chapter = guide.slice(guide.indexOf('\n## Add a situation'))
  const block = /```yaml\n([\s\S]*?)```/.exec(chapter)?.[1]
  if (block === undefined) throw new Error('plans/README.md shows no example under "Add a situation"')
  return block
}

function exampleSituation(): Record<string, unknown> {
  const { situations }: { situations: Record<string, unknown>[] } = parse(exampleOfTheGuide())
  const [only, ...more] = situations
  if (!only || more.length > 0) throw new Error('the example shows one situation')
  return only
}

/** Which keys of a situation must be given, asked of the schema itself. */
function requiredOfASituation(): string[] {
  const parsed = layerSchema.safeParse({ situations: [{}] })
  const places = (parsed.error?.issues ?? []).filter(
    ({ path }) => path[0] === 'situations' && path.length === 3,
  )
  return places.map(({ path }) => String(path[2]))
}

describe('G1: the guide to adding a situation', () => {
  test('G1: its example, put into a part of the national layer as it stands, has no problem and can be graded', () => {
    const copy = copyOfPlans('example')
    writeFileSync(join(copy, 'national', 'parts', 'own.yaml'), exampleOfTheGuide())
    const national = layerIn(join(copy, 'national'))
    expect(checkAround([national], copy)).toEqual([])
    const compiled = compile([national, ...builtInLayers().slice(1)], contentHash)
    if ('problems' in compiled) throw new Error('it was checked and does not compile')
    const id = String(exampleSituation().id)
    expect(findSituation(compiled.plan, id)?.events).toEqual([])
    expect(grade(compiled.plan, id, {})).toMatchObject({ eventLevel: 1, responseLevel: 'IV' })
  })

  test("G1: the same block is a whole part of one's own layer too", () => {
    const copy = copyOfPlans('own-layer')
    writeFileSync(join(copy, 'county', 'parts', 'own.yaml'), exampleOfTheGuide())
    expect(said(copy)).toEqual([])
  })

  test('G1: the example gives every key that must be there, and the guide explains each', () => {
    const required = requiredOfASituation()
    expect(required).toContain('defaults')
    expect(required).not.toContain('events')
    expect(required.filter((key) => !Object.hasOwn(exampleSituation(), key))).toEqual([])
    const guide = readFileSync(join(plans, 'README.md'), 'utf8').replace(/```[\s\S]*?```/g, '')
    expect(required.filter((key) => !guide.includes(`\`${key}\``))).toEqual([])
  })
})
