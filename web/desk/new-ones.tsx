// "新到 2 件": what came in while the list is being read. It stands above the rows and moves none of them.

import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { useSay } from '../talk/words.tsx'

export function NewOnes({ n, onShow }: { n: number; onShow: () => void }) {
  const t = useSay(deskWords)
  // Laid over the first row's edge rather than pushed between: the rows must not move when it appears.
  return (
    <div className="new-ones">
      {n > 0 && (
        <Button size="s" icon="arrow-up" onPress={onShow}>
          {t('list.new', { n })}
        </Button>
      )}
    </div>
  )
}
