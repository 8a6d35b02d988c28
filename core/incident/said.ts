// Free text on its way into an event: sealed under the class `text`, absent when nothing was said.

/** An event whose free text lies here, sealed under (stream, `text`). */
export type Said<Field extends string> = {
  readonly private?: { readonly text?: { readonly [F in Field]?: string } }
}

/** The `private` part of an event for the texts that were given; nothing at all when none was. */
export function said<Field extends string>(
  texts: Readonly<Record<Field, string | undefined>>,
): { readonly private?: { readonly text: { readonly [F in Field]?: string } } } {
  const given: { [F in Field]?: string } = {}
  for (const field of Object.keys(texts) as Field[]) {
    const text = texts[field]
    if (text !== undefined && text.trim() !== '') given[field] = text
  }
  return Object.keys(given).length === 0 ? {} : { private: { text: given } }
}

/** Nothing said that could be read later. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
