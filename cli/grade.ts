// `huce grade --plan ID --facts FILE|- [--lang zh-CN|en]`: both grades of an incident as JSON, for scripts and tests.
// A thin call of core/plan; every complaint is one line on standard error and exit code 2, with nothing on standard output.

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Refusal } from '#core/basics/refusal.ts'
import type { Lang } from '#core/basics/text.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { StatedFacts } from '#core/plan/facts.ts'
import { FACT_NAMES } from '#core/plan/facts.ts'
import { parseFacts } from '#core/plan/facts-parse.ts'
import { completeFacts, grade } from '#core/plan/grade.ts'
import { sayReason } from '#core/words/grading.ts'
import { builtInPlan, PLAN_NAMES } from '#server/plan/load.ts'
import type { Output } from './output.ts'

const STANDARD_INPUT = 0
const LANGS: readonly Lang[] = ['zh-CN', 'en']

/** Returns the exit code: 0 with the grade printed, 2 with one line of complaint. */
export function gradeCommand(args: readonly string[], output: Output): number {
  const asked = readArguments(args)
  if ('wrong' in asked) return complain(output, asked.wrong)
  const facts = readFacts(asked.facts)
  if ('wrong' in facts) return complain(output, facts.wrong)
  const plan = builtInPlan()
  const parsed = parseFacts(facts.json, plan)
  if ('refused' in parsed) return complain(output, wordsOf(parsed.refused, plan))
  output.print(`${JSON.stringify(gradeAsJson(plan, parsed.scenario, parsed.stated, asked.lang), null, 2)}\n`)
  return 0
}

function complain(output: Output, what: string): number {
  // A file's name may hold a line break; the complaint stays one line.
  output.complain(`huce grade: ${what.replace(/[\r\n]+/g, ' ')}`)
  return 2
}

interface Asked {
  readonly facts: string
  readonly lang: Lang
}

interface Wrong {
  readonly wrong: string
}

function readArguments(args: readonly string[]): Asked | Wrong {
  let values: { plan?: string | undefined; facts?: string | undefined; lang?: string | undefined }
  try {
    values = parseArgs({
      args: [...args],
      options: { plan: { type: 'string' }, facts: { type: 'string' }, lang: { type: 'string' } },
    }).values
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
  const { plan, facts, lang = 'zh-CN' } = values
  if (plan === undefined || !(PLAN_NAMES as readonly string[]).includes(plan)) {
    const given = plan === undefined ? 'name a plan' : `there is no plan "${plan}"`
    return { wrong: `${given}; --plan is ${PLAN_NAMES.join(' or ')}` }
  }
  if (facts === undefined) return { wrong: '--facts is missing; give a JSON file, or - for standard input' }
  const chosen = LANGS.find((one) => one === lang)
  if (!chosen) return { wrong: `there is no language "${lang}"; --lang is ${LANGS.join(' or ')}` }
  return { facts, lang: chosen }
}

function readFacts(file: string): { readonly json: unknown } | Wrong {
  const name = file === '-' ? 'standard input' : file
  let text: string
  try {
    text = readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8')
  } catch {
    return { wrong: `${name} cannot be read; --facts takes a JSON file, or - for standard input` }
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return { wrong: `${name} is not JSON; facts look like {"scenario":"power-cut","interrupted":"partly"}` }
  }
}

function wordsOf(refused: Refusal, plan: EffectivePlan): string {
  const { fact, value, allowed, scenario } = refused.values ?? {}
  switch (refused.code) {
    case 'scenario.unknown': {
      const ids = Object.keys(plan.situations)
      const given = scenario === undefined ? 'scenario is missing' : `there is no scenario "${scenario}"`
      return `${given}; name one of ${ids.join(', ')}`
    }
    case 'fact.unknown':
      return `there is no fact "${fact}"; facts are scenario, ${FACT_NAMES.join(', ')}`
    default:
      return fact === undefined
        ? 'facts must be one JSON object, such as {"scenario":"power-cut"}'
        : `${fact} cannot be ${value}; it is ${allowed}`
  }
}

/** The shape that scripts rely on; keys are never renamed. */
function gradeAsJson(plan: EffectivePlan, scenario: string, stated: StatedFacts, lang: Lang) {
  const facts = completeFacts(plan, scenario, stated)
  const { eventLevel, responseLevel, reasons, wouldChange } = grade(plan, scenario, stated)
  return {
    eventLevel,
    responseLevel,
    reasons: reasons.map((reason) => ({
      clause: reason.clause,
      scale: reason.scale,
      because: sayReason(reason, facts, lang),
    })),
    wouldChange,
  }
}
