// The side "files" of the incident in hand, and the same pictures small in its story. A file is read through the server by its id;
// what is still on its way or was not taken says so instead of a picture.

import type { FileOnRecord } from '#core/incident/state.ts'
import type { FileView } from '#core/wire/view.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Provisional } from '../parts/chip.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { fileAddress } from '../talk/file-address.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { sizeWords } from './file-size.ts'
import type { HandParts } from './hand-parts.ts'
import { whoDid } from './who-did.ts'

const ICONS: Readonly<Record<FileOnRecord['kind'], IconName>> = {
  photo: 'camera',
  document: 'document',
  voice: 'sound',
}

export function FilesSide({ view, names, now }: HandParts) {
  const { time } = useDesk()
  const t = useSay(handWords)
  const { files } = view.incident
  if (files.length === 0) return <EmptyState title={t('files.none')} text={t('files.none.text')} />
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.file}>
          <FileTile file={file} state={view.files.find((one) => one.file === file.file)} />
          <span className="quieter small">
            {t('files.by', {
              name: whoDid(file.by, view, names),
              time: time(file.occurredAt, now),
              size: sizeWords(file.size),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One file: a small picture that opens, a recording that plays, a document by its name. */
export function FileTile({ file, state }: { file: FileOnRecord; state: FileView | undefined }) {
  const t = useSay(handWords)
  const name = file.name ?? t(`files.${file.kind}`)
  if (state?.state !== 'ready') {
    const part = state && state.size > 0 ? Math.floor((100 * state.received) / state.size) : 0
    return (
      <span className="file file--coming">
        <Icon name={ICONS[file.kind]} />
        <span className="file__name">{name}</span>
        <Provisional>
          {state?.state === 'refused'
            ? t('files.refused')
            : part > 0
              ? t('files.coming', { part: `${part}%` })
              : t('files.waiting')}
        </Provisional>
      </span>
    )
  }
  const address = fileAddress(file.file)
  if (file.kind === 'voice') {
    return (
      <span className="file">
        {/* biome-ignore lint/a11y/useMediaCaption: a recording from a corridor has no captions */}
        <audio controls preload="none" src={address} aria-label={name} />
      </span>
    )
  }
  return (
    <a
      className={`file${file.kind === 'photo' ? ' file--photo' : ''}`}
      href={address}
      target="_blank"
      rel="noreferrer"
      aria-label={t('files.open', { name })}
    >
      {file.kind === 'photo' ? (
        <img src={address} alt="" loading="lazy" />
      ) : (
        <>
          <Icon name="document" />
          <span className="file__name">{name}</span>
        </>
      )}
    </a>
  )
}
