// Do ids that a plan names exist, and does each stand for one thing only?

import type { Text } from '../basics/text.ts'
import type { Joined } from './join.ts'
import type { Layer } from './layer.ts'
import { type Problem, type ProblemCode, problem } from './problem.ts'
import { byId, type Reference, referencesOf } from './references.ts'

const UNKNOWN: Readonly<Record<Reference['to'], { readonly code: ProblemCode; readonly what: Text }>> = {
  clause: { code: 'clause-unknown', what: { zh: '条款', en: 'clause' } },
  post: { code: 'post-unknown', what: { zh: '岗位', en: 'post' } },
  form: { code: 'form-unknown', what: { zh: '表单', en: 'form' } },
  group: { code: 'group-unknown', what: { zh: '分组', en: 'group' } },
  situation: { code: 'situation-unknown', what: { zh: '情境', en: 'situation' } },
  reference: { code: 'reference-unknown', what: { zh: '依据文件', en: 'reference' } },
}

/** Clauses, posts, forms, groups, situations and references that a layer names are there. */
export function referencesResolve(joined: Joined): readonly Problem[] {
  const known: Readonly<Record<Reference['to'], ReadonlySet<string>>> = {
    clause: new Set(joined.clauses.keys()),
    post: new Set(joined.posts.keys()),
    form: new Set(joined.forms.map(byId)),
    group: new Set(joined.groups.map(byId)),
    situation: new Set(joined.situations.keys()),
    reference: new Set(joined.references.map(byId)),
  }
  return joined.layers.flatMap((layer) =>
    referencesOf(layer)
      .filter((reference) => !known[reference.to].has(reference.id))
      .map(({ to, id, path }) => {
        const { code, what } = UNKNOWN[to]
        return problem(layer.id, path, code, {
          zh: `没有编号为“${id}”的${what.zh}`,
          en: `there is no ${what.en} with id "${id}"`,
        })
      }),
  )
}

/** An id stands for one thing within a layer; a clause's for one in all layers. */
export function idsAreSingle(joined: Joined): readonly Problem[] {
  const withinLayers = joined.layers.flatMap((layer) =>
    listsOf(layer).flatMap(({ path, ids }) => twice(ids).map((id) => said(layer.id, `${path}[${id}]`, id))),
  )
  const acrossLayers = joined.layers.flatMap((layer) =>
    layer.clauses
      .filter((clause) => joined.clauses.get(clause.id)?.layer !== layer.id)
      .map((clause) => said(layer.id, `clauses[${clause.id}]`, clause.id)),
  )
  return [...withinLayers, ...acrossLayers]
}

function said(layer: string, path: string, id: string): Problem {
  return problem(layer, path, 'id-twice', {
    zh: `编号“${id}”用了不止一次`,
    en: `the id "${id}" is used twice`,
  })
}

interface IdList {
  readonly path: string
  readonly ids: readonly (string | number)[]
}

function listsOf(layer: Layer): readonly IdList[] {
  const named = (path: string, list: readonly { readonly id: string }[] | undefined): IdList => ({
    path,
    ids: (list ?? []).map(byId),
  })
  const situations = layer.situations ?? []
  return [
    named('tiers', layer.tiers),
    named('clauses', layer.clauses),
    named('posts', layer.posts),
    named('teams', layer.teams),
    named('groups', layer.groups),
    named('situations', layer.situations),
    named('preparation', layer.preparation),
    named('resources', layer.resources),
    named('forms', layer.forms),
    named('limits', [...(layer.limits ?? []), ...situations.flatMap((one) => one.limits ?? [])]),
    named('alarms', layer.alarms),
    named('parallel', layer.parallel),
    named('jointDecisions', layer.jointDecisions),
    named('orders', layer.orders),
    named('references', layer.references),
    { path: 'commanders', ids: (layer.commanders ?? []).map((one) => one.tier) },
    { path: 'handling', ids: (layer.handling ?? []).map((one) => one.eventLevel) },
    ...(layer.handling ?? []).map((one) =>
      named(`handling[${one.eventLevel}].evaluation.points`, one.evaluation?.points),
    ),
    { path: 'risks', ids: (layer.risks ?? []).map((one) => one.category) },
    { path: 'scales.event', ids: (layer.scales?.event ?? []).map((one) => one.level) },
    { path: 'scales.response', ids: (layer.scales?.response ?? []).map((one) => one.level) },
    ...situations.flatMap((one) => [
      named(`situations[${one.id}].steps`, one.steps),
      named(`situations[${one.id}].questions`, one.questions),
      { path: `situations[${one.id}].tell`, ids: one.tell.map((told) => told.post) },
      ...one.questions.map((asked) =>
        named(`situations[${one.id}].questions[${asked.id}].answers`, asked.answers),
      ),
    ]),
    ...(layer.forms ?? []).map((form) => named(`forms[${form.id}].fields`, form.fields)),
  ]
}

function twice(ids: readonly (string | number)[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(String)
}
