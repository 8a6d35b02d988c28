// B1–B3, B5: the question to a tier above, that of the plan or another of one's choice, with our own proposal; where the plan wants
// one it is marked and missed here already, not only by the server.

import { useState } from 'react'
import { type Tier, tierAbove } from '#core/basics/tier.ts'
import { askedTier, handlingNow } from '#core/incident/handling.ts'
import { needsProposal } from '#core/incident/look-up.ts'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { TextArea } from '../parts/field.tsx'
import { Segments } from '../parts/segments.tsx'
import { freshId } from '../talk/act.ts'
import { tiersAbove } from '../talk/possible.ts'
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
  const { me, tier } = useDesk()
  const t = useSay(deskWords)
  const [proposal, setProposal] = useDraft(`${view.incident.id}.proposal`)
  const u = useSay(upWords)
  const byPlan = (plan && askedTier(view.incident, plan, tier)) ?? tierAbove(tier)
  const [to, setTo] = useState<Tier | undefined>(byPlan)
  if (to === undefined) return null
  const above = plan ? tiersAbove({ incident: view.incident, plan, post: me.post }) : []
  const consulted = plan && handlingNow(view.incident, plan)?.mayConsult
  const label = (one: Tier) =>
    one === consulted && one !== byPlan
      ? u('ask.consult', { tier: names.tier(one) })
      : one === byPlan && above.length > 1
        ? u('ask.plan', { tier: names.tier(one) })
        : names.tier(one)
  const wanted = plan !== undefined && needsProposal(view.incident, plan, tier)
  const ours = proposal.trim()
  return (
    <DraftSheet
      title={t('ask.title', { tier: names.tier(to) })}
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
        const data = {
          ask: freshId(),
          question,
          ...(ours === '' ? {} : { proposal: ours }),
          ...(to === byPlan ? {} : { tier: to }),
        }
        const sent = await deeds.give(t('ask.deed'), 'Ask', data)
        if (sent) setProposal('')
        return sent
      }}
      onClose={onClose}
      before={
        above.length > 1 && (
          <Segments
            label={u('ask.to')}
            options={above.map((one) => ({ value: one, label: label(one) }))}
            value={to}
            onChoose={setTo}
          />
        )
      }
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
