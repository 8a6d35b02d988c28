// Taking or choosing a photograph, a voice note or a document for an incident. What may not be photographed is said first.
// Keeping and sending is web/talk/held-files.ts.

import { useState } from 'react'
import { FILE_LIMITS, FILES_PER_INCIDENT } from '#core/incident/file-limits.ts'
import type { Incident } from '#core/incident/state.ts'
import { fieldFilesWords } from '#core/words/field-files.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { figures } from '../parts/clock-text.ts'
import { FileButton } from '../parts/file-button.tsx'
import { Banner } from '../parts/notice.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useClockWords } from '../talk/clock-words.ts'
import { type Picked, useAttach } from '../talk/held-files.ts'
import { shrinkPhoto } from '../talk/photo.ts'
import { canRecord, useVoice } from '../talk/voice.ts'
import { useSay } from '../talk/words.tsx'

const DOCUMENTS = '.pdf,.docx,.xlsx,application/pdf'
const MEGABYTE = 1024 * 1024

export interface FileSheetProps {
  incident: Incident
  /** What it shows: an opinion, a step, a form; absent: the incident. */
  about?: string | undefined
  onClose: () => void
}

export default function FileSheet({ incident, about, onClose }: FileSheetProps) {
  const t = useSay(fieldFilesWords)
  const shell = useSay(shellWords)
  return (
    <Sheet open title={t('title')} closeName={shell('close')} onClose={onClose}>
      <FileChoice incident={incident} about={about} onDone={onClose} />
    </Sheet>
  )
}

interface FileChoiceProps {
  incident: Incident
  about: string | undefined
  onDone: () => void
}

function FileChoice({ incident, about, onDone }: FileChoiceProps) {
  const t = useSay(fieldFilesWords)
  const attach = useAttach(incident.id)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const full = incident.files.length >= FILES_PER_INCIDENT

  async function take(picked: Picked | undefined) {
    if (!picked) return setProblem(t('unreadable'))
    const limit = FILE_LIMITS[picked.kind]
    if (picked.blob.size > limit) {
      return setProblem(t('too-large', { max: Math.floor(limit / MEGABYTE) }))
    }
    await attach(picked, about)
    onDone()
  }

  async function takePhoto(photo: File) {
    setBusy(true)
    setProblem(undefined)
    const blob = await shrinkPhoto(photo)
    await take(blob && { blob, kind: 'photo' })
    setBusy(false)
  }

  if (full) return <Banner icon="warning">{t('too-many', { max: FILES_PER_INCIDENT })}</Banner>
  return (
    <div className="stack">
      <Banner icon="shield">{t('never-papers')}</Banner>
      <FileButton
        kind="solid"
        icon="camera"
        label={busy ? t('preparing') : t('take-photo')}
        accept="image/*"
        camera
        onPick={takePhoto}
      />
      <FileButton icon="plus" label={t('choose-photo')} accept="image/*" onPick={takePhoto} />
      <p className="quieter small">{t('shrinks')}</p>
      {canRecord() && <VoiceNote onTake={(blob) => take({ blob, kind: 'voice' })} />}
      <FileButton
        icon="document"
        label={t('choose-file')}
        note={t('choose-file.text')}
        accept={DOCUMENTS}
        onPick={(file) => take({ blob: file, kind: 'document', name: file.name })}
      />
      {problem !== undefined && (
        <p className="ask__missing" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

function VoiceNote({ onTake }: { onTake: (blob: Blob) => Promise<unknown> }) {
  const t = useSay(fieldFilesWords)
  const voice = useVoice()
  const words = useClockWords()
  if (voice.state === 'denied') return <p className="quiet small">{t('recording.denied')}</p>
  if (voice.state !== 'recording') {
    return (
      <Button icon="mic" wide busy={voice.state === 'asking'} onPress={voice.start}>
        {t('record-voice')}
      </Button>
    )
  }
  return (
    <div className="stack">
      <p role="timer" aria-live="off" className="clock__main">
        {t('recording', { at: figures(voice.seconds, words) })}
      </p>
      <Button
        kind="solid"
        wide
        icon="tick"
        onPress={async () => {
          const blob = await voice.stop()
          if (blob) await onTake(blob)
        }}
      >
        {t('recording.stop')}
      </Button>
    </div>
  )
}
