// Text that a database or a ledger cannot keep: U+0000 and halves of surrogate pairs. Refused at the door, naming the field.

/** The dotted path of the first string in `value` that cannot be stored, or undefined when all can. */
export function findUnstorable(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, part] of Object.entries(value)) {
    const inner = path === '' ? key : `${path}.${key}`
    if (!isStorable(key)) return inner
    const found = findUnstorable(part, inner)
    if (found !== undefined) return found
  }
  return undefined
}

function isStorable(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0) return false
    if (unit >= 0xdc00 && unit <= 0xdfff) return false
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(i + 1)
      if (!(next >= 0xdc00 && next <= 0xdfff)) return false
      i++
    }
  }
  return true
}
