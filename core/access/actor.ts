// Who asks, and for what: the two sides of every question of access. Facts only; the answers are can.ts and scope.ts.

import type { Tier, UnitPath } from '../basics/tier.ts'
import { findGrade } from '../incident/look-up.ts'
import type { Incident } from '../incident/state.ts'
import type { EventLevel } from '../plan/grade-types.ts'
import type { Role } from '../plan/layer.ts'
import type { StreamKind } from '../streams.ts'

/** A row of the access table: the role a post has in the plan, or the plan acting by itself. */
export type ActingRole = Role | 'plan'

/** A person in the post he acts in (one person may hold several; a command names one). */
export interface Actor {
  readonly person: string
  /** Post stream. */
  readonly post: string
  /** Id of the post in the plan. */
  readonly postKind: string
  readonly role: ActingRole
  readonly tier: Tier
  readonly unit: UnitPath
  readonly campaign: string
}

/** What a command is about. For one that begins a stream: the place it names. */
export interface Thing {
  readonly unit: UnitPath
  /** Absent for things of no campaign: units, persons. */
  readonly campaign?: string
  readonly confined?: boolean
  /** Person who reported it. */
  readonly reporter?: string
  /** Event level in force of an incident. */
  readonly eventLevel?: EventLevel
  /** The actor's post or person was told of it, is asked in it or is named in it. */
  readonly concerned?: boolean
}

/** A command as access knows it. */
export interface Deed {
  readonly kind: StreamKind
  readonly type: string
}

/** The plan as an actor: reactions, deadlines, first set-up. */
export function planActor(unit: UnitPath, campaign: string): Actor {
  return { person: 'plan', post: 'plan', postKind: 'plan', role: 'plan', tier: 'nation', unit, campaign }
}

/** The facts about an incident that access asks for. `concerned` comes from the rows of concern. */
export function incidentThing(incident: Incident, concerned: boolean): Thing {
  const grade = findGrade(incident)
  return {
    unit: incident.unit,
    campaign: incident.campaign,
    confined: incident.confined,
    reporter: incident.reporter.person,
    concerned,
    ...(grade ? { eventLevel: grade.eventLevel } : {}),
  }
}
