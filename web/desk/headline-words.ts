// The words of a row that a duty officer reads first, with who says them: a question, an answer, or the report. Pure.

import type { Lang } from '#core/basics/text.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { say } from '#core/words/say.ts'

/** `from`: the tier whose answer it is, where the viewer has yet to do something with it. Empty for a row without any. */
export function headlineWords({ headline }: IncidentRow, from: string | undefined, lang: Lang): string {
  if (!headline) return ''
  const { kind, text } = headline
  return kind === 'answer' && from !== undefined
    ? say(deskWords, 'headline.answer.of', lang, { tier: from, text })
    : say(deskWords, `headline.${kind}`, lang, { text })
}
