// Where a clause stands, for a reader: in Chinese the document and the place as printed, in English the document in a
// few words with the clause's id, because the place itself is Chinese. Pure.

import type { Lang } from '#core/basics/text.ts'
import type { Clause } from '#core/plan/layer.ts'
import { deskWords } from '#core/words/desk.ts'
import { say } from '#core/words/say.ts'

const DOCUMENTS = ['county', 'school', 'national', 'catalogue'] as const

export function cite({ id, source }: Pick<Clause, 'id' | 'source'>, lang: Lang): string {
  const document = DOCUMENTS.find((one) => id.startsWith(`${one}.`))
  if (lang === 'zh-CN' || document === undefined) {
    return say(deskWords, 'cite', lang, { document: source.document, at: source.at })
  }
  return say(deskWords, 'cite', lang, { document: say(deskWords, `cite.${document}`, lang), at: id })
}
