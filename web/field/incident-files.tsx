// Pictures, voice notes and documents of the incident: what is there, what is on its way, what still lies on which phone, and what
// was not taken with its reason (E2). Taking new ones is file-sheet.tsx.

import { lazy, Suspense } from 'react'
import type { FileOnRecord } from '#core/incident/state.ts'
import { fieldFilesWords } from '#core/words/field-files.ts'
import { type AttachmentItem, Attachments } from '../parts/attachments.tsx'
import { Button } from '../parts/button.tsx'
import type { IconName } from '../parts/icon.tsx'
import { Section } from '../parts/list-row.tsx'
import { type FileKind, type HeldFile, useBlobUrl, useHeldFiles } from '../talk/held-files.ts'
import { useLink } from '../talk/incidents.ts'
import { useMe } from '../talk/session.tsx'
import { useSay } from '../talk/words.tsx'
import { useInHand, useWhoWhen } from './in-hand.tsx'

/** The words of every refusal there is: fetched when one is to be said. */
const RefusalWords = lazy(() => import('./refusal-words.tsx'))

const ICONS: Readonly<Record<FileKind, IconName>> = { photo: 'camera', voice: 'mic', document: 'document' }

/** `about`: only those that show this opinion, step or form; without it everything. */
export function IncidentFiles({ about }: { about?: string }) {
  const t = useSay(fieldFilesWords)
  const { incident } = useInHand()
  const { files } = useHeldFiles(incident.id)
  const named = incident.files.filter((file) => about === undefined || file.about === about)
  // Held and not on record yet only for a moment, or when naming it was refused.
  const unnamed = files.filter(
    (one) => about === undefined && !incident.files.some((file) => file.file === one.file),
  )
  if (named.length + unnamed.length === 0) return null
  const list = (
    <div className="stack">
      {named.map((file) => (
        <OneFile key={file.file} file={file} held={files.find((one) => one.file === file.file)} />
      ))}
      {unnamed.map((one) => (
        <HeldOnly key={one.file} held={one} />
      ))}
    </div>
  )
  if (about !== undefined) return list
  return (
    <Section title={t('title')} side={t('count', { n: named.length + unnamed.length })}>
      {list}
    </Section>
  )
}

function OneFile({ file, held }: { file: FileOnRecord; held: HeldFile | undefined }) {
  const t = useSay(fieldFilesWords)
  const whoWhen = useWhoWhen()
  const { view, nameOf } = useInHand()
  const me = useMe()
  const coming = useComing(held)
  const kept = useBlobUrl(held?.kind === 'photo' ? held.blob : undefined)
  const there = view?.files.find((one) => one.file === file.file)
  const href = `/api/files/${file.file}`
  const ready = there?.state === 'ready'
  const item: AttachmentItem = {
    id: file.file,
    icon: ICONS[file.kind],
    title: file.name ?? t(file.kind),
    text: whoWhen(file),
    ...(ready
      ? {
          state: 'ready',
          picture: file.kind === 'photo' ? href : undefined,
          sound: file.kind === 'voice' ? href : undefined,
          open: { href, name: t('open', { kind: file.name ?? t(file.kind) }) },
        }
      : there?.refused
        ? {
            state: 'refused',
            action: (
              <Suspense fallback={null}>
                <RefusalWords code={there.refused} />
              </Suspense>
            ),
          }
        : held
          ? { ...coming, picture: kept }
          : {
              state: 'coming',
              words:
                there && there.received > 0
                  ? t('sending', { percent: Math.floor((there.received / there.size) * 100) })
                  : file.by.person === me.person.id
                    ? t('checking')
                    : t('on-other', { name: nameOf(file.by.person) }),
            }),
  }
  return <Attachments label={item.title} items={[item]} />
}

function HeldOnly({ held }: { held: HeldFile }) {
  const t = useSay(fieldFilesWords)
  const coming = useComing(held)
  const picture = useBlobUrl(held.kind === 'photo' ? held.blob : undefined)
  const title = held.name ?? t(held.kind)
  return (
    <Attachments
      label={title}
      items={[{ id: held.file, icon: ICONS[held.kind], title, picture, ...coming }]}
    />
  )
}

/** How far a file of this phone got. */
function useComing(held: HeldFile | undefined): Pick<AttachmentItem, 'state' | 'words' | 'part' | 'action'> {
  const t = useSay(fieldFilesWords)
  const { sending, forget } = useHeldFiles()
  const link = useLink()
  if (!held) return { state: 'coming' }
  if (held.refused) {
    return {
      state: 'refused',
      words: t('refused', { words: held.refused.words }),
      action: (
        <Button kind="text" size="s" onPress={() => forget(held.file)}>
          {t('put-away')}
        </Button>
      ),
    }
  }
  const part = held.received / held.blob.size
  if (sending === held.file && link !== 'offline') {
    return { state: 'coming', words: t('sending', { percent: Math.floor(part * 100) }), part }
  }
  return {
    state: 'coming',
    words: `${t(`on-phone.${held.kind}`)} · ${t('sending.waits')}`,
    ...(part > 0 ? { part } : {}),
  }
}
