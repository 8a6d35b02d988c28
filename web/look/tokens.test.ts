// The tokens keep their promises: every pair of colours is computed against WCAG 2.2 in both themes, and "auto" is
// the same dark as "dark". Nothing here looks at a screen.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')

/** Custom properties of the first block that follows `selector`. */
function block(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`no block ${selector}`)
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((found) => [found[1] ?? '', (found[2] ?? '').trim()]),
  )
}

const light = block(':root')
const dark = new Map([...light, ...block('[data-theme="dark"]')])

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(full.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(theme: Map<string, string>, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const value = theme.get(`--${name}`)
    if (!value?.startsWith('#')) throw new Error(`--${name} is not a colour: ${value}`)
    return luminance(value)
  })
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05)
}

const GROUNDS = ['surface', 'bg', 'sunk', 'accent-soft']
const LEVELS = ['l1', 'l2', 'l3', 'l4']
const TEXT = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) => GROUNDS.map((ground) => [ink, ground])),
  ...LEVELS.flatMap((level) => [
    [`on-${level}`, level],
    [`${level}-ink`, 'surface'],
    [`${level}-ink`, `${level}-soft`],
    ['ink-2', `${level}-soft`],
    ['ink', `${level}-soft`],
  ]),
  ...['surface', 'bg', 'sunk', 'accent-soft'].map((ground) => ['accent-ink', ground]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-press'],
  ['on-reverse', 'reverse'],
  ['on-drill', 'drill'],
  ['on-drill', 'drill-2'],
  ['drill-ink', 'surface'],
  ['drill-ink', 'drill-soft'],
] as [string, string][]

const EDGES = [
  ...['surface', 'bg', 'sunk'].map((ground) => ['control', ground]),
  ...['surface', 'bg', 'sunk', 'accent-soft'].map((ground) => ['accent', ground]),
  ...LEVELS.map((level) => [`${level}-ink`, 'bg']),
] as [string, string][]

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('WCAG 2.2 AA, %s', (_, theme) => {
  test.each(TEXT)('experience 10: text %s on %s is 4.5 or more', (one, other) => {
    expect(contrast(theme, one, other)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(EDGES)('experience 10: edge %s on %s is 3 or more', (one, other) => {
    expect(contrast(theme, one, other)).toBeGreaterThanOrEqual(3)
  })
})

describe('themes', () => {
  test('experience 10: "auto" in a dark device is exactly the dark theme', () => {
    expect(block('[data-theme="auto"]')).toEqual(block('[data-theme="dark"]'))
  })
  test('experience 10: type follows the reader: every size is rem', () => {
    for (const [name, value] of light) if (/^--t-/.test(name)) expect(value).toMatch(/rem$/)
  })
})
