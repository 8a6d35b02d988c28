// Holes in a plan's sentences: `{impact.order}` stands for the fact's value in words. Here they are found;
// they are filled where the sentence is said (core/words/grading.ts).

const HOLE = /\{[A-Za-z0-9.-]+\}/g

/** Names between braces, in order of appearance. */
export function holesOf(sentence: string): readonly string[] {
  return (sentence.match(HOLE) ?? []).map((hole) => hole.slice(1, -1))
}
