// Where an incident stands in its procedure: what is done, what is to be done now, what is still ahead and what was not needed.
// What blocks closing is core/incident/obligations.ts; here it is only read.

import { isDecidedTogether } from '../incident/handling.ts'
import { findGrade, findHandling, openAsks } from '../incident/look-up.ts'
import { obligations } from '../incident/obligations.ts'
import type { Incident } from '../incident/state.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { type Procedure, procedureOf, type Stage } from './procedure.ts'

export type StageState = 'done' | 'now' | 'ahead' | 'left-out'

/** The procedure of an incident at the level in force; undefined before it was graded. */
export function procedureFor(incident: Incident, plan: EffectivePlan): Procedure | undefined {
  const grade = findGrade(incident)
  return grade && procedureOf(plan, { eventLevel: grade.eventLevel, scenario: incident.scenario })
}

/** The state of every stage, by its id. What a viewer may not read counts as not done. */
export function stagesNow(incident: Incident, plan: EffectivePlan): ReadonlyMap<string, StageState> {
  const procedure = procedureFor(incident, plan)
  const states = new Map<string, StageState>()
  if (!procedure) return states
  const facts = factsOf(incident, plan)
  for (const stage of procedure.stages) states.set(stage.id, stateOf(stage, incident, facts))
  return states
}

interface Facts {
  /** An instruction came down from the tier that the level asks. */
  readonly told: boolean
  /** The question of B1–B3 is settled without asking: by an example or by a decision made together. */
  readonly settled: boolean
  readonly asked: boolean
  readonly waiting: boolean
  readonly toCarryOut: boolean
  readonly owes: ReadonlySet<string>
}

function factsOf(incident: Incident, plan: EffectivePlan): Facts {
  const handling = findHandling(plan, findGrade(incident)?.eventLevel)
  const owes = new Set<string>(obligations(incident, plan).map((one) => one.kind))
  const waiting = openAsks(incident).length > 0
  const told = incident.answers.length > 0
  const asked = incident.asks.length > 0
  const settled =
    handling?.agreement === 'without-example' &&
    (incident.example?.listed === true || isDecidedTogether(incident, plan))
  const toCarryOut =
    incident.answers.some((one) => !one.complied) || incident.tasks.some((task) => !task.done)
  return { told, settled, asked, waiting, toCarryOut, owes }
}

function stateOf(stage: Stage, incident: Incident, facts: Facts): StageState {
  const { told, settled, asked, waiting, toCarryOut, owes } = facts
  const over = incident.status === 'closed'
  const handled = incident.handled !== undefined
  /** Done, to be done, or never needed once all is over. */
  const open = (done: boolean, now: boolean): StageState => {
    if (done) return 'done'
    if (over) return 'left-out'
    return now ? 'now' : 'ahead'
  }
  switch (stage.kind) {
    case 'report':
    case 'grade':
    case 'tell':
      return 'done'
    case 'hold':
      if (incident.holds.length === 0) return over ? 'left-out' : 'ahead'
      return incident.holds.some((hold) => !hold.ended) ? 'now' : 'done'
    case 'together': {
      const kind = stage.id.slice('together.'.length)
      const one = incident.joint.filter((joint) => joint.kind === kind && !joint.declined).pop()
      if (!one) return asked || told || incident.example || handled || over ? 'left-out' : 'ahead'
      return one.complete ? 'done' : 'now'
    }
    case 'example':
      if (incident.example) return 'done'
      return told || settled || handled || over ? 'left-out' : 'now'
    case 'propose':
      if (incident.asks.some((ask) => ask.proposal !== undefined)) return 'done'
      return asked || told || settled || over ? 'left-out' : open(false, owes.has('ask'))
    case 'ask':
      if (asked) return 'done'
      return told || settled || over ? 'left-out' : open(false, owes.has('ask'))
    case 'consult':
      return incident.asks.some((ask) => ask.toTier === stage.tier)
        ? 'done'
        : over || told
          ? 'left-out'
          : 'ahead'
    case 'decide':
      if (told && !waiting) return 'done'
      if (waiting) return 'now'
      return settled || over ? 'left-out' : 'ahead'
    case 'carry-out':
      if (!told) return settled || over ? 'left-out' : 'ahead'
      return open(!toCarryOut, true)
    case 'handle':
      return open(handled, !waiting && !toCarryOut && !owes.has('ask'))
    case 'record':
      return open(handled && !owes.has('record'), handled)
    case 'evaluate':
      return open(incident.evaluated !== undefined, handled)
    case 'close':
      return open(over, handled && owes.size === 0)
  }
}
