// 正在取…: a part of the app or its data is on its way.

import { fieldWords } from '#core/words/field.ts'
import { useSay } from '../talk/words.tsx'

export function Fetching() {
  return (
    <p className="quiet" role="status">
      {useSay(fieldWords)('incident.loading')}
    </p>
  )
}
