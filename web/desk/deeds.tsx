// Giving commands at the desk, and saying what came of each: sent, waiting for the network, refused with
// who could and a way on. Nothing typed is thrown away before the server has it.

import { type ReactNode, useCallback, useState } from 'react'
import type { Problem } from '#core/wire/problem.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { Refusal } from '../parts/notice.tsx'
import { type Given, useAct } from '../talk/act.ts'
import { campaignNow } from '../talk/now.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'

/** What the last deed came to, in the words of its button. */
type Outcome =
  | { readonly state: 'sent'; readonly deed: string; readonly at: number }
  | { readonly state: 'waiting'; readonly deed: string }
  | { readonly state: 'refused'; readonly deed: string; readonly problem: Problem }

/** Where a command goes. */
export type Stream = Given['stream']

export interface PageDeeds {
  /** Gives `type` to `stream`; true when it was taken or waits in the outbox, so that the draft may go. */
  give(deed: string, stream: Stream, type: string, data: object): Promise<boolean>
  /** What came of the last one, to be shown beside the buttons. */
  readonly outcome: ReactNode
}

/** Deeds on whatever thing a page shows: an order, the handbook, a plan. */
export function usePageDeeds(): PageDeeds {
  const act = useAct()
  const [outcome, setOutcome] = useState<Outcome>()
  const give = useCallback<PageDeeds['give']>(
    async (deed, stream, type, data) => {
      const answer = await act.give(stream, type, data)
      if ('refused' in answer) {
        setOutcome({ state: 'refused', deed, problem: answer.refused })
        return false
      }
      setOutcome(
        'waiting' in answer ? { state: 'waiting', deed } : { state: 'sent', deed, at: campaignNow() },
      )
      return true
    },
    [act],
  )
  return {
    give,
    outcome: outcome && <OutcomeLine outcome={outcome} onRead={() => setOutcome(undefined)} />,
  }
}

export interface Deeds {
  /** Gives `type` on the incident; true when it was taken or waits in the outbox, so that the draft may go. */
  give(deed: string, type: string, data: object): Promise<boolean>
  /** What came of the last one, to be shown beside the buttons. */
  readonly outcome: ReactNode
}

/** Deeds on the incident in hand. */
export function useDeeds(view: IncidentView): Deeds {
  const { give: giveOn, outcome } = usePageDeeds()
  const { id } = view.incident
  const give = useCallback<Deeds['give']>(
    (deed, type, data) => giveOn(deed, { kind: 'incident', id }, type, data),
    [giveOn, id],
  )
  return { give, outcome }
}

function OutcomeLine({ outcome, onRead }: { outcome: Outcome; onRead: () => void }) {
  const { kit, names, time } = useDesk()
  const t = useSay(deskWords)
  if (outcome.state === 'sent') {
    return (
      <p className="outcome" role="status">
        {t('outcome.sent', { deed: outcome.deed, time: time(outcome.at, outcome.at) })}
      </p>
    )
  }
  if (outcome.state === 'waiting') {
    return (
      <p className="outcome" role="status">
        <Provisional>{t('outcome.waiting.mark')}</Provisional> {t('outcome.waiting', { deed: outcome.deed })}
      </p>
    )
  }
  const { problem } = outcome
  const could = problem.whoCould?.[0]
  const person = could === undefined ? undefined : kit?.contacts.find((one) => one.postKind === could)
  return (
    <Refusal
      title={t('outcome.refused', { deed: outcome.deed })}
      text={problem.detail || problem.title || t('outcome.refused.unknown')}
      kept={t('outcome.kept')}
      ways={
        <>
          {person && (
            <Button size="s" icon="phone" href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>
              {t('outcome.call', { post: names.post(person.postKind), name: person.name })}
            </Button>
          )}
          <Button size="s" onPress={onRead}>
            {t('outcome.read')}
          </Button>
        </>
      }
    />
  )
}
