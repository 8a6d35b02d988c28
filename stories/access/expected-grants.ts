// Reads expected-grants.txt, the second account of who may do what, and answers questions about it. Knows nothing of the house.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whose thing it is, seen from the post. The file says what own, below and named mean; it never grants what is of a unit beside, of
 * the unit above, or about people of the school and kept from it.
 */
export type Whose = 'own' | 'below' | 'named' | 'beside' | 'above' | 'confined'

const parts = new Map<string, string[]>()
let part: string[] = []
for (const line of readFileSync(join(import.meta.dirname, 'expected-grants.txt'), 'utf8').split('\n')) {
  if (line.startsWith('## ')) {
    part = []
    parts.set(line.slice(3), part)
  } else if (line !== '' && !line.startsWith('#')) part.push(line)
}

const linesOf = (name: string): readonly string[] => {
  const lines = parts.get(name)
  if (!lines) throw new Error(`the account has no part "${name}"`)
  return lines
}
const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').map((one) => one.trim())

const groups = new Map(
  linesOf('groups').map((line) => {
    const [name, members] = line.split('=')
    return [name?.trim(), listOf(members)]
  }),
)

const grants = linesOf('grants').map((line) => {
  const cells = line.split('|').map((cell) => cell.trim())
  const [clause, what, who, whose, source] = cells
  if (!clause || !what || !who || !whose || !source || cells.length !== 5)
    throw new Error(`the account cannot be read: ${line}`)
  return { clause, what, posts: listOf(who).flatMap(postsOf), whose: listOf(whose) }
})

const granted = new Map(
  grants.flatMap(({ clause, what, posts, whose }) =>
    posts.flatMap((post) => whose.map((place) => [`${what} ${post} ${place}`, clause])),
  ) as [string, string][],
)

/** Posts of a name of the file: a group, a group of groups, or a post by its own id. */
function postsOf(name: string): readonly string[] {
  return groups.get(name)?.flatMap(postsOf) ?? [name]
}

/** Commands that only the plan gives. */
export const ONLY_THE_PLAN = linesOf('only the plan')

/** Every case of a command that the file speaks of, granted to somebody or to nobody. */
export const EXPECTED_CASES: ReadonlySet<string> = new Set([
  ...grants.map((grant) => grant.what),
  ...linesOf('nobody'),
])

/** Every post that the file grants something to. */
export const EXPECTED_POSTS: ReadonlySet<string> = new Set(grants.flatMap((grant) => grant.posts))

/** The clause by which the post may; undefined where it may not. */
export function clauseFor(what: string, post: string, whose: Whose): string | undefined {
  return granted.get(`${what} ${post} ${whose}`)
}
