// "新到 2 件": what came in while the list is being read. It stands in the column's head, so that no row moves or is hidden.

import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { useSay } from '../talk/words.tsx'

export interface NewOnesProps {
  n: number
  onShow: () => void
  /** Said while nothing is held: how the list is sorted. */
  order: string
}

export function NewOnes({ n, onShow, order }: NewOnesProps) {
  const t = useSay(deskWords)
  return (
    <span className="desk-head__side">
      {n > 0 ? (
        <Button size="s" icon="arrow-up" onPress={onShow}>
          {t('list.new', { n })}
        </Button>
      ) : (
        order
      )}
    </span>
  )
}
