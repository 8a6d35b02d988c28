// The side "reports" of the incident in hand: the series, raising, oral reports, verified or not.

import type { HandParts } from './hand-parts.ts'
import { OralBlock } from './oral-block.tsx'
import { RaiseBlock, SeriesBlock } from './series-block.tsx'
import { VerdictBlock } from './verdict-block.tsx'

export function UpSide(parts: HandParts) {
  return (
    <>
      <SeriesBlock {...parts} />
      <VerdictBlock {...parts} />
      <RaiseBlock {...parts} />
      <OralBlock {...parts} />
    </>
  )
}
