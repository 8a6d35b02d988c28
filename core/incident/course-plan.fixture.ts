// The tests' plan with limits of the whole course: tasks, holds, oral reports, the series, what comes after the end. Test-only.

import type { EffectivePlan } from '../plan/effective.ts'
import type { Limit } from '../plan/layer.ts'
import { plan } from './incident.fixture.ts'

const limit = (
  id: string,
  startsAt: Limit['startsAt'],
  stoppedBy: Limit['stoppedBy'],
  owedBy: string,
  more: Partial<Limit> = {},
): Limit => ({
  id,
  clause: id,
  name: { zh: id, en: id },
  startsAt,
  stoppedBy,
  minutes: 30,
  owedBy,
  rungs: [{ post: owedBy, who: 'substitute', afterMinutes: 0 }],
  ...more,
})

/** Two limits of the other tests, and one of every kind that runs for a thing or begins late. */
export const course: EffectivePlan = {
  ...plan,
  limits: [
    ...plan.limits.filter((one) => one.id === 'acknowledge' || one.id === 'III'),
    limit('task', 'task-given', ['task-done'], 'principal'),
    limit('hold', 'hold-started', ['hold-ended', 'answered'], 'county-office', { minutes: 10 }),
    limit('written', 'oral-reported', ['series-reported', 'asked', 'recorded'], 'principal'),
    limit('next', 'series-reported', ['handled'], 'principal', { responseLevels: ['I', 'II', 'III'] }),
    limit('final', 'handled', ['series-reported'], 'principal'),
    limit('evaluation', 'handled', ['evaluated'], 'province-office', { eventLevels: [3] }),
    limit('verify', 'reported', ['verified'], 'county-office'),
    limit('review', 'response-started', ['response-ended'], 'principal'),
    limit('raised', 'raised', ['acknowledged'], 'province-office'),
  ],
}
