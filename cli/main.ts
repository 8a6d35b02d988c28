// The command line's entrance: picks the command, says how it is used. What a command does is its own file;
// cli/huce.mjs finds the right runtime and starts this one.

import { FaultyBuiltInPlan } from '#server/plan/load.ts'
import { gradeCommand } from './grade.ts'
import { type Output, standardOutput } from './output.ts'
import { planCheckCommand } from './plan-check.ts'
import { planDrawCommand } from './plan-draw.ts'
import { planListCommand } from './plan-list.ts'

const HELP = `Huce 护测: a written emergency plan, running  把应急预案跑起来

  huce serve                                   start the server  启动服务
  huce plan list                               built-in plans  内置预案
  huce plan check FILE                         check a plan's layer  检查一层预案
  huce plan draw ID --level N                  the procedure as a drawing (SVG)  画出处置流程
             [--situation ID] [--lang zh-CN|en] [-o FILE]
  huce grade --plan ID --facts FILE|-          grade an incident, JSON out  给事件定级
             [--lang zh-CN|en]

  --plan county | school    both grades come from the two plans together  两份预案一起用
  --facts -                 facts as JSON on standard input  从标准输入读事实

Exit codes: 0 done, 1 the plan has errors or the server cannot start, 2 wrong use or input.
`

/**
 * Runs one command. Returns the exit code; `serve` returns when the server has stopped.
 * A built-in plan that was edited into something faulty ends every command with 1 and its problems.
 */
export async function main(args: readonly string[], output: Output = standardOutput): Promise<number> {
  try {
    return await run(args, output)
  } catch (error) {
    if (!(error instanceof FaultyBuiltInPlan)) throw error
    output.complain(`huce: the built-in plans are faulty\n${error.message}`)
    return 1
  }
}

async function run(args: readonly string[], output: Output): Promise<number> {
  const [command, ...rest] = args
  if (command === undefined || command === 'help' || args.includes('--help') || args.includes('-h')) {
    output.print(HELP)
    return 0
  }
  if (command === 'serve') return serveCommand(output)
  if (command === 'grade') return gradeCommand(rest, output)
  if (command === 'plan') {
    const [sub, ...more] = rest
    if (sub === 'list') return planListCommand(more, output)
    if (sub === 'check') return planCheckCommand(more, output)
    if (sub === 'draw') return planDrawCommand(more, output)
    output.complain(
      `huce plan: ${sub === undefined ? 'say list, check or draw' : `there is no "plan ${sub}"; say list, check or draw`}`,
    )
    return 2
  }
  output.complain(`huce: there is no command "${command}"; huce --help lists them`)
  return 2
}

/** Returns the exit code: 0 when it was stopped as asked, 1 with a sentence when it cannot or must not start. */
async function serveCommand(output: Output): Promise<number> {
  // Loaded only here: grading and checking must not pay for, or depend on, the server.
  const { serve } = await import('#server/main.ts')
  const { findStartSentence } = await import('#server/start-fault.ts')
  try {
    await serve()
    return 0
  } catch (error) {
    const sentence = findStartSentence(error)
    if (sentence === undefined) throw error
    output.complain(sentence)
    return 1
  }
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2))
}
