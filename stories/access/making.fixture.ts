// Makes many stages at once, through the house's door for writing: what must have been done before is given step by step, in
// lists of one giver each (a post and its unit).

import { randomUUID } from 'node:crypto'
import { planActor } from '#core/access/actor.ts'
import type { Command } from '#server/act.ts'
import { CAMPAIGN, NATION, type TestHouse } from '#server/house.fixture.ts'
import { type Given, HOME, type Stage } from './stage.fixture.ts'

export interface ToMake {
  readonly stage: Stage
  readonly given: readonly Given[]
}

/** Most commands in one list. */
const LIST = 60
/** Lists under way at once. */
const ABREAST = 3

/** Gives everything, in order for each stage. Answers with what the house refused: nothing can be tried out there. */
export async function makeStages(test: TestHouse, making: readonly ToMake[]): Promise<readonly string[]> {
  const refused = new Set<string>()
  const steps = Math.max(0, ...making.map(({ given }) => given.length))
  for (let step = 0; step < steps; step++) {
    const lists = new Map<string, ToGive[]>()
    for (const { stage, given } of making) {
      const next = given[step]
      if (!next) continue
      const giver = `${next.by} ${next.at ?? ''}`
      lists.set(giver, [...(lists.get(giver) ?? []), { stage, given: next }])
    }
    const chunks = [...lists.values()].flatMap((all) =>
      Array.from({ length: Math.ceil(all.length / LIST) }, (_, nth) =>
        all.slice(nth * LIST, (nth + 1) * LIST),
      ),
    )
    await abreast(ABREAST, chunks, async (chunk) => {
      if ((await give(test, chunk)) === undefined) return
      // All or none: one by one, to find which.
      for (const one of chunk) {
        const code = await give(test, [one])
        if (code !== undefined) refused.add(`${one.given.by} ${one.given.type} (${one.stage.tier}): ${code}`)
      }
    })
  }
  return [...refused]
}

interface ToGive {
  readonly stage: Stage
  readonly given: Given
}

/** One list of one giver; the code of the refusal when it was refused. */
async function give(test: TestHouse, list: readonly ToGive[]): Promise<string | undefined> {
  const [first] = list
  if (!first) return undefined
  const commands = list.map(({ given: { stream, type, data } }): Command => {
    return { id: randomUUID(), stream, type, data, madeAt: 0 }
  })
  const answer = await test.house.act.act(commands, actorFor(test, first.given))
  if ('refused' in answer) return answer.refused.code
  list.forEach(({ stage }, nth) => {
    const said = answer.accepted[nth]
    if (said && said.stream.id === stage.incident.id) stage.version = said.version
  })
  return undefined
}

/** The plan does all of it, in one list. */
export function planDoes(
  test: TestHouse,
  all: readonly Pick<Given, 'stream' | 'type' | 'data'>[],
): ReturnType<TestHouse['house']['act']['act']> {
  const commands = all.map((one): Command => ({ id: randomUUID(), madeAt: 0, ...one }))
  return test.house.act.act(commands, planActor(NATION, CAMPAIGN))
}

function actorFor(test: TestHouse, { by, at }: Given): ReturnType<TestHouse['actor']> {
  const post = test.plan.posts[by]
  return post ? test.actor(by, at ?? HOME[post.tier]) : planActor(NATION, CAMPAIGN)
}

/** Does `work` for each of `all`, at most `most` at once. */
export async function abreast<T>(
  most: number,
  all: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await work(one)
  }
  await Promise.all(Array.from({ length: most }, lane))
}
