// Pictures, voices and documents that are still on this phone, in the list of what waits to be sent.

import { fieldFilesWords } from '#core/words/field-files.ts'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { useHeldFiles } from '../talk/held-files.ts'
import { useJoined } from '../talk/joined.ts'
import { useMe } from '../talk/session.tsx'
import { useSay } from '../talk/words.tsx'

export function OutboxFiles() {
  const t = useSay(fieldFilesWords)
  const join = useJoined()
  const me = useMe()
  const { files, sending } = useHeldFiles()
  const mine = files.filter((one) => one.person === me.person.id)
  if (mine.length === 0) return null
  return (
    <Section title={t('title')} side={t('count', { n: mine.length })}>
      <Rows label={t('title')}>
        {mine.map((one) => {
          const percent = Math.floor((one.received / one.blob.size) * 100)
          return (
            <ListRow
              key={one.file}
              title={one.name ?? t(one.kind)}
              text={
                one.refused
                  ? t('refused', { words: one.refused.words })
                  : sending === one.file
                    ? t('sending', { percent })
                    : join(t(`on-phone.${one.kind}`), t('sending.waits'))
              }
              href={`/incidents/${one.incident}`}
            />
          )
        })}
      </Rows>
    </Section>
  )
}
