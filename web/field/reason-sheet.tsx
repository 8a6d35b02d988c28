// A sheet that asks for one text and sends it: a reason, an effect. Kept on the device until it was sent.

import { actWords } from '#core/words/act.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { TextArea } from '../parts/field.tsx'
import { Sheet } from '../parts/sheet.tsx'
import type { GivenAnswer } from '../talk/act.ts'
import { useKept } from '../talk/kept.ts'
import { useSay } from '../talk/words.tsx'

export interface ReasonSheetProps {
  /** Under which name what is typed is kept. */
  draft: string
  /** The deed; undefined: closed. */
  title: string | undefined
  label: string
  hint?: string | undefined
  onSend: (words: string) => Promise<GivenAnswer>
  onClose: () => void
}

export function ReasonSheet({ draft, title, label, hint, onSend, onClose }: ReasonSheetProps) {
  const t = useSay(actWords)
  const shell = useSay(shellWords)
  const kept = useKept<string>(draft)
  const words = kept.value ?? ''

  async function send() {
    const given = await onSend(words.trim())
    if (!('refused' in given)) kept.drop()
    onClose()
  }

  return (
    <Sheet open={title !== undefined} title={title ?? ''} closeName={shell('close')} onClose={onClose}>
      <div className="stack">
        <TextArea
          label={label}
          value={words}
          onChange={kept.keep}
          maxLength={4000}
          rows={3}
          hint={hint ?? t('form.kept')}
        />
        <Button
          kind="solid"
          size="l"
          wide
          busyLabel={t('form.sending')}
          missing={words.trim() === '' ? t('form.missing', { field: label }) : undefined}
          onPress={send}
        >
          {title}
        </Button>
      </div>
    </Sheet>
  )
}
