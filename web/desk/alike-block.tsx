// What an incident stands under, what stands under it, and reports that may be the same matter (A2, "twice the same"). Joining keeps
// every record and can be undone.

import { useState } from 'react'
import { Link } from 'wouter'
import { sayStatus } from '#core/incident/say-entry.ts'
import type { IncidentRow, TwiceView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { Button } from '../parts/button.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { useAct } from '../talk/act.ts'
import { loadView } from '../talk/incidents.ts'
import { rankOf } from '../talk/level-words.ts'
import { useSpreads } from '../talk/live-list.ts'
import { useSay } from '../talk/words.tsx'
import { usePageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'

export function AlikeBlock(parts: HandParts) {
  const { view } = parts
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const { list } = useSpreads()
  const { give, outcome } = usePageDeeds()
  const [parting, setParting] = useState<IncidentRow>()
  const spread = list?.spreads.find((one) => one.joined?.incident === view.incident.id)
  return (
    <>
      {view.under && (
        <SidePart title={t('alike.under')}>
          <ul className="blocks">
            <RowLine row={view.under} now={parts.now} />
          </ul>
        </SidePart>
      )}
      {view.members.length > 0 && (
        <SidePart title={t('alike.members', { n: view.members.length })}>
          <ul className="blocks">
            {view.members.map((row) => (
              <RowLine
                key={row.id}
                row={row}
                now={parts.now}
                onPart={spread?.may.includes('PartSchool') ? () => setParting(row) : undefined}
              />
            ))}
          </ul>
          {outcome}
        </SidePart>
      )}
      {view.twice.length > 0 && (
        <SidePart title={t('twice.title')}>
          <ul className="blocks">
            {view.twice.map((pair) => (
              <Pair key={`${pair.first}/${pair.second}`} {...parts} pair={pair} />
            ))}
          </ul>
        </SidePart>
      )}
      {parting && spread && (
        <DraftSheet
          title={t('part.title', { school: parts.names.unit(parting.unit) })}
          draft={`${spread.id}.part.${parting.id}`}
          label={t('twice.reason')}
          rows={2}
          send={t('part.school')}
          missing={(reason) => (reason === '' ? d('regrade.reason.missing') : undefined)}
          onSend={async (reason) => {
            const data = { incident: parting.id, reason }
            const sent = await give(t('part.school'), { kind: 'spread', id: spread.id }, 'PartSchool', data)
            void loadView(view.incident.id)
            return sent
          }}
          onClose={() => setParting(undefined)}
        />
      )}
    </>
  )
}

interface RowLineProps {
  row: IncidentRow
  now: number
  /** Takes it out again. */
  onPart?: (() => void) | undefined
}

function RowLine({ row, now, onPart }: RowLineProps) {
  const { names, lang, time } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  return (
    <li className="row-line__place">
      <Link className="row-line" href={`/desk/incidents/${row.id}`}>
        <ResponseLevel
          level={rankOf(row.responseLevel)}
          say={names.response(row.responseLevel)}
          show="sign"
          size="s"
        />
        <span>
          {d('similar.row', {
            place: names.place(row.unit),
            time: time(row.discoveredAt, now),
            state: sayStatus(row.status, lang),
          })}
        </span>
      </Link>
      {onPart && (
        <Button size="s" kind="text" onPress={onPart}>
          {t('part.school')}
        </Button>
      )}
    </li>
  )
}

type Deed = 'JoinTwice' | 'RefuseTwice' | 'PartTwice'

function Pair({ pair, view, now }: HandParts & { pair: TwiceView }) {
  const { rows, names, time } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const { give } = useAct()
  const [asking, setAsking] = useState<'RefuseTwice' | 'PartTwice'>()
  const [problem, setProblem] = useState<string>()
  const other = pair.first === view.incident.id ? pair.second : pair.first
  const row = rows.find((one) => one.id === other)
  const send = async (type: Deed, reason?: string) => {
    const { first, second } = pair
    const data = { first, second, ...(reason === undefined ? {} : { reason }) }
    const answer = await give({ kind: 'twice', id: pair.stream }, type, data)
    setProblem('refused' in answer ? answer.refused.detail : undefined)
    void loadView(view.incident.id)
    return !('refused' in answer)
  }
  return (
    <li className="block">
      <Link className="row-line" href={`/desk/incidents/${other}`}>
        {row
          ? d('similar.row', {
              place: names.place(row.unit),
              time: time(row.discoveredAt, now),
              state: names.situation(row.scenario),
            })
          : time(pair.at, now)}
      </Link>
      <span className="quiet small">{t(`twice.${pair.state}`)}</span>
      {problem !== undefined && <span role="alert">{problem}</span>}
      <span className="line">
        {pair.state !== 'joined' && pair.may.includes('JoinTwice') && (
          <Button size="s" onPress={() => send('JoinTwice')}>
            {t('twice.join')}
          </Button>
        )}
        {pair.state === 'proposed' && pair.may.includes('RefuseTwice') && (
          <Button size="s" onPress={() => setAsking('RefuseTwice')}>
            {t('twice.refuse')}
          </Button>
        )}
        {pair.state === 'joined' && pair.may.includes('PartTwice') && (
          <Button size="s" onPress={() => setAsking('PartTwice')}>
            {t('twice.part')}
          </Button>
        )}
      </span>
      {asking && (
        <DraftSheet
          title={t(asking === 'RefuseTwice' ? 'twice.refuse.title' : 'twice.part.title')}
          draft={`${pair.stream}.${other}`}
          label={t('twice.reason')}
          rows={2}
          send={t(asking === 'RefuseTwice' ? 'twice.refuse' : 'twice.part')}
          missing={(reason) => (reason === '' ? d('regrade.reason.missing') : undefined)}
          onSend={(reason) => send(asking, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </li>
  )
}
