// B1–B3, B8: whether the year's handbook has an example. Only what a bureau entered or somebody who holds the handbook says stands
// under that name; what we suggest has a heading of its own, further down.

import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { inLang } from '#core/basics/text.ts'
import { findSituation } from '#core/plan/effective.ts'
import type { ExampleView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'
import { whoDid } from './who-did.ts'

export function HandHandbook(parts: HandParts) {
  const { view, plan, names, now } = parts
  const { time } = useDesk()
  const t = useSay(deskWords)
  const { example } = view.incident
  const entered = view.examples.filter((one) => !one.struck)
  const asks = !example && view.may.includes('StateExample')
  return (
    <>
      {(example || entered.length > 0) && (
        <SidePart title={t('handbook.title')}>
          {example && !(example.cited && entered.length > 0) && (
            <>
              <p>
                {example.listed
                  ? t('handbook.listed', { reference: example.reference ?? '' })
                  : t('handbook.none')}
              </p>
              <p className="quieter small">{statedBy()}</p>
            </>
          )}
          <ul className="blocks">
            {entered.map((one) => (
              <Example key={one.example} one={one} plan={plan} now={now} />
            ))}
          </ul>
        </SidePart>
      )}
      {asks && <Question {...parts} />}
    </>
  )

  function statedBy(): ReactNode {
    if (!example) return null
    return t('handbook.by', {
      name: whoDid(example.by, view, names),
      time: time(example.occurredAt, now),
    })
  }
}

function Example({ one, plan, now }: { one: ExampleView } & Pick<HandParts, 'plan' | 'now'>) {
  const { lang, time } = useDesk()
  const h = useSay(handWords)
  const document = plan?.references.find((each) => each.id === one.document)
  return (
    <li className="block">
      <b>{one.title}</b>
      <span className="quieter small">
        {h('example.at', {
          document: document ? inLang(document.name, lang) : one.document,
          year: one.year,
          place: one.place,
        })}
      </span>
      {one.handling !== undefined && <span>{one.handling}</span>}
      <span className="quieter small">
        {h('example.entered', {
          unit: inLang(one.unitName, lang),
          name: one.enteredBy,
          time: time(one.enteredAt, now),
        })}
      </span>
    </li>
  )
}

/** What the plan's catalogue says of the situation: never shown as the handbook's. */
export function OurSuggestion({ view, plan }: Pick<HandParts, 'view' | 'plan'>) {
  const { lang } = useDesk()
  const h = useSay(handWords)
  const situation = plan && findSituation(plan, view.incident.scenario)
  const clause = situation && plan.clauses[situation.clause]
  if (!clause || view.incident.status === 'closed') return null
  return (
    <SidePart title={h('ours.title')}>
      <details className="ours">
        <summary>{inLang(situation.trigger, lang)}</summary>
        <p>{inLang(clause.text, lang)}</p>
        <Link href={`/desk/plan/situations#${situation.id}`}>{h('ours.more')}</Link>
      </details>
    </SidePart>
  )
}

/** Only somebody who holds the handbook can say; without an example the matter goes up. */
function Question({ view, deeds, plan, names }: HandParts) {
  const { tier } = useDesk()
  const t = useSay(deskWords)
  const [asking, setAsking] = useState(false)
  const [reference, setReference] = useDraft(`${view.incident.id}.reference`)
  const grade = view.incident.grades[view.incident.grades.length - 1]
  const handling = plan?.handling.find((one) => one.eventLevel === grade?.eventLevel)
  const asks = handling && handling.asks !== tier ? names.tier(handling.asks) : undefined
  return (
    <SidePart title={t('handbook.question')}>
      {asking ? (
        <form className="stack" onSubmit={(event) => event.preventDefault()}>
          <TextField
            label={t('handbook.reference')}
            value={reference}
            onChange={setReference}
            placeholder={t('handbook.reference.hint')}
          />
          <div className="line">
            <Button
              size="s"
              type="submit"
              missing={reference.trim() === '' ? t('handbook.reference.missing') : undefined}
              onPress={async () => {
                const given = { listed: true, reference: reference.trim() }
                if (await deeds.give(t('handbook.deed'), 'StateExample', given)) setReference('')
              }}
            >
              {t('handbook.save')}
            </Button>
            <Button size="s" kind="text" onPress={() => setAsking(false)}>
              {t('back')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <div className="line">
            <Button size="s" onPress={() => setAsking(true)}>
              {t('handbook.yes')}
            </Button>
            <Button
              size="s"
              onPress={() => deeds.give(t('handbook.deed'), 'StateExample', { listed: false })}
            >
              {t('handbook.no')}
            </Button>
          </div>
          {asks !== undefined && <p className="quieter small">{t('handbook.no.then', { tier: asks })}</p>}
        </>
      )}
    </SidePart>
  )
}
