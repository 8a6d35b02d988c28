// What this viewer may say on the incident in hand: an instruction to the tier below, a question to the tier above, a
// message to all. One button is solid: the next deed. Only commands of `view.may` are offered.

import { useState } from 'react'
import { TIERS, type Tier, tierAbove, tierOf } from '#core/basics/tier.ts'
import { leadsSchools } from '#core/incident/handling.ts'
import type { AnswerOnRecord } from '#core/incident/state.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { orderWords } from '#core/words/desk-orders.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/chip.tsx'
import { TextArea } from '../parts/field.tsx'
import { freshId, useAct } from '../talk/act.ts'
import { answersFor, asksFor } from '../talk/next-deed.ts'
import { useSay } from '../talk/words.tsx'
import { AskSheet, questionDraft } from './ask-sheet.tsx'
import { useDesk } from './desk-data.tsx'
import { addToDraft, useDraft } from './draft.ts'
import { MAX_TEXT } from './draft-sheet.tsx'
import { emptyTask, missingIn, readTasks, taskData } from './given-tasks.ts'
import { type HandParts, SIDE_OF } from './hand-parts.ts'
import { RespondSheet } from './respond-sheet.tsx'
import { TasksEditor } from './tasks-editor.tsx'

/** Mounted anew when an answer from above is to be handed on: what was being written waits in its own draft. */
export function Composer(parts: HandParts) {
  const { tier } = useDesk()
  const passed = toPassOn(parts.view, tier)
  return <Box key={passed?.answer ?? ''} {...parts} passed={passed} />
}

/** The answer from above that this tier has said to carry out and has not handed on yet. */
function toPassOn(view: IncidentView, tier: Tier): AnswerOnRecord | undefined {
  const wait = view.awaits.find((one) => one.kind === 'instruct' && one.tier === tier)
  return view.may.includes('Answer')
    ? view.incident.answers.find((answer) => answer.answer === wait?.about)
    : undefined
}

function Box({ passed, ...parts }: HandParts & { passed: AnswerOnRecord | undefined }) {
  const { view, names, deeds, next, now, notices, plan } = parts
  const { tier, answers, time } = useDesk()
  const t = useSay(deskWords)
  const act = useSay(actWords)
  const h = useSay(handWords)
  const w = useSay(waitWords)
  const o = useSay(orderWords)
  const { giveAll } = useAct()
  const { incident } = view
  // Whoever has no tier between himself and the incident has nobody to instruct there, but may be asked; a county that joined its
  // schools' incidents instructs them all on the one it made of them.
  const instructs =
    asksFor(incident, tier).length > 0 ||
    TIERS.indexOf(tier) > TIERS.indexOf(tierOf(incident.unit)) ||
    (tier === tierOf(incident.unit) && leadsSchools(incident))
  const may = (type: string) => view.may.includes(type) && (type !== 'Answer' || instructs)
  const [text, setText] = useDraft(
    passed ? `${incident.id}.pass.${passed.answer}` : `${incident.id}.words`,
    passed?.instruction,
  )
  const [keptTasks, keepTasks] = useDraft(`${incident.id}.answer-tasks`)
  const tasks = readTasks(keptTasks)
  const lack = missingIn(tasks)
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
        {deeds.outcome}
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
  const answerMissing = missing ?? (lack && h(`tasks.missing.${lack.what}`, { n: lack.n }))
  const waitsOn = next && next.kind !== 'confirm' ? SIDE_OF[next.kind] : undefined
  const toName = below === 'school' ? t('composer.school') : below ? names.tier(below) : ''
  const sends = passed ? t('composer.pass', { tier: toName }) : t(ask ? 'composer.answer' : 'composer.order')
  const toComply = may('Comply') ? answersFor(incident, tier) : []
  return (
    <footer className="composer">
      {deeds.outcome}
      {toComply.map((answer) => (
        <Answer
          key={answer.answer}
          title={t(answer.ask === undefined ? 'composer.from-above.unasked' : 'composer.from-above', {
            tier: names.tier(answer.fromTier),
          })}
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
            {passed && (
              <span className="quieter">
                {t('composer.pass.from', { tier: names.tier(passed.fromTier) })}
              </span>
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
            {answers && (
              <span className="composer__many">
                <Button size="s" kind="text" icon="people" href={`/desk/orders/new?incident=${incident.id}`}>
                  {o('give.from-incident')}
                </Button>
              </span>
            )}
          </div>
          <TextArea
            label={t(!may('Answer') ? 'composer.message' : ask ? 'composer.label.answer' : 'composer.label')}
            rows={3}
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
          {may('Answer') && tasks.length > 0 && (
            <TasksEditor
              tasks={tasks}
              onChange={(rows) => keepTasks(rows.length === 0 ? '' : JSON.stringify(rows))}
              view={view}
              plan={plan}
              names={names}
            />
          )}
        </>
      )}
      <div className="composer__deeds">
        {may('Answer') && tasks.length === 0 && (
          <Button
            kind="text"
            size="s"
            icon="plus"
            onPress={() => keepTasks(JSON.stringify([emptyTask(freshId())]))}
          >
            {h('tasks.with-answer')}
          </Button>
        )}
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
            onPress={() => {
              // What was begun becomes the question, and cannot go down to the school by mistake.
              if (!passed) {
                addToDraft(questionDraft(incident.id), text)
                setText('')
              }
              setSheet('ask')
            }}
          >
            {t('composer.ask', { tier: names.tier(above) })}
          </Button>
        )}
        {may('Answer') && (
          <Button
            icon="send"
            kind={next?.type === 'Answer' ? 'solid' : 'outline'}
            missing={answerMissing}
            busyLabel={t('sending')}
            onPress={async () => {
              const data = {
                answer: freshId(),
                ...(ask ? { ask: ask.ask } : {}),
                instruction: text.trim(),
                ...(tasks.length === 0 ? {} : { tasks: taskData(tasks) }),
              }
              if (await deeds.give(sends, 'Answer', data)) {
                setText('')
                keepTasks('')
                setChosen(undefined)
              }
            }}
          >
            {sends}
          </Button>
        )}
        {next?.kind === 'respond' && (
          <Button kind="solid" onPress={() => setSheet('respond')}>
            {act(next.type === 'StartResponse' ? 'deed.StartResponse' : 'deed.TakeMeasure')}
          </Button>
        )}
        {next && next.kind !== 'confirm' && waitsOn && waitsOn !== parts.side && (
          <Button kind="solid" onPress={() => parts.show(waitsOn)}>
            {w(`go.${next.kind}` as 'go.verify')}
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
      {sheet === 'ask' && <AskSheet {...parts} onClose={() => setSheet(undefined)} />}
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
