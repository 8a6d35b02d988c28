// Holes in a plan's sentences: `{impact.order}` stands for the fact's value in words. Finding and filling them;
// the words themselves are core/words/grading.ts.

const HOLE = /\{([A-Za-z][A-Za-z.]*)\}/g

/** Names between braces, in order of appearance. */
export function holesOf(sentence: string): readonly string[] {
  return (sentence.match(HOLE) ?? []).map((hole) => hole.slice(1, -1))
}

/** The sentence with each hole replaced by what `say` makes of its name. */
export function fillHoles(sentence: string, say: (name: string) => string): string {
  return sentence.replace(HOLE, (_, name: string) => say(name))
}
