// 120, 119, 110: plain tel: links that need nothing of ours. In a drill they ask once whether it is real.

import { type MouseEvent, useState } from 'react'
import { Button } from './button.tsx'
import { Sheet } from './sheet.tsx'

export interface CallsProps {
  /** number, words below it (有人受伤), and the whole name: 打 120，有人受伤. */
  numbers: readonly { number: string; words?: string | undefined; name: string }[]
  /** Group name: 有人受伤、有危险先打. */
  label: string
  /** Shows the label to the left of the numbers. */
  showLabel?: boolean | undefined
  /** Only in a drill. */
  ask?:
    | { title: string; text: string; dial: (number: string) => string; back: string; close: string }
    | undefined
  /** After dialling, for writing it down. Never delays the call. */
  onCall?: ((number: string) => void) | undefined
}

/** The emergency numbers in one row of equal targets. */
export function Calls({ numbers, label, showLabel = false, ask, onCall }: CallsProps) {
  const [asking, setAsking] = useState<string>()
  function call(event: MouseEvent, number: string) {
    if (!ask) {
      onCall?.(number)
      return
    }
    event.preventDefault()
    setAsking(number)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div className="calls" role="group" aria-label={label}>
      {showLabel && <span className="calls__label">{label}</span>}
      {numbers.map((one) => (
        <a
          key={one.number}
          className="calls__one"
          href={`tel:${one.number}`}
          aria-label={one.name}
          onClick={(event) => call(event, one.number)}
        >
          <b>{one.number}</b>
          {one.words && <span>{one.words}</span>}
        </a>
      ))}
      {ask && (
        <Sheet
          open={asking !== undefined}
          title={ask.title}
          closeName={ask.close}
          onClose={() => setAsking(undefined)}
        >
          <p className="read">{ask.text}</p>
          <div className="stack">
            <Button
              kind="solid"
              wide
              icon="phone"
              href={`tel:${asking ?? ''}`}
              onPress={() => {
                if (asking !== undefined) onCall?.(asking)
                setAsking(undefined)
              }}
            >
              {ask.dial(asking ?? '')}
            </Button>
            <Button wide onPress={() => setAsking(undefined)}>
              {ask.back}
            </Button>
          </div>
        </Sheet>
      )}
    </div>
  )
}
