// What this viewer may say on the incident in hand: an instruction to the tier below, a question to the tier above, a
// message to all. One button is solid: the next deed. Only commands of `view.may` are offered.

import { useState } from 'react'
import { TIERS, tierAbove } from '#core/basics/tier.ts'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/chip.tsx'
import { NumberField, TextArea } from '../parts/field.tsx'
import { freshId, useAct } from '../talk/act.ts'
import { answersFor, asksFor } from '../talk/next-deed.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { DraftSheet, MAX_TEXT } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'

export function Composer(parts: HandParts) {
  const { view, names, deeds, next, now, notices, plan } = parts
  const { tier, time } = useDesk()
  const t = useSay(deskWords)
  const act = useSay(actWords)
  const { giveAll } = useAct()
  const { incident } = view
  const may = (type: string) => view.may.includes(type)
  const [text, setText] = useDraft(`${incident.id}.words`)
  const asks = asksFor(incident, tier)
  const [chosen, setChosen] = useState<string | 'unasked'>()
  const ask = chosen === 'unasked' ? undefined : (asks.find((one) => one.ask === chosen) ?? asks[0])
  const [sheet, setSheet] = useState<'ask' | 'respond'>()
  const above = tierAbove(tier)
  const below = ask?.fromTier ?? TIERS[TIERS.indexOf(tier) - 1]
  const writes = may('Answer') || may('SendMessage')
  const nothing = !writes && !may('Acknowledge') && !may('Ask') && !may('Comply') && !may('ConfirmReport')

  if (incident.status === 'closed') {
    return (
      <footer className="composer">
        <p className="quieter small">{t('composer.closed')}</p>
      </footer>
    )
  }
  if (nothing) {
    const desk = plan?.desks.county
    return (
      <footer className="composer">
        {deeds.outcome}
        <p className="quieter small">{t('composer.read-only', { post: names.post(desk) })}</p>
      </footer>
    )
  }

  const hasReport = [...incident.acknowledged, ...incident.confirmedAbove].some((deed) => deed.tier === tier)
  const missing = text.trim() === '' ? t('composer.missing') : undefined
  const toComply = may('Comply') ? answersFor(incident, tier) : []
  return (
    <footer className="composer">
      {deeds.outcome}
      {toComply.map((answer) => (
        <Answer
          key={answer.answer}
          title={t('composer.from-above', { tier: names.tier(answer.fromTier) })}
          by={t('composer.by', {
            name: view.people[answer.by.person]?.name ?? names.post(answer.by.postKind),
            time: time(answer.occurredAt, now),
          })}
          text={answer.instruction ?? t('story.withheld')}
          action={
            <Button
              kind="solid"
              wide
              busyLabel={t('sending')}
              onPress={() => deeds.give(t('composer.comply'), 'Comply', { answer: answer.answer })}
            >
              {t('composer.comply')}
            </Button>
          }
        />
      ))}
      {writes && (
        <>
          <div className="composer__to">
            {may('Answer') && below !== undefined && (
              <>
                <span className="quieter">{t('composer.to')}</span>
                <b>{below === 'school' ? names.unit(incident.unit) : names.tier(below)}</b>
              </>
            )}
            {may('Answer') &&
              asks.map((one) => (
                <Tag key={one.ask} on={ask?.ask === one.ask} onPress={() => setChosen(one.ask)}>
                  {t('composer.answers', { question: shortened(one.question ?? '') })}
                </Tag>
              ))}
            {may('Answer') && asks.length > 0 && (
              <Tag on={ask === undefined} onPress={() => setChosen('unasked')}>
                {t('composer.unasked')}
              </Tag>
            )}
          </div>
          <TextArea
            label={may('Answer') ? t('composer.label') : t('composer.message')}
            quietLabel
            value={text}
            onChange={setText}
            placeholder={
              may('Answer')
                ? ask
                  ? t('composer.hint.answer')
                  : t('composer.hint.unasked')
                : t('composer.hint.message')
            }
            maxLength={MAX_TEXT}
          />
        </>
      )}
      <div className="composer__deeds">
        {may('ConfirmReport') && !hasReport && next?.kind !== 'acknowledge' && (
          <Button kind="text" onPress={() => deeds.give(t('composer.confirm'), 'ConfirmReport', {})}>
            {t('composer.confirm')}
          </Button>
        )}
        {may('SendMessage') && (
          <Button
            kind={may('Answer') ? 'text' : 'outline'}
            missing={missing}
            onPress={async () => {
              if (await deeds.give(t('composer.message'), 'SendMessage', { words: text.trim() })) setText('')
            }}
          >
            {t('composer.message')}
          </Button>
        )}
        {may('Ask') && above !== undefined && (
          <Button
            icon="arrow-up"
            kind={next?.kind === 'ask' ? 'solid' : 'outline'}
            onPress={() => setSheet('ask')}
          >
            {t('composer.ask', { tier: names.tier(above) })}
          </Button>
        )}
        {may('Answer') && (
          <Button
            icon="send"
            kind={next?.type === 'Answer' ? 'solid' : 'outline'}
            missing={missing}
            busyLabel={t('sending')}
            onPress={async () => {
              const data = {
                answer: freshId(),
                ...(ask ? { ask: ask.ask } : {}),
                instruction: text.trim(),
              }
              if (await deeds.give(t(ask ? 'composer.answer' : 'composer.order'), 'Answer', data)) {
                setText('')
                setChosen(undefined)
              }
            }}
          >
            {t(ask ? 'composer.answer' : 'composer.order')}
          </Button>
        )}
        {next?.kind === 'respond' && (
          <Button kind="solid" onPress={() => setSheet('respond')}>
            {act(next.type === 'StartResponse' ? 'deed.StartResponse' : 'deed.TakeMeasure')}
          </Button>
        )}
        {next?.kind === 'acknowledge' && (
          <Button
            kind="solid"
            icon="shield"
            busyLabel={t('sending')}
            onPress={async () => {
              await deeds.give(t('composer.acknowledge'), 'Acknowledge', {})
              // Taking over says "received" as well; it is the same person's own act.
              await giveAll(
                notices.unconfirmed.map((id) => ({
                  stream: { kind: 'notice', id },
                  type: 'Confirm',
                  data: {},
                })),
              )
            }}
          >
            {t('composer.acknowledge')}
          </Button>
        )}
      </div>
      {sheet === 'ask' && (
        <AskSheet {...parts} start={text} onDone={() => setText('')} onClose={() => setSheet(undefined)} />
      )}
      {sheet === 'respond' && next && (
        <RespondSheet {...parts} type={next.type} onClose={() => setSheet(undefined)} />
      )}
    </footer>
  )
}

function shortened(question: string): string {
  const chars = [...question]
  return chars.length <= 16 ? question : `${chars.slice(0, 15).join('')}…`
}

interface AskSheetProps extends HandParts {
  /** What was written already becomes the question. */
  start: string
  onDone: () => void
  onClose: () => void
}

/** B2, B3, B5: the question to the tier above, with our own proposal. */
function AskSheet({ view, names, deeds, start, onDone, onClose }: AskSheetProps) {
  const { tier } = useDesk()
  const t = useSay(deskWords)
  const [proposal, setProposal] = useDraft(`${view.incident.id}.proposal`)
  const above = tierAbove(tier)
  if (above === undefined) return null
  return (
    <DraftSheet
      title={t('ask.title', { tier: names.tier(above) })}
      draft={`${view.incident.id}.question`}
      start={start}
      label={t('ask.question')}
      hint={t('ask.question.hint')}
      rows={3}
      icon="arrow-up"
      send={t('ask.send')}
      missing={(question) => (question === '' ? t('ask.missing') : undefined)}
      onSend={async (question) => {
        const ours = proposal.trim()
        const data = { ask: freshId(), question, ...(ours === '' ? {} : { proposal: ours }) }
        const sent = await deeds.give(t('ask.deed'), 'Ask', data)
        if (sent) {
          setProposal('')
          onDone()
        }
        return sent
      }}
      onClose={onClose}
      after={
        <TextArea
          label={t('ask.proposal')}
          value={proposal}
          onChange={setProposal}
          placeholder={t('ask.proposal.hint')}
          maxLength={MAX_TEXT}
        />
      }
    />
  )
}

/** A4: the first measure, or the start of the response, where this post owes it. */
function RespondSheet({ view, deeds, type, onClose }: HandParts & { type: string; onClose: () => void }) {
  const t = useSay(deskWords)
  const act = useSay(actWords)
  const [minutes, setMinutes] = useState<number>()
  const starts = type === 'StartResponse'
  const title = act(starts ? 'deed.StartResponse' : 'deed.TakeMeasure')
  return (
    <DraftSheet
      title={title}
      draft={`${view.incident.id}.measure`}
      label={act(starts ? 'StartResponse.measures' : 'TakeMeasure.measure')}
      hint={act('TakeMeasure.measure.hint')}
      rows={3}
      send={title}
      missing={(measure) =>
        starts && minutes === undefined
          ? act('form.missing', { field: act('StartResponse.expectedMinutes') })
          : measure === ''
            ? t('composer.missing')
            : undefined
      }
      onSend={(measure) =>
        deeds.give(title, type, starts ? { expectedMinutes: minutes, measures: measure } : { measure })
      }
      onClose={onClose}
      before={
        starts && (
          <NumberField
            label={act('StartResponse.expectedMinutes')}
            value={minutes}
            onChange={setMinutes}
            min={1}
            max={2880}
            say={{ less: '−', more: '+' }}
          />
        )
      }
    />
  )
}
