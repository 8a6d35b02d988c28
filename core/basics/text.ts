// A sentence in both languages, as plans and catalogue entries carry it.
// What a screen or a paper says lives in core/words; this is only the shape.

/** The two languages every word exists in; Chinese is the default everywhere. */
export type Lang = 'zh-CN' | 'en'

export interface Text {
  readonly zh: string
  readonly en: string
}

/** The wording of `text` in `lang`. */
export function inLang(text: Text, lang: Lang): string {
  return lang === 'en' ? text.en : text.zh
}
