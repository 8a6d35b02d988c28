// The effective plan as entries that people read (G1): each with what it says, in the plan's own words, and the clause it follows. Pure.
// Where a clause stands and who issued it is plan-source.ts; showing is plan-page.tsx.

import { inLang, type Lang } from '#core/basics/text.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { isFactName } from '#core/plan/facts.ts'
import type { Limit } from '#core/plan/layer.ts'
import { deskWords } from '#core/words/desk.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { sayFact } from '#core/words/grading.ts'
import { say } from '#core/words/say.ts'
import type { Names } from './names.ts'

export const PLAN_PAGES = [
  'levels',
  'handling',
  'situations',
  'posts',
  'limits',
  'orders',
  'preparation',
  'forms',
  'clauses',
] as const
export type PlanPageId = (typeof PLAN_PAGES)[number]

export interface PlanEntry {
  /** Unique within its page. */
  readonly id: string
  readonly page: PlanPageId
  readonly title: string
  readonly lines: readonly string[]
  /** Further words that only some will want to open: steps, duties. */
  readonly more?: { readonly title: string; readonly lines: readonly string[] }
  readonly clause: string | undefined
}

type Values = Readonly<Record<string, string | number>>

/** Every entry of the plan in reading order, in one language. */
export function planEntries(plan: EffectivePlan, names: Names, lang: Lang): readonly PlanEntry[] {
  const p = (key: keyof typeof planWords, values: Values = {}) => say(planWords, key, lang, values)
  const text = (one: { readonly zh: string; readonly en: string }) => inLang(one, lang)
  // A reason leaves holes for what somebody stated; here they are the facts' own names.
  const reasonOf = (one: { readonly zh: string; readonly en: string }) =>
    text(one).replace(/\{([A-Za-z.]+)\}/g, (hole, fact: string) =>
      isFactName(fact) ? `〔${sayFact(fact, lang)}〕` : hole,
    )
  const list = (all: readonly string[]) => all.join(say(deskWords, 'comma', lang))
  const posts = (ids: readonly string[]) => list(ids.map((id) => names.post(id)))
  const formName = (id: string) => {
    const form = plan.forms.find((one) => one.id === id)
    return form ? text(form.name) : id
  }
  const entry = (page: PlanPageId, id: string, title: string, clause: string | undefined) => ({
    page,
    id,
    title,
    clause,
  })
  const limit = (one: Limit, of?: string): PlanEntry => ({
    ...entry('limits', of === undefined ? one.id : `${of}.${one.id}`, text(one.name), one.clause),
    lines: [
      list([
        ...(of === undefined ? [] : [names.situation(of)]),
        one.sameDay ? p('limit.same-day') : p('limit.minutes', { n: one.minutes ?? 0 }),
        p('limit.owed', { post: names.post(one.owedBy) }),
      ]),
      ...one.rungs.map((rung) =>
        p(rung.who === 'substitute' ? 'limit.rung.substitute' : 'limit.rung', {
          n: rung.afterMinutes,
          post: names.post(rung.post),
        }),
      ),
    ],
  })
  const situations = Object.values(plan.situations)
  return [
    ...plan.scales.event.map((row) => ({
      ...entry('levels', `event.${row.level}`, names.event(row.level).whole, row.clause),
      lines: [],
    })),
    ...plan.scales.response.map((row) => ({
      ...entry('levels', `response.${row.level}`, names.response(row.level).whole, row.clause),
      lines: [text(row.limit)],
    })),
    ...plan.rules.map((rule, index) => {
      const level =
        typeof rule.level === 'number' ? names.event(rule.level).whole : names.response(rule.level).whole
      return { ...entry('levels', `rule.${index}`, level, rule.clause), lines: [reasonOf(rule.because)] }
    }),
    ...plan.handling.map((row) => ({
      ...entry('handling', String(row.eventLevel), names.event(row.eventLevel).whole, row.clause),
      lines: [
        list([
          p('handling.handled', { tier: names.tier(row.handledBy) }),
          p('handling.asks', { tier: names.tier(row.asks) }),
          p(row.agreement === 'always' ? 'handling.always' : 'handling.without'),
        ]),
        list([
          ...(row.proposedBy ? [p('handling.proposed', { tier: names.tier(row.proposedBy) })] : []),
          p('handling.decided', { tier: names.tier(row.decidedBy) }),
          ...(row.mayConsult ? [p('handling.consult', { tier: names.tier(row.mayConsult) })] : []),
        ]),
        ...(row.carriedOutBy.length > 0 ? [p('handling.carried', { posts: posts(row.carriedOutBy) })] : []),
        ...(row.recordedIn.length > 0
          ? [p('handling.forms', { forms: list(row.recordedIn.map(formName)) })]
          : []),
        ...(row.evaluation
          ? [
              p('handling.evaluation', {
                tier: names.tier(row.evaluation.by),
                n: row.evaluation.points.length,
              }),
            ]
          : []),
      ],
    })),
    ...plan.commanders.map((row) => ({
      ...entry('handling', `commanders.${row.tier}`, p('handling.commanders'), row.clause),
      lines: [`${names.tier(row.tier)} ${posts(row.posts)}`],
    })),
    ...plan.jointDecisions.map((one) => ({
      ...entry('handling', `joint.${one.id}`, text(one.name), one.clause),
      lines: [posts(one.posts), text(one.basis)],
    })),
    ...situations.map((one) => ({
      ...entry('situations', one.id, text(one.name), one.clause),
      lines: [
        text(one.trigger),
        ...(one.tell.length > 0 ? [p('situation.told', { posts: posts(one.tell.map((t) => t.post)) })] : []),
        ...(one.events.length > 0 ? [p('situation.events', { list: list(one.events.map(String)) })] : []),
      ],
      more: {
        title: p('situation.steps'),
        lines: one.steps.map((step) => `${text(step.text)} · ${names.post(step.post)}`),
      },
    })),
    ...Object.values(plan.posts).map((post) => ({
      ...entry('posts', post.id, text(post.name), post.clause),
      lines: [names.tier(post.tier)],
      more: { title: p('post.duties'), lines: post.duties.map(text) },
    })),
    ...plan.limits.map((one) => limit(one)),
    ...situations.flatMap((one) => (one.limits ?? []).map((each) => limit(each, one.id))),
    ...plan.orders.map((one) => ({
      ...entry('orders', one.id, text(one.name), one.clause),
      lines: [
        text(one.hint),
        list([
          p('order.confirm', { n: one.confirmation.minutes }),
          ...(one.carriedOut ? [p('order.carried')] : []),
        ]),
      ],
    })),
    ...[...plan.preparation]
      .sort((a, b) => b.daysBefore - a.daysBefore)
      .map((one) => ({
        ...entry(
          'preparation',
          one.id,
          `${p('preparation.day', { n: one.daysBefore })} ${text(one.what)}`,
          one.clause,
        ),
        lines: [list([names.post(one.owner), ...one.evidence.map((each) => text(each.name))])],
      })),
    ...plan.forms.map((form) => ({
      ...entry('forms', form.id, text(form.name), form.clause),
      lines: [p('form.fields', { n: form.fields.length, tier: names.tier(form.filedBy) })],
      more: { title: text(form.name), lines: form.fields.map((field) => text(field.name)) },
    })),
    ...Object.values(plan.clauses).map((clause) => ({
      ...entry('clauses', clause.id, text(clause.text), clause.id),
      lines: [],
    })),
  ]
}

/** Entries that hold every word typed, in the title, the lines or the clause's own words; all of them for nothing typed. */
export function findEntries(
  entries: readonly PlanEntry[],
  typed: string,
  clauseText: (id: string) => string,
): readonly PlanEntry[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  return entries.filter((entry) => {
    const all = [entry.title, ...entry.lines, ...(entry.more?.lines ?? [])]
    if (entry.clause !== undefined) all.push(clauseText(entry.clause))
    const text = all.join('\n').normalize('NFKC').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
