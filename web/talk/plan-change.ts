// One change of a plan in words for people, at the desk as on the phone (G1): what it is called, what a clause says, what stood there
// and what stands there now. No field names: they are the file's. Finding the changes is core/plan/changes.ts.

import { inLang, type Lang } from '#core/basics/text.ts'
import type { FieldChange, PlanChange } from '#core/plan/changes.ts'

export interface ChangeInWords {
  /** Its id only where the plan has no name for it. */
  readonly title: string
  /** The words of what came or went. */
  readonly text?: string
  /** Values in the reader's language; those of the other language are left out. */
  readonly fields: readonly FieldChange[]
}

export function changeInWords(change: PlanChange, lang: Lang): ChangeInWords {
  const other = lang === 'en' ? '.zh' : '.en'
  return {
    title: change.name ? inLang(change.name, lang) : change.id,
    ...(change.text ? { text: inLang(change.text, lang) } : {}),
    fields: change.fields.filter(({ field }) => !field.endsWith(other)),
  }
}
