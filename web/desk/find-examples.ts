// Which examples of the handbook fit a situation, a document and typed words. Pure. Their order is the documents' own.

import type { ExampleView } from '#core/wire/view.ts'

export interface ExampleFilter {
  /** Empty: any. */
  readonly scenario: string
  readonly document: string
  readonly typed: string
}

/** Those that fit, those in force first, newest year first, then by document and place. */
export function findExamples(
  examples: readonly ExampleView[],
  { scenario, document, typed }: ExampleFilter,
): readonly ExampleView[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = examples.filter(
    (one) =>
      (scenario === '' || one.scenarios.includes(scenario)) &&
      (document === '' || one.document === document) &&
      words.every((word) => textOf(one).includes(word)),
  )
  return fitting.sort(
    (a, b) =>
      Number(a.struck !== undefined) - Number(b.struck !== undefined) ||
      b.year - a.year ||
      compare(a.document, b.document) ||
      a.place.localeCompare(b.place, 'zh-CN', { numeric: true }),
  )
}

function textOf(one: ExampleView): string {
  return [one.title, one.place, one.handling ?? ''].join('\n').normalize('NFKC').toLowerCase()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
