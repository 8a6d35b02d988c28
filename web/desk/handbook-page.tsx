// B8: the examples of the year's handbook as bureaus entered them from the official documents, with who entered which; found by
// situation, document and words; entered one by one or from a table; struck with a reason. The address: /desk/handbook.

import { useMemo, useState } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import type { ExampleView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { bookWords } from '#core/words/desk-book.ts'
import { Button } from '../parts/button.tsx'
import { SearchField } from '../parts/field.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { useHandbook } from '../talk/live-list.ts'
import { useSay } from '../talk/words.tsx'
import { usePageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import { EnterExample } from './enter-example.tsx'
import { findExamples } from './find-examples.ts'
import { ImportExamples } from './import-examples.tsx'

export default function HandbookPage({ now }: { now: Instant }) {
  const { list } = useHandbook()
  const { plan, names, lang, me, time } = useDesk()
  const t = useSay(bookWords)
  const d = useSay(deskWords)
  const { give, outcome } = usePageDeeds()
  const [scenario, setScenario] = useState('')
  const [document, setDocument] = useState('')
  const [typed, setTyped] = useState('')
  const [sheet, setSheet] = useState<'enter' | 'import'>()
  const [striking, setStriking] = useState<ExampleView>()
  const examples = list?.examples ?? []
  const shown = useMemo(
    () => findExamples(examples, { scenario, document, typed }),
    [examples, scenario, document, typed],
  )
  const named = (id: string) => {
    const found = plan?.references.find((one) => one.id === id)
    return found ? inLang(found.name, lang) : id
  }
  const own = list?.own
  const used = new Set(examples.flatMap((one) => one.scenarios))
  return (
    <div className="page">
      <header className="page__head">
        <h1>{t('title')}</h1>
        <span className="quieter">{t('count', { n: examples.filter((one) => !one.struck).length })}</span>
        {own !== undefined && plan && (
          <span className="page__deeds">
            <Button onPress={() => setSheet('import')} icon="download">
              {t('import')}
            </Button>
            <Button kind="solid" icon="plus" onPress={() => setSheet('enter')}>
              {t('enter')}
            </Button>
          </span>
        )}
        <p className="page__lead">{t('lead')}</p>
      </header>
      <div className="page__body">
        {outcome}
        {examples.length > 0 && (
          <div className="filters">
            <SelectField
              label={t('filter.situation')}
              quietLabel
              options={[
                { value: '', label: t('filter.any') },
                ...[...used].map((id) => ({ value: id, label: names.situation(id) })),
              ]}
              value={scenario}
              onChange={setScenario}
            />
            <SelectField
              label={t('filter.document')}
              quietLabel
              options={[
                { value: '', label: t('filter.any-document') },
                ...(plan?.references ?? []).map((one) => ({ value: one.id, label: inLang(one.name, lang) })),
              ]}
              value={document}
              onChange={setDocument}
            />
            <SearchField
              label={t('filter.find')}
              value={typed}
              onChange={setTyped}
              placeholder={t('filter.find')}
              clearName={t('filter.clear')}
            />
          </div>
        )}
        {shown.length === 0 &&
          (examples.length === 0 ? (
            <EmptyState
              title={list ? t('none') : d('list.loading')}
              text={t('none.text')}
              asOf={list && d('as-of', { time: time(list.asOf, now) })}
            />
          ) : (
            <EmptyState title={t('none.found')} text={t('none.found.text')} />
          ))}
        {shown.length > 0 && (
          <table className="examples" aria-label={t('title')}>
            <thead>
              <tr>
                <th scope="col">{t('head.where')}</th>
                <th scope="col">{t('head.what')}</th>
                <th scope="col">{t('head.for')}</th>
                <th scope="col">{t('head.by')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.example} className={one.struck ? 'examples__struck' : undefined}>
                  <td>
                    {t('where', { document: named(one.document), year: one.year })}
                    <b>{one.place}</b>
                  </td>
                  <td>
                    <b>{one.struck ? <s>{one.title}</s> : one.title}</b>
                    {one.handling !== undefined && <span>{one.handling}</span>}
                    {one.struck && (
                      <span className="small">
                        {t('struck', {
                          name: one.struck.by,
                          time: time(one.struck.at, now),
                          reason: one.struck.reason ?? d('story.withheld'),
                        })}
                      </span>
                    )}
                  </td>
                  <td>{one.scenarios.map((id) => names.situation(id)).join(d('comma'))}</td>
                  <td>
                    <span className="quieter small">
                      {t('by', {
                        unit: inLang(one.unitName, lang),
                        name: one.enteredBy,
                        time: time(one.enteredAt, now),
                      })}
                    </span>
                    {!one.struck && own === one.handbook && (
                      <Button size="s" kind="text" onPress={() => setStriking(one)}>
                        {t('strike')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {sheet === 'enter' && own !== undefined && plan && (
        <EnterExample
          plan={plan}
          own={own}
          year={new Date(now + me.campaign.zoneMinutes * 60_000).getUTCFullYear()}
          give={give}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'import' && own !== undefined && (
        <ImportExamples own={own} give={give} onClose={() => setSheet(undefined)} />
      )}
      {striking && (
        <DraftSheet
          title={t('strike.title')}
          draft={`${striking.example}.strike`}
          label={t('reason')}
          hint={t('strike.hint')}
          rows={2}
          send={t('strike')}
          missing={(reason) => (reason === '' ? t('reason.missing') : undefined)}
          onSend={(reason) =>
            give(t('strike'), { kind: 'handbook', id: striking.handbook }, 'StrikeExample', {
              example: striking.example,
              reason,
            })
          }
          onClose={() => setStriking(undefined)}
          before={<p className="read">{striking.title}</p>}
          after={<p className="quieter small">{t('strike.kept')}</p>}
        />
      )}
    </div>
  )
}
