// Why a file was not taken, in the words of the refusal. By itself, because the words of all refusals are long and seldom needed here:
// other refusals come from the server already said.

import type { RefusalCode } from '#core/basics/refusal.ts'
import { fieldFilesWords } from '#core/words/field-files.ts'
import { refusalSentence } from '#core/words/refusal.ts'
import { useLang, useSay } from '../talk/words.tsx'
import { usePostName } from './in-hand.tsx'

export default function RefusalWords({ code }: { code: RefusalCode }) {
  const t = useSay(fieldFilesWords)
  const lang = useLang()
  const postName = usePostName()
  return <span className="small">{t('refused', { words: refusalSentence({ code }, lang, postName) })}</span>
}
