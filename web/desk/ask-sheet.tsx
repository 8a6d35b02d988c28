// B2, B3, B5: the question to the tier above, with our own proposal; where the plan wants one it is marked and missed
// here already, not only by the server.

import { tierAbove } from '#core/basics/tier.ts'
import { needsProposal } from '#core/incident/look-up.ts'
import { deskWords } from '#core/words/desk.ts'
import { TextArea } from '../parts/field.tsx'
import { freshId } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { DraftSheet, MAX_TEXT } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'

/** Where the question being written is kept. */
export function questionDraft(incident: string): string {
  return `${incident}.question`
}

export function AskSheet({ view, plan, names, deeds, onClose }: HandParts & { onClose: () => void }) {
  const { tier } = useDesk()
  const t = useSay(deskWords)
  const [proposal, setProposal] = useDraft(`${view.incident.id}.proposal`)
  const above = tierAbove(tier)
  if (above === undefined) return null
  const wanted = plan !== undefined && needsProposal(view.incident, plan, tier)
  const ours = proposal.trim()
  return (
    <DraftSheet
      title={t('ask.title', { tier: names.tier(above) })}
      draft={questionDraft(view.incident.id)}
      label={t('ask.question')}
      hint={t('ask.question.hint')}
      rows={4}
      icon="arrow-up"
      send={t('ask.send')}
      missing={(question) =>
        question === '' ? t('ask.missing') : wanted && ours === '' ? t('ask.missing.proposal') : undefined
      }
      onSend={async (question) => {
        const data = { ask: freshId(), question, ...(ours === '' ? {} : { proposal: ours }) }
        const sent = await deeds.give(t('ask.deed'), 'Ask', data)
        if (sent) setProposal('')
        return sent
      }}
      onClose={onClose}
      after={
        <TextArea
          label={t(wanted ? 'ask.proposal.wanted' : 'ask.proposal')}
          value={proposal}
          onChange={setProposal}
          placeholder={t('ask.proposal.hint')}
          maxLength={MAX_TEXT}
          rows={4}
        />
      }
    />
  )
}
