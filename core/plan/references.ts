// Every place in a layer that names something by id, as one list: what check.ts looks up.
// A new field that names a clause, post, form, group, situation or reference is added here.

import type { Confirmation, Layer, Limit, SituationSource } from './layer.ts'

export interface Reference {
  readonly to: 'clause' | 'post' | 'form' | 'group' | 'situation' | 'reference'
  readonly id: string
  /** Where it is said, by ids. */
  readonly path: string
}

/** All references a layer makes, in the order of the file format. */
export function referencesOf(layer: Layer): readonly Reference[] {
  return [
    ...each(layer.posts, 'posts', byId, (post, path) => [clause(post.clause, path)]),
    ...each(layer.teams, 'teams', byId, (team, path) => [
      post(team.leader, `${path}.leader`),
      clause(team.clause, path),
    ]),
    ...Object.entries(layer.desks ?? {}).map(([tier, id]) => post(id, `desks.${tier}`)),
    ...each(layer.scales?.event, 'scales.event', byLevel, (row, path) => [clause(row.clause, path)]),
    ...each(layer.scales?.response, 'scales.response', byLevel, (row, path) => [clause(row.clause, path)]),
    ...each(layer.rules, 'rules', byIndex, (rule, path) => [clause(rule.clause, path)]),
    ...each(layer.proposals, 'proposals', byIndex, (proposal, path) => [clause(proposal.clause, path)]),
    ...each(layer.doubts, 'doubts', byIndex, (doubt, path) => [clause(doubt.clause, path)]),
    ...each(layer.alarms, 'alarms', byId, (alarm, path) => [
      clause(alarm.clause, path),
      ...alarm.tell.map((id) => post(id, `${path}.tell`)),
    ]),
    ...each(layer.parallel, 'parallel', byId, (one, path) => [
      clause(one.clause, path),
      ...one.tell.map((id) => post(id, `${path}.tell`)),
    ]),
    ...each(layer.risks, 'risks', byCategory, (risk, path) => [
      clause(risk.clause, path),
      ...risk.triggers.flatMap((trigger, index) =>
        trigger.situations.map((id) => situation(id, `${path}.triggers[${index}]`)),
      ),
    ]),
    ...each(layer.situations, 'situations', byId, referencesOfSituation),
    ...each(layer.handling, 'handling', byEventLevel, (handling, path) => [
      ...handling.carriedOutBy.map((id) => post(id, `${path}.carriedOutBy`)),
      ...handling.recordedIn.map((id) => form(id, `${path}.recordedIn`)),
      ...(handling.evaluation
        ? [
            form(handling.evaluation.form, `${path}.evaluation.form`),
            clause(handling.evaluation.clause, `${path}.evaluation`),
          ]
        : []),
      clause(handling.clause, path),
    ]),
    ...each(layer.commanders, 'commanders', byTier, (row, path) => [
      ...row.posts.map((id) => post(id, `${path}.posts`)),
      clause(row.clause, path),
    ]),
    ...each(layer.jointDecisions, 'jointDecisions', byId, (joint, path) => [
      ...joint.posts.map((id) => post(id, `${path}.posts`)),
      ...(joint.reference === undefined ? [] : [reference(joint.reference, `${path}.reference`)]),
      ...joint.tell.map((id) => post(id, `${path}.tell`)),
      clause(joint.clause, path),
    ]),
    ...each(layer.orders, 'orders', byId, (order, path) => [
      ...referencesOfConfirmation(order.confirmation, `${path}.confirmation`),
      clause(order.clause, path),
    ]),
    ...(layer.issuing ? referencesOfConfirmation(layer.issuing, 'issuing') : []),
    ...each(layer.references, 'references', byId, (entry, path) => [clause(entry.clause, path)]),
    ...(layer.opinion
      ? [
          ...layer.opinion.approvedBy.map((id) => post(id, 'opinion.approvedBy')),
          ...(layer.opinion.watchedBy ?? []).map((id) => post(id, 'opinion.watchedBy')),
          clause(layer.opinion.clause, 'opinion'),
        ]
      : []),
    ...each(layer.limits, 'limits', byId, referencesOfLimit),
    ...Object.entries(layer.thresholds ?? {}).map(([name, threshold]) =>
      clause(threshold.clause, `thresholds.${name}`),
    ),
    ...each(layer.preparation, 'preparation', byId, (day, path) => [
      post(day.owner, `${path}.owner`),
      ...(day.checkedBy === undefined ? [] : [post(day.checkedBy, `${path}.checkedBy`)]),
      clause(day.clause, path),
    ]),
    ...each(layer.resources, 'resources', byId, (resource, path) => [
      post(resource.owner, `${path}.owner`),
      clause(resource.clause, path),
    ]),
    ...each(layer.forms, 'forms', byId, (entry, path) => [clause(entry.clause, path)]),
  ]
}

function referencesOfSituation(entry: SituationSource, path: string): readonly Reference[] {
  return [
    { to: 'group', id: entry.group, path: `${path}.group` },
    clause(entry.response.clause, `${path}.response`),
    ...each(entry.floors, `${path}.floors`, byIndex, (floor, at) => [clause(floor.clause, at)]),
    ...each(entry.steps, `${path}.steps`, byId, (step, at) => [post(step.post, `${at}.post`)]),
    ...each(
      entry.tell,
      `${path}.tell`,
      (told) => told.post,
      (told, at) => [post(told.post, at), clause(told.clause, at)],
    ),
    ...each(entry.limits, `${path}.limits`, byId, referencesOfLimit),
    ...entry.recordedIn.map((id) => form(id, `${path}.recordedIn`)),
    clause(entry.clause, path),
  ]
}

function referencesOfLimit(limit: Limit, path: string): readonly Reference[] {
  return [
    clause(limit.clause, path),
    post(limit.owedBy, `${path}.owedBy`),
    ...limit.rungs.map((rung, index) => post(rung.post, `${path}.rungs[${index}]`)),
    ...(limit.scenarios ?? []).map((id) => situation(id, `${path}.scenarios`)),
  ]
}

function referencesOfConfirmation(confirmation: Confirmation, path: string): readonly Reference[] {
  return [
    clause(confirmation.clause, path),
    ...confirmation.rungs.map((rung, index) => post(rung.post, `${path}.rungs[${index}]`)),
  ]
}

/** Walks a list, giving each entry its path: `list[id]`. */
export function each<T, Found>(
  list: readonly T[] | undefined,
  path: string,
  key: (thing: T, index: number) => string,
  find: (thing: T, path: string) => readonly Found[],
): readonly Found[] {
  return (list ?? []).flatMap((thing, index) => find(thing, `${path}[${key(thing, index)}]`))
}

export const byId = (thing: { readonly id: string }): string => thing.id
export const byIndex = (_: unknown, index: number): string => String(index)
const byLevel = (row: { readonly level: string | number }): string => String(row.level)
const byEventLevel = (row: { readonly eventLevel: number }): string => String(row.eventLevel)
const byTier = (row: { readonly tier: string }): string => row.tier
const byCategory = (risk: { readonly category: string }): string => risk.category

function clause(id: string, path: string): Reference {
  return { to: 'clause', id, path: `${path}.clause` }
}
const post = (id: string, path: string): Reference => ({ to: 'post', id, path })
const form = (id: string, path: string): Reference => ({ to: 'form', id, path })
const situation = (id: string, path: string): Reference => ({ to: 'situation', id, path })
const reference = (id: string, path: string): Reference => ({ to: 'reference', id, path })
