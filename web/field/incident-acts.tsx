// What this post may do to the incident, and nothing else: the most pressing deed as a button in the page, the others
// in the foot and behind "more". Which may be done is the view's `may`.

import { useState } from 'react'
import { isAtOrAbove, type Tier } from '#core/basics/tier.ts'
import { openAsks } from '#core/incident/look-up.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { actWords } from '#core/words/act.ts'
import { shellWords } from '#core/words/shell.ts'
import { Button } from '../parts/button.tsx'
import { ListRow, Rows } from '../parts/list-row.tsx'
import { Actions } from '../parts/screen.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useMe } from '../talk/session.tsx'
import { useSay } from '../talk/words.tsx'
import { ActSheet, deedKey } from './act-sheet.tsx'

/** Deeds with a place of their own on the page. */
const ELSEWHERE = new Set(['DoStep', 'ReopenStep', 'Comply'])
const SUPPLEMENT = ['SendMessage', 'StateFacts', 'TakeMeasure']

interface Deed {
  readonly type: string
  readonly about?: string
}

export interface IncidentActsProps {
  incident: Incident
  plan: EffectivePlan
  may: readonly string[]
}

/** The foot: 补充, 请示, 更多. Nothing at all for those who may only read. */
export function IncidentActs({ incident, plan, may }: IncidentActsProps) {
  const t = useSay(actWords)
  const shell = useSay(shellWords)
  const me = useMe()
  const [list, setList] = useState<'supplement' | 'more'>()
  const [deed, setDeed] = useState<Deed>()
  const supplement = SUPPLEMENT.filter((type) => may.includes(type))
  const asks = may.includes('Ask') && incident.status !== 'closed'
  const more = may.filter(
    (type) =>
      !ELSEWHERE.has(type) &&
      !SUPPLEMENT.includes(type) &&
      type !== 'Ask' &&
      possible(incident, me.post.tier, type),
  )
  const choose = (type: string) => {
    setList(undefined)
    const ask = openAsks(incident).find((one) => one.toTier === me.post.tier)
    setDeed({ type, ...(type === 'Answer' && ask ? { about: ask.ask } : {}) })
  }
  if (supplement.length + more.length === 0 && !asks) return null
  return (
    <>
      <Actions>
        {supplement.length > 0 && (
          <Button icon="message" onPress={() => setList('supplement')}>
            {t('act.supplement')}
          </Button>
        )}
        {asks && (
          <Button icon="arrow-up" onPress={() => choose('Ask')}>
            {t('act.ask')}
          </Button>
        )}
        {more.length > 0 && (
          <Button icon="list" onPress={() => setList('more')}>
            {t('act.more')}
          </Button>
        )}
      </Actions>
      <Sheet
        open={list !== undefined}
        title={t(list === 'more' ? 'act.more' : 'act.supplement')}
        closeName={shell('close')}
        onClose={() => setList(undefined)}
      >
        <Rows>
          {(list === 'more' ? more : supplement).map((type) => (
            <ListRow key={type} title={t(deedKey(type))} onPress={() => choose(type)} />
          ))}
        </Rows>
      </Sheet>
      <ActSheet
        type={deed?.type}
        about={deed?.about}
        incident={incident}
        plan={plan}
        onClose={() => setDeed(undefined)}
      />
    </>
  )
}

/** Deeds that make no sense any more are not offered; everything else is the server's to judge. */
function possible(incident: Incident, tier: Tier, type: string): boolean {
  switch (type) {
    // Once a tier above has it in hand, taking over and grading are its own.
    case 'Acknowledge':
    case 'Regrade':
      return (
        incident.status !== 'closed' &&
        !incident.acknowledged.some((one) => one.tier !== tier && isAtOrAbove(one.tier, tier))
      )
    case 'Handle':
      return incident.handled === undefined && incident.status !== 'closed'
    case 'Close':
      return incident.status === 'handled'
    case 'Reopen':
      return incident.status === 'closed'
    case 'StartResponse':
      return incident.responseStarted === undefined && incident.status !== 'closed'
    case 'StateExample':
      return incident.example === undefined && incident.status !== 'closed'
    default:
      return incident.status !== 'closed'
  }
}
