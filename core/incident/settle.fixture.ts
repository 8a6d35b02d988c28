// Brings any incident to its end by doing what its list of what is owed names, and nothing else: if the list were not complete, or
// named what nobody can do, the end would not be reached. Test-only.

import type { Tier } from '../basics/tier.ts'
import type { IncidentCommand } from './commands.ts'
import { type Deed, goOn, people, plan, type Tale } from './incident.fixture.ts'
import { findGrade, findHandling } from './look-up.ts'
import { type Obligation, obligations } from './obligations.ts'
import type { Incident } from './state.ts'

const DESK = {
  school: people.principal,
  county: people.county,
  province: people.province,
  nation: people.nation,
} as const satisfies Readonly<Record<Tier, Deed[0]>>

/** What settles `owed`; ids are made from `nth`, so that each is new. */
function settling(owed: Obligation, state: Incident, nth: number): Deed {
  const desk = DESK[owed.tier]
  const give = (command: IncidentCommand, by: Deed[0] = desk): Deed => [by, command]
  switch (owed.kind) {
    case 'answer':
      return give({ type: 'Answer', data: { answer: `end-${nth}`, ask: owed.ask, instruction: 'go on' } })
    case 'comply':
      return give({ type: 'Comply', data: { answer: owed.answer } })
    case 'confirm':
      return give({ type: 'Acknowledge', data: {} })
    case 'ask':
      return give({ type: 'Answer', data: { answer: `end-${nth}`, instruction: 'go on' } }, DESK[owed.of])
    case 'handle':
      return give({ type: 'Handle', data: { outcome: 'over' } })
    case 'record':
      return give({ type: 'WriteDown', data: { form: owed.form } })
    case 'resume':
      return give({ type: 'EndHold', data: { hold: owed.hold } }, people.county)
    case 'step':
      return give({ type: 'SkipSteps', data: { steps: [owed.step], reason: 'not needed' } })
    case 'task':
      return give({ type: 'DoTask', data: { task: owed.task, effect: 'done' } })
    case 'end-response':
      return give({ type: 'EndResponse', data: { reason: 'over' } })
    case 'evaluate': {
      const points = findHandling(plan, findGrade(state)?.eventLevel)?.evaluation?.points ?? []
      const texts = Object.fromEntries(points.map((point) => [point.id, 'as it was']))
      return give({ type: 'Evaluate', data: { points: texts } })
    }
    case 'agree':
      return give({ type: 'DeclineJoint', data: { decision: owed.decision, reason: 'over' } }, people.chief)
  }
}

/** Everything owed is settled, each by its tier; then the tier that ends it closes it. */
export function settle(tale: Tale, minute: number): Tale {
  let so = tale
  if (so.state.joinedTo?.as === 'same') {
    const { incident } = so.state.joinedTo
    so = goOn(so, [{ person: 'plan' }, { type: 'Part', data: { incident, reason: 'another' } }, minute])
  }
  for (let nth = 0; nth < 60 && so.state.status !== 'closed'; nth++) {
    const [owed] = obligations(so.state, plan)
    if (!owed) return goOn(so, [people.province, { type: 'Close', data: {} }, minute])
    const [by, command] = settling(owed, so.state, nth)
    so = goOn(so, [by, command, minute])
    if (so.refused) throw new Error(`${owed.kind} of ${owed.tier} cannot be settled: ${so.refused.code}`)
  }
  return so
}
