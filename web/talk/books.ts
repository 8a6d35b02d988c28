// Asking about books without changing them: a table of examples read row by row, a layer of a plan as text, the next edition tried
// out. Entering and issuing are commands (act.ts); the lists themselves are live-list.ts.

import type { UnitPath } from '#core/basics/tier.ts'
import type { LayerHash } from '#core/edition/edition.ts'
import type { PreparedEdition, ReadExamples } from '#core/wire/view.ts'
import { type Answered, postFile, request, requestText } from './request.ts'

/** Where the empty table is to be had. */
export const TEMPLATE_ADDRESS = '/api/handbook/template.xlsx'

/** B8: every row of a table with its entry or what is wrong in it; nothing is stored. */
export function readTable(file: Blob): Promise<Answered<ReadExamples>> {
  return postFile('/api/handbook/read', file)
}

/** G1: a layer as its author wrote it; undefined when it did not come. */
export function loadLayerSource(layer: LayerHash): Promise<string | undefined> {
  return requestText(`/api/editions/source?layer=${encodeURIComponent(layer)}`, 'application/yaml')
}

/** G1, G2: the checker's problems with their lines and what would change; with `keep` it can then be issued. */
export function prepareEdition(
  unit: UnitPath,
  source: string,
  keep: boolean,
): Promise<Answered<PreparedEdition>> {
  return request('/api/editions/prepare', { unit, source, keep })
}
