// 续报一, 续报二: the number of a follow-up as it is written. Pure.

import type { Lang } from '#core/basics/text.ts'

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** `三`, `十二`, `二十`; in English, and from a hundred on, in figures. */
export function orderWord(nth: number, lang: Lang): string {
  if (lang === 'en' || nth < 1 || nth > 99) return String(nth)
  const tens = Math.floor(nth / 10)
  const ones = DIGITS[nth % 10] ?? ''
  if (tens === 0) return ones
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`
}
