// What commands name that send something to other units, join them or enter something for them: an order's schools and incident,
// the incident that a spread becomes, the persons of tasks, the handbook's documents, an edition's plans. Asked by named.ts.

import type { Actor } from '#core/access/actor.ts'
import { scope, seesRow } from '#core/access/scope.ts'
import { spreadId, twiceId } from '#core/alike/alike-ids.ts'
import type { SpreadCommand, SpreadState } from '#core/alike/spread.ts'
import type { Refusal, RefusalCode } from '#core/basics/refusal.ts'
import { findAncestor, isWithin, lineOf, tierOf, type UnitPath } from '#core/basics/tier.ts'
import { type EditionData, editionsId } from '#core/edition/edition.ts'
import { type EnteredExample, handbookId } from '#core/handbook/handbook.ts'
import type { GivenTask, Report } from '#core/incident/commands.ts'
import type { Incident } from '#core/incident/state.ts'
import type { OrderData } from '#core/order/order.ts'
import { findSituation } from '#core/plan/effective.ts'
import type { AssignmentData } from '#core/who/assignment.ts'
import { type CampaignState, findPlanInForce, wasEverInForce } from '#core/who/campaign.ts'
import type { StreamRef } from '../store/load.ts'
import type { Known } from './known.ts'
import { findTakenId, namesakes } from './own-id.ts'
import type { Command, Work } from './work.ts'

type JoinSpread = Extract<SpreadCommand, { type: 'JoinSpread' }>['data']
interface Entered {
  readonly unit: UnitPath
  readonly campaign: string
  readonly examples: readonly EnteredExample[]
}

/** What a command names or sets off besides its own stream, to be read with it: one question for all. */
export function refsNamed(command: Command): readonly StreamRef[] {
  switch (command.type) {
    case 'Report':
      return [...likenessOf(command.data as Report['data']), ...namesakes(command.stream)]
    case 'OpenCampaign':
    case 'RegisterPerson':
      return namesakes(command.stream)
    case 'Assign': {
      const { post, person } = command.data as AssignmentData
      return [
        ...namesakes(command.stream),
        { kind: 'post', stream: post },
        { kind: 'person', stream: person },
      ]
    }
    case 'GiveOrder': {
      const { incident } = command.data as OrderData
      const own = namesakes(command.stream)
      return incident === undefined ? own : [...own, { kind: 'incident', stream: incident }]
    }
    case 'JoinSpread': {
      const joined = { kind: 'incident', id: (command.data as JoinSpread).incident } as const
      return [{ kind: joined.kind, stream: joined.id }, ...namesakes(joined)]
    }
    case 'IssueEdition':
      return [{ kind: 'campaign', stream: (command.data as EditionData).campaign }]
    default:
      return []
  }
}

/** The streams that notice likeness with a school's report (core/incident/reactions.ts). */
function likenessOf({ unit, campaign, scenario }: Report['data']): readonly StreamRef[] {
  const county = tierOf(unit) === 'school' ? findAncestor(unit, 'county') : undefined
  if (county === undefined) return []
  return [
    { kind: 'spread', stream: spreadId(campaign, county, scenario) },
    { kind: 'twice', stream: twiceId(campaign, unit, scenario) },
  ]
}

/** Units that take part, and plans that were in force: as the campaign has them. */
export function misnamedSentInCampaign(
  command: Command,
  campaign: CampaignState,
  work: Work,
): Refusal | undefined {
  switch (command.type) {
    case 'GiveOrder': {
      const { unit, to, plan } = command.data as OrderData
      if (!wasEverInForce(campaign, unit, plan)) return wrong('plan.unknown', 'plan')
      return firstWrong(to, (one) => campaign.rooms[one] !== undefined, 'unit.unknown', 'to')
    }
    case 'JoinSpread': {
      const field = fieldOf(command, work)
      const { plan } = command.data as JoinSpread
      return field && wasEverInForce(campaign, field.county, plan) ? undefined : wrong('plan.unknown', 'plan')
    }
    case 'EnterExamples': {
      const { unit } = command.data as Entered
      return findPlanInForce(campaign, unit) === undefined ? wrong('plan.unknown', 'unit') : undefined
    }
    case 'IssueEdition': {
      const { to } = command.data as EditionData
      return firstWrong(to, (one) => campaign.rooms[one] !== undefined, 'unit.unknown', 'to')
    }
    default:
      return undefined
  }
}

/** Undefined when what is named is there; `campaign` is the one the command belongs to, where it was looked up. */
export function findMisnamedSent(
  command: Command,
  actor: Actor,
  known: Known,
  campaign: CampaignState | undefined,
): Refusal | undefined {
  switch (command.type) {
    case 'GiveOrder':
      return misnamedOrder(command, actor, known)
    case 'JoinSpread':
      return misnamedSpread(command, known)
    case 'Answer':
    case 'GiveTasks':
      return misnamedTasks(command, known)
    case 'EnterExamples':
      return campaign && misnamedExamples(command, known, campaign)
    case 'IssueEdition':
      return misnamedEdition(command, known)
    default:
      return undefined
  }
}

function misnamedOrder(command: Command, actor: Actor, { work, isConcerned }: Known): Refusal | undefined {
  const { unit, to, incident } = command.data as OrderData
  // Who orders stands above whom he orders, and nobody orders another line's schools.
  const below = firstWrong(to, (one) => one !== unit && isWithin(one, unit), 'not-allowed', 'to')
  if (below || incident === undefined) return below
  const about = work.find('incident', incident)?.state as Incident | undefined
  const seen =
    about !== undefined &&
    seesRow(scope(actor), {
      kind: 'incident',
      unit: about.unit,
      campaign: about.campaign,
      confined: about.confined,
      reporter: about.reporter.person,
      concerned: isConcerned(incident),
    })
  return seen ? undefined : wrong('incident.unknown', 'incident')
}

function misnamedSpread(command: Command, { work, plans }: Known): Refusal | undefined {
  const { incident, plan } = command.data as JoinSpread
  const field = fieldOf(command, work)
  if (!field) return { code: 'spread.unknown' }
  if (work.knows('incident', incident)) return wrong('incident.exists', 'incident')
  const taken = findTakenId({ kind: 'incident', id: incident }, work)
  if (taken) return { ...taken, field: 'incident' }
  const known = plans.get(plan)
  // The county's incident is reported by the plan, which asks nobody again: it must be one of the county's plan.
  return known && findSituation(known, field.scenario) ? undefined : wrong('scenario.unknown', 'plan')
}

function misnamedTasks(command: Command, { work, ahead }: Known): Refusal | undefined {
  const { tasks = [] } = command.data as { readonly tasks?: readonly GivenTask[] }
  const place = work.find('incident', command.stream.id)?.place
  if (place === undefined) return undefined
  const holds = ({ person, post }: GivenTask) =>
    person === undefined || lineOf(place).some((unit) => ahead.seats.has(`${person} ${post} ${unit}`))
  const nth = tasks.findIndex((task) => !holds(task))
  return nth === -1 ? undefined : wrong('person.unknown', `tasks.${nth}.person`)
}

function misnamedExamples(command: Command, { plans }: Known, campaign: CampaignState): Refusal | undefined {
  const { unit, campaign: id, examples } = command.data as Entered
  if (command.stream.id !== handbookId(id, unit)) return wrong('unit.unknown', 'unit')
  const plan = plans.get(findPlanInForce(campaign, unit) ?? '')
  if (!plan) return wrong('plan.unknown', 'unit')
  for (const [nth, { document, scenarios }] of examples.entries()) {
    if (!plan.references.some((row) => row.id === document))
      return wrong('example.document-unknown', `examples.${nth}.document`)
    if (!scenarios.every((scenario) => findSituation(plan, scenario)))
      return wrong('scenario.unknown', `examples.${nth}.scenarios`)
  }
  return undefined
}

function misnamedEdition(command: Command, { ahead }: Known): Refusal | undefined {
  const { unit, campaign, plans, to } = command.data as EditionData
  if (command.stream.id !== editionsId(campaign, unit)) return wrong('unit.unknown', 'unit')
  if (!plans.every((one) => isWithin(one.unit, unit))) return wrong('not-allowed', 'plans')
  const outdated = ahead.editions.get(command.id)
  if (outdated) return outdated
  return firstWrong(to, (one) => isWithin(one, unit), 'not-allowed', 'to')
}

function fieldOf(command: Command, work: Work): SpreadState['field'] {
  return (work.find('spread', command.stream.id)?.state as SpreadState | undefined)?.field
}

function firstWrong(
  units: readonly UnitPath[],
  isRight: (unit: UnitPath) => boolean,
  code: RefusalCode,
  field: string,
): Refusal | undefined {
  const nth = units.findIndex((unit) => !isRight(unit))
  return nth === -1 ? undefined : wrong(code, `${field}.${nth}`)
}

function wrong(code: RefusalCode, field: string): Refusal {
  return { code, field }
}
