// `huce plan draw ID --level N [--situation ID] [--lang zh-CN|en] [-o FILE]`: the procedure of an event level, drawn from the plan.

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type EffectivePlan, eventLevels, findSituation } from '#core/plan/effective.ts'
import { drawSvg } from '#core/procedure/draw-svg.ts'
import { layOut } from '#core/procedure/lay-out.ts'
import { procedureOf } from '#core/procedure/procedure.ts'
import { builtInPlan, PLAN_NAMES } from '#server/plan/load.ts'
import type { Output } from './output.ts'

/** Prints the drawing as SVG, or writes it to FILE. Exit code 0, or 2 with one line of complaint. */
export function planDrawCommand(args: readonly string[], output: Output): number {
  const complain = (what: string): 2 => {
    output.complain(`huce plan draw: ${what.replace(/[\r\n]+/g, ' ')}`)
    return 2
  }
  let asked: ReturnType<typeof parse>
  try {
    asked = parse(args)
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = asked
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0 || !(PLAN_NAMES as readonly string[]).includes(name))
    return complain(`name one plan: ${PLAN_NAMES.join(' or ')}`)
  const plan = builtInPlan()
  const levels = eventLevels(plan)
  const eventLevel = levels.find((level) => String(level) === values.level)
  if (eventLevel === undefined) return complain(`--level is an event level of the plan: ${levels.join(', ')}`)
  const { situation, lang = 'zh-CN' } = values
  if (lang !== 'zh-CN' && lang !== 'en') return complain('--lang is zh-CN or en')
  if (situation !== undefined && !findSituation(plan, situation))
    return complain(`the plan has no situation ${situation}; huce plan list names the plans`)
  const svg = draw(plan, { eventLevel, ...(situation === undefined ? {} : { scenario: situation }) }, lang)
  if (values.output === undefined) {
    output.print(svg)
    return 0
  }
  try {
    writeFileSync(values.output, svg)
    return 0
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error))
  }
}

function draw(plan: EffectivePlan, of: Parameters<typeof procedureOf>[1], lang: 'zh-CN' | 'en'): string {
  const procedure = procedureOf(plan, of)
  if (!procedure) throw new Error(`a level that the plan uses is not handled: ${of.eventLevel}`)
  return drawSvg(procedure, layOut(procedure, lang), lang)
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      level: { type: 'string' },
      situation: { type: 'string' },
      lang: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  })
}
