// Reads a time of day as people type it on a phone: 914, 0914, 9:14, 9：14, 9点14.
// Knows nothing of dates or zones.

/**
 * `hh:mm` from what was typed, or undefined when it is not a time of day.
 * @param typed any text
 */
export function typedTime(typed: string): string | undefined {
  const plain = typed
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[：点时.．]/g, ':')
    .replace(/分$/, '')
  const match = /^(\d{1,2}):(\d{1,2})$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain)
  if (!match) return undefined
  const hour = Number(match[1])
  const minute = Number(match[2])
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
