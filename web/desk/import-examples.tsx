// Importing a bureau's own table of examples: the file is read by the server, looked over row by row here, and only then entered.
// Rows with a problem stay out and say what is wrong in which column (B8).

import { useRef, useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import type { ReadExamples } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { bookWords } from '#core/words/desk-book.ts'
import { Button } from '../parts/button.tsx'
import { Chip } from '../parts/chip.tsx'
import { Fault } from '../parts/notice.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { freshId } from '../talk/act.ts'
import { readTable, TEMPLATE_ADDRESS } from '../talk/books.ts'
import { useSay } from '../talk/words.tsx'
import type { PageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'

type Reading =
  | { readonly state: 'none' }
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly why?: string }
  | { readonly state: 'read'; readonly found: ReadExamples; readonly name: string }

export interface ImportExamplesProps {
  own: string
  give: PageDeeds['give']
  onClose: () => void
}

export function ImportExamples({ own, give, onClose }: ImportExamplesProps) {
  const { me, lang } = useDesk()
  const t = useSay(bookWords)
  const d = useSay(deskWords)
  const [reading, setReading] = useState<Reading>({ state: 'none' })
  const input = useRef<HTMLInputElement>(null)
  const found = reading.state === 'read' ? reading.found : undefined
  const good = (found?.rows ?? []).flatMap((row) => (row.example && !row.known ? [row.example] : []))

  async function read(file: File | undefined) {
    if (!file) return
    setReading({ state: 'reading' })
    const answer = await readTable(file)
    if ('got' in answer) setReading({ state: 'read', found: answer.got, name: file.name })
    else setReading({ state: 'failed', ...('problem' in answer ? { why: answer.problem.detail } : {}) })
  }

  return (
    <Sheet
      open
      title={t('import.title')}
      closeName={d('close')}
      onClose={onClose}
      foot={
        good.length > 0 && (
          <Button
            kind="solid"
            wide
            busyLabel={d('sending')}
            onPress={async () => {
              const data = {
                unit: me.post.unit,
                campaign: me.campaign.id,
                examples: good.map((one) => ({ ...one, example: freshId() })),
              }
              await give(t('import'), { kind: 'handbook', id: own }, 'EnterExamples', data)
              onClose()
            }}
          >
            {t('import.send', { n: good.length })}
          </Button>
        )
      }
    >
      <p>{t('import.text')}</p>
      <div className="line">
        <a className="btn btn--outline btn--m" href={TEMPLATE_ADDRESS} download>
          {t('template')}
        </a>
        <Button
          kind={good.length > 0 ? 'outline' : 'solid'}
          busy={reading.state === 'reading'}
          busyLabel={t('import.reading')}
          onPress={() => input.current?.click()}
        >
          {t(reading.state === 'read' ? 'import.again' : 'import.choose')}
        </Button>
        <input
          ref={input}
          className="unseen"
          type="file"
          tabIndex={-1}
          aria-label={t('import.choose')}
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            void read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {reading.state === 'failed' && (
        <Fault title={t('import.failed')} text={reading.why || t('import.failed.text')} />
      )}
      {found?.problem && <Fault title={t('import.failed')} text={inLang(found.problem, lang)} />}
      {found && !found.problem && <Rows found={found} good={good.length} />}
    </Sheet>
  )
}

function Rows({ found, good }: { found: ReadExamples; good: number }) {
  const { lang, names, plan } = useDesk()
  const t = useSay(bookWords)
  const d = useSay(deskWords)
  const known = found.rows.filter((row) => row.known).length
  const wrong = found.rows.filter((row) => row.problems.length > 0)
  const rest = found.rows.filter((row) => row.problems.length === 0)
  return (
    <>
      <p role="status">
        <b>{good > 0 ? t('import.found', { good }) : t('import.nothing')}</b>
        {known > 0 && d('comma') + t('import.known', { n: known })}
        {wrong.length > 0 && d('comma') + t('import.wrong', { n: wrong.length })}
      </p>
      <ul className="import-rows">
        {wrong.map((row) => (
          <li key={row.row} className="import-rows__wrong">
            <b>{t('import.row', { n: row.row })}</b>
            {row.problems.map((problem) => (
              <span key={problem.column + problem.message.en}>
                {t('import.problem', { column: problem.column, message: inLang(problem.message, lang) })}
              </span>
            ))}
          </li>
        ))}
        {rest.map((row) => {
          const { example } = row
          const document = plan?.references.find((one) => one.id === example?.document)
          return (
            <li key={row.row}>
              <b>{example?.title}</b>
              {row.known && <Chip>{t('import.is-known')}</Chip>}
              {example && (
                <span className="quieter small">
                  {t('where', {
                    document: document ? inLang(document.name, lang) : example.document,
                    year: example.year,
                  })}
                  {d('comma')}
                  {example.place}
                  {d('comma')}
                  {example.scenarios.map((one) => names.situation(one)).join(d('comma'))}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
