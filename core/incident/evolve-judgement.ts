// Folds what was said about an incident's truth and weight. The rest is evolve.ts.

import type { Recorded } from '../basics/stream.ts'
import { MOMENTS, type Moment } from '../plan/moment.ts'
import type { JudgementEvent } from './events-judgement.ts'
import { reach } from './reach.ts'
import type { Deed, Incident, Reached } from './state.ts'

export function evolveJudgement(state: Incident, event: Recorded<JudgementEvent>, deed: Deed): Incident {
  switch (event.type) {
    case 'LoweringProposed': {
      const gradesBefore = state.grades.length
      const lowering = { ...deed, ...event.data, ...event.private?.text, gradesBefore }
      return { ...state, lowerings: [...state.lowerings, lowering] }
    }
    case 'LoweringDeclined':
      return {
        ...state,
        lowerings: state.lowerings.map((one) =>
          one.lowering === event.data.lowering
            ? { ...one, declined: { ...deed, ...event.private?.text } }
            : one,
        ),
      }
    case 'Verified': {
      const verdict = { ...deed, ...event.data, ...event.private?.text }
      return reach({ ...state, verdicts: [...state.verdicts, verdict] }, 'verified', deed)
    }
    case 'Dismissed':
      return reach(
        { ...state, status: 'closed', closed: deed, dismissed: { ...deed, ...event.private?.text } },
        'closed',
        deed,
      )
    case 'EntryStruck':
      return strike(state, event.data.entry, { ...deed, ...event.private?.text })
    case 'Evaluated': {
      const points = event.private?.text ?? {}
      return reach({ ...state, evaluated: { ...deed, tier: event.data.tier, points } }, 'evaluated', deed)
    }
  }
}

/** The line stays; the moment that it was is none any more: clocks that it stopped run again, those that it started end. */
function strike(state: Incident, entry: number, struck: Deed & { readonly reason?: string }): Incident {
  const entries = state.entries.map((line) => (line.version === entry ? { ...line, struck } : line))
  const moments: { [Name in Moment]?: readonly Reached[] } = {}
  for (const moment of MOMENTS) {
    const reached = state.moments[moment]
    if (!reached) continue
    moments[moment] = reached.map((one) =>
      one.version === entry && one.takenBackAt === undefined
        ? { ...one, takenBackAt: struck.recordedAt }
        : one,
    )
  }
  const marked = <One extends { readonly version: number }>(records: readonly One[]): readonly One[] =>
    records.map((one) => (one.version === entry ? { ...one, struck: true } : one))
  return {
    ...state,
    entries,
    moments,
    orals: marked(state.orals),
    series: marked(state.series),
    opinions: marked(state.opinions),
  }
}
