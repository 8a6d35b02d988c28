// The answer to "is it the same?": joined at once, not the same or parted again with a reason. The reason's sheet is its own,
// because the command goes to the pair and not to the incident.

import { useState } from 'react'
import type { TwiceView } from '#core/wire/view.ts'
import { actWords } from '#core/words/act.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { Button } from '../parts/button.tsx'
import { useAct } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { ReasonSheet } from './reason-sheet.tsx'

export function TwiceAnswer({ pair }: { pair: TwiceView }) {
  const t = useSay(fieldIncidentWords)
  const act = useSay(actWords)
  const { give } = useAct()
  const [asking, setAsking] = useState<'RefuseTwice' | 'PartTwice'>()
  const { first, second, may } = pair
  const send = (type: string, more: object = {}) =>
    give({ kind: 'twice', id: pair.stream }, type, { first, second, ...more })
  const joined = pair.state === 'joined'
  return (
    <>
      {!joined && may.includes('JoinTwice') && (
        <Button onPress={() => send('JoinTwice')}>{t('twice.join')}</Button>
      )}
      {!joined && may.includes('RefuseTwice') && (
        <Button onPress={() => setAsking('RefuseTwice')}>{t('twice.not')}</Button>
      )}
      {joined && may.includes('PartTwice') && (
        <Button onPress={() => setAsking('PartTwice')}>{t('twice.part')}</Button>
      )}
      <ReasonSheet
        draft={`draft/twice/${pair.stream}/${second}/${asking ?? ''}`}
        title={asking && act(`deed.${asking}`)}
        label={act(asking === 'PartTwice' ? 'PartTwice.reason' : 'RefuseTwice.reason')}
        onSend={(reason) => send(asking ?? 'RefuseTwice', { reason })}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}
