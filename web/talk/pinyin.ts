// Reading Chinese aloud to find it by pinyin, initials or whole (`td`, `tingd`), without a network: for phone and desk.
// The readings are syllables.ts, a large table that is fetched beside the first load and not with it; what is searched is each
// screen's own.

import { useEffect } from 'react'
import { cell, useCell } from './cell.ts'

const readings = cell<ReadonlyMap<string, readonly string[]> | undefined>(undefined)

/** Fetches the readings; until then only characters and latin letters are found. Never rejects. */
export async function loadReadings(): Promise<void> {
  if (readings.get()) return
  try {
    const { SYLLABLES } = await import('./syllables.ts')
    readings.set(readTable(SYLLABLES))
  } catch {
    // No network yet: the next screen that searches asks again.
  }
}

/** For screens that search: true once pinyin finds something too. */
export function useReadings(): boolean {
  const known = useCell(readings) !== undefined
  useEffect(() => void loadReadings(), [])
  return known
}

/** Syllables of a character, commonest first; none for what is not in the table. */
export function syllablesOf(char: string): readonly string[] {
  return readings.get()?.get(char) ?? []
}

function readTable(syllables: string): Map<string, string[]> {
  const table = new Map<string, string[]>()
  for (const line of syllables.trim().split('\n')) {
    const [syllable = '', chars = ''] = line.split(' ')
    for (const char of chars) table.set(char, [...(table.get(char) ?? []), syllable])
  }
  return table
}

/** Where in `text` the characters read like `typed`: each by its initial or its whole syllable, the last one cut short. */
export function findByPinyin(text: string, typed: string): readonly [number, number] | undefined {
  const chars = Array.from(text)
  for (let start = 0; start < chars.length; start++) {
    const end = readOn(chars, start, typed)
    if (end !== undefined) return [start, end]
  }
  return undefined
}

function readOn(chars: readonly string[], at: number, rest: string): number | undefined {
  if (rest === '') return at
  const char = chars[at]
  if (char === undefined) return undefined
  if (char.toLowerCase() === rest[0]) return readOn(chars, at + 1, rest.slice(1))
  for (const syllable of syllablesOf(char)) {
    // The whole syllable first: "xian" is 先 rather than 西安 cut short.
    if (rest.startsWith(syllable)) {
      const end = readOn(chars, at + 1, rest.slice(syllable.length))
      if (end !== undefined) return end
    }
    if (rest.length > 1 && syllable.startsWith(rest)) return at + 1
    if (syllable[0] === rest[0]) {
      const end = readOn(chars, at + 1, rest.slice(1))
      if (end !== undefined) return end
    }
  }
  return undefined
}
