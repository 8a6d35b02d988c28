// The deeds that bring an incident of the tests' plan to where nothing is owed of it. Test-only.
// Commands are commands.fixture.ts, plan and people incident.fixture.ts.

import { given, step, write } from './commands.fixture.ts'
import { type Deed, people } from './incident.fixture.ts'

const { invigilator, principal, inspector, county, province } = people

/** Every step of every situation, each by somebody of the school. */
export const stepped: readonly Deed[] = [
  [invigilator, step('stay')],
  [principal, step('supply')],
]

/** The forms of an event level, each by the tier that files it. */
export function paper(level: 1 | 2 | 3): readonly Deed[] {
  const own: Readonly<Record<1 | 2 | 3, Deed>> = {
    1: [principal, write('school-report')],
    2: [county, write('county-report')],
    3: [province, write('province-report')],
  }
  return [[inspector, write('situation-record')], own[level]]
}

/** What the province finds afterwards (B4). */
export const evaluated: Deed = [
  province,
  given('Evaluate', { points: { cause: 'a worn cable', course: 'as written down' } }),
]
