// A question of the desk with one text to write: title, what else is chosen, the text, one button. The draft outlives
// closing and a reload, and goes once the server has it; what came of it is said beside the buttons (deeds.tsx).

import type { ReactNode } from 'react'
import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { TextArea, TextField } from '../parts/field.tsx'
import type { IconName } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useSay } from '../talk/words.tsx'
import { useDraft } from './draft.ts'

/** The door takes no more, in UTF-16 units. */
export const MAX_TEXT = 4000

export interface DraftSheetProps {
  title: string
  /** Where the draft is kept; one for each incident and question. */
  draft: string
  /** What stands there when there is no draft. */
  start?: string | undefined
  label: string
  hint?: string | undefined
  /** Lines of the box; 1 is a field of one line. */
  rows?: number | undefined
  send: string
  icon?: IconName | undefined
  /** What keeps the text (trimmed) from being sent, in a sentence. */
  missing: (text: string) => string | undefined
  /** Gives the deed with the text (trimmed); true when the draft may go. */
  onSend: (text: string) => Promise<boolean>
  onClose: () => void
  /** Asked before the text. */
  before?: ReactNode
  /** Asked or said after it. */
  after?: ReactNode
}

export function DraftSheet(props: DraftSheetProps) {
  const { title, draft, start, label, hint, rows, send, icon, missing, onSend, onClose, before, after } =
    props
  const t = useSay(deskWords)
  const [text, setText] = useDraft(draft, start)
  const field = { label, value: text, onChange: setText, placeholder: hint, maxLength: MAX_TEXT }
  return (
    <Sheet
      open
      title={title}
      closeName={t('close')}
      onClose={onClose}
      foot={
        <Button
          kind="solid"
          wide
          icon={icon}
          missing={missing(text.trim())}
          busyLabel={t('sending')}
          onPress={async () => {
            if (await onSend(text.trim())) setText('')
            onClose()
          }}
        >
          {send}
        </Button>
      }
    >
      {before}
      {rows === 1 ? <TextField {...field} /> : <TextArea {...field} rows={rows} />}
      {after}
    </Sheet>
  )
}
