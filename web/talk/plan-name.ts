// What the plan in force is called wherever a screen names it: `2025.1 版预案`. Its own version stands for the whole.

import type { Lang } from '#core/basics/text.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'

/** `plan`: a view's plan, or the own layer of an effective one. */
export function planName(plan: { readonly version: string }, lang: Lang): string {
  return say(shellWords, 'plan.name', lang, { version: plan.version })
}
