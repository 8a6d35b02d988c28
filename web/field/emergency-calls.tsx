// 120, 119, 110 as every page shows them; in a drill they ask once whether it is real.

import { shellWords } from '#core/words/shell.ts'
import { Calls } from '../parts/calls.tsx'
import { findMe } from '../talk/session.tsx'
import { useSay } from '../talk/words.tsx'

export type EmergencyNumber = '120' | '119' | '110' | '122'

/** What every page offers, in the order in which they are needed. */
export const USUAL: readonly EmergencyNumber[] = ['120', '119', '110']

export interface EmergencyCallsProps {
  /** These alone, with no words around them: a sentence above says what for. */
  only?: readonly EmergencyNumber[] | undefined
  /** Says what each number is for; otherwise the label stands beside them. */
  withWords?: boolean | undefined
}

/** Works without a session, a network or a plan. */
export function EmergencyCalls({ only, withWords = false }: EmergencyCallsProps) {
  const t = useSay(shellWords)
  const drill = findMe()?.campaign.kind === 'drill'
  const numbers = (only ?? USUAL).map((number) => {
    const words = t(`calls.${number}`)
    return { number, name: t('calls.name', { number, words }), ...(withWords ? { words } : {}) }
  })
  return (
    <Calls
      label={t('calls.label')}
      showLabel={!withWords && !only}
      numbers={numbers}
      ask={
        drill
          ? {
              title: t('drill.call.title'),
              text: t('drill.call.text'),
              dial: (number) => t('drill.call.dial', { number }),
              back: t('drill.call.back'),
              close: t('close'),
            }
          : undefined
      }
    />
  )
}
