// Who asks, and for what: the two sides of every question of access. Facts only; the answers are can.ts and scope.ts.

import type { Tier, UnitPath } from '../basics/tier.ts'
import { endingTier, findGrade, findHandling } from '../incident/look-up.ts'
import type { Incident } from '../incident/state.ts'
import type { EffectivePlan } from '../plan/effective.ts'
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
  /** It is there already; absent for what a command would begin. */
  readonly exists?: boolean
  /** Person who reported it. */
  readonly reporter?: string
  /** The lowest tier that may bring an incident to its end, by its plan and the level in force (B1–B3). */
  readonly endingTier?: Tier
  /** A row of concern joins the actor's person to it: he reported it or was told of it. */
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

/**
 * The facts about an incident that access asks for; `plan` is the one the incident is handled under. `concerned` comes from
 * the rows of concern.
 */
export function incidentThing(incident: Incident, plan: EffectivePlan, concerned: boolean): Thing {
  return {
    exists: true,
    unit: incident.unit,
    campaign: incident.campaign,
    confined: incident.confined,
    reporter: incident.reporter.person,
    concerned,
    endingTier: endingTier(findHandling(plan, findGrade(incident)?.eventLevel)),
  }
}
