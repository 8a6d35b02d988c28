// How a small count is written in Chinese words, as papers number their sequels: 续报一. Digits everywhere else.

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 to 99 in Chinese numerals (`十二`); any other number stays as digits. */
export function chineseNumber(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) return String(count)
  const tens = Math.floor(count / 10)
  const ones = DIGITS[count % 10] ?? ''
  if (tens === 0) return ones
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`
}
