// An example of the handbook as it is being entered at the desk, checked in words before it is sent (B8). Pure.

import type { EnteredExample } from '#core/handbook/handbook.ts'

export interface ExampleDraft {
  readonly document: string
  readonly year: number
  readonly place: string
  readonly scenarios: readonly string[]
  readonly title: string
  readonly handling: string
}

/** The first field that is still empty, by its name. */
export function missingOf(
  draft: ExampleDraft,
): 'document' | 'year' | 'place' | 'situations' | 'heading' | undefined {
  if (draft.document === '') return 'document'
  if (draft.year < 2015 || draft.year > 2100) return 'year'
  if (draft.place.trim() === '') return 'place'
  if (draft.scenarios.filter((one) => one !== '').length === 0) return 'situations'
  if (draft.title.trim() === '') return 'heading'
  return undefined
}

/** What the door takes. */
export function exampleOf(draft: ExampleDraft, example: string): EnteredExample {
  const handling = draft.handling.trim()
  return {
    example,
    document: draft.document,
    year: draft.year,
    place: draft.place.trim(),
    scenarios: [...new Set(draft.scenarios.filter((one) => one !== ''))],
    title: draft.title.trim(),
    ...(handling === '' ? {} : { handling }),
  }
}
