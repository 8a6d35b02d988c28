// What the plan in force is called wherever a screen names it: `预案：县 2024.1 · 学校 2025.1` where its editions are known, else
// `2025.1 版预案`: its own version stands for the whole.

import { inLang, type Lang } from '#core/basics/text.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'

/** `plan`: a view's plan, or the own layer of an effective one. */
export function planName(plan: Pick<IncidentView['plan'], 'version' | 'layers'>, lang: Lang): string {
  if (!plan.layers) return say(shellWords, 'plan.name', lang, { version: plan.version })
  const layers = plan.layers.map(({ tier, version }) =>
    say(shellWords, 'plan.layer', lang, { tier: inLang(tier, lang), version }),
  )
  return say(shellWords, 'plan.layers', lang, { layers: layers.join(' · ') })
}
