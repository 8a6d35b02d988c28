// One school as a small cell, named in whole; pressing it opens the gravest incident there.

import { deskWords } from '#core/words/desk.ts'
import { SchoolDot } from '../parts/school-cell.tsx'
import { rankOf } from '../talk/level-words.ts'
import { useSay } from '../talk/words.tsx'
import type { Cell } from './cells.ts'
import { useDesk } from './desk-data.tsx'

export function CellDot({ cell }: { cell: Cell }) {
  const { names } = useDesk()
  const t = useSay(deskWords)
  const school = names.unit(cell.school.unit)
  if (cell.state === 'settled') {
    return <SchoolDot state="quiet" name={t('cell.settled', { school })} />
  }
  if (!cell.worst) {
    return <SchoolDot state="unreported" name={t('cell.unreported', { school })} />
  }
  const { worst } = cell
  return (
    <SchoolDot
      state="open"
      level={rankOf(worst.responseLevel)}
      name={t('cell.open', {
        school,
        situation: names.situation(worst.scenario),
        level: names.response(worst.responseLevel).whole,
      })}
      href={`/desk/incidents/${worst.id}`}
    />
  )
}
