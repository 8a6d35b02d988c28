// Parts of a line with a dot between them: 桥头小学·QH-07-003, in English with room around it. Empty parts are left out.

import { useCallback } from 'react'
import type { Lang } from '#core/basics/text.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'
import { useLang } from './words.tsx'

export type Parts = readonly (string | undefined | false)[]

export function joined(parts: Parts, lang: Lang): string {
  return parts.filter((part) => part).join(say(shellWords, 'dot', lang))
}

/** `joined` in the chosen language. */
export function useJoined(): (...parts: Parts) => string {
  const lang = useLang()
  return useCallback((...parts) => joined(parts, lang), [lang])
}
