// Thresholds of a plan that its own conditions and sentences may name, so that one number decides everywhere (B11).
// The thresholds themselves are layer.ts's; conditions are condition-compile.ts's.

import type { Text } from '../basics/text.ts'
import type { NumberFact } from './facts.ts'
import type { Layer } from './layer.ts'

/** Which fact each of them is a number of. */
export const THRESHOLD_OF = { massAbsence: 'absentInRoom' } as const satisfies Readonly<
  Record<string, NumberFact>
>

export type ThresholdName = keyof typeof THRESHOLD_OF
/** What each of them is here; absent where no layer says. */
export type ThresholdNumbers = Readonly<Partial<Record<ThresholdName, number>>>

/** Is `name` a threshold that a condition or a sentence may name? */
export function isThresholdName(name: string): name is ThresholdName {
  return Object.keys(THRESHOLD_OF).indexOf(name) >= 0
}

/** The numbers of a plan's thresholds, by the names they have in conditions. */
export function thresholdNumbers(thresholds: Layer['thresholds']): ThresholdNumbers {
  return thresholds === undefined ? {} : { massAbsence: thresholds.massAbsence.perRoom }
}

/** The sentence with `{massAbsence}` said as the plan's number; other holes stay. */
export function sayThresholds(sentence: Text, numbers: ThresholdNumbers): Text {
  const said = (words: string) =>
    words.replace(/\{(\w+)\}/g, (hole, name: string) =>
      isThresholdName(name) ? String(numbers[name] ?? hole) : hole,
    )
  return { zh: said(sentence.zh), en: said(sentence.en) }
}
