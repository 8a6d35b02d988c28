// Makes many stages at once, through the house's door for writing: what must have been done before is given step by step, in
// lists of one giver each.

import { randomUUID } from 'node:crypto'
import { planActor } from '#core/access/actor.ts'
import type { Command } from '#server/act.ts'
import { accepted, CAMPAIGN, NATION, type TestHouse } from '#server/house.fixture.ts'
import { type Given, HOME, type Stage } from './stage.fixture.ts'

export interface ToMake {
  readonly stage: Stage
  readonly given: readonly Given[]
}

/** Most commands in one list. */
const LIST = 60
/** Lists under way at once. */
const ABREAST = 3

/** Gives everything, in order for each stage. @throws Error naming what the house refused */
export async function makeStages(test: TestHouse, making: readonly ToMake[]): Promise<void> {
  const steps = Math.max(0, ...making.map(({ given }) => given.length))
  for (let step = 0; step < steps; step++) {
    const lists = new Map<string, ToMake[]>()
    for (const one of making) {
      const by = one.given[step]?.by
      if (by !== undefined) lists.set(by, [...(lists.get(by) ?? []), one])
    }
    const chunks = [...lists].flatMap(([by, all]) =>
      Array.from({ length: Math.ceil(all.length / LIST) }, (_, nth) => ({
        by,
        some: all.slice(nth * LIST, (nth + 1) * LIST),
      })),
    )
    await abreast(ABREAST, chunks, ({ by, some }) => giveStep(test, by, some, step))
  }
}

async function giveStep(test: TestHouse, by: string, some: readonly ToMake[], step: number): Promise<void> {
  const commands = some.flatMap(({ given }): Command[] => {
    const one = given[step]
    if (!one) return []
    const { stream, type, data } = one
    return [{ id: randomUUID(), stream, type, data, madeAt: 0 }]
  })
  const types = [...new Set(commands.map((one) => one.type))].join(', ')
  const answers = await accepted(test.house.act.act(commands, actorFor(test, by))).catch((error: unknown) => {
    throw new Error(`${by} could not prepare (${types})`, { cause: error })
  })
  some.forEach(({ stage }, nth) => {
    const answer = answers[nth]
    if (answer && answer.stream.id === stage.incident.id) stage.version = answer.version
  })
}

/** The plan does all of it, in one list. */
export function planDoes(
  test: TestHouse,
  all: readonly Pick<Given, 'stream' | 'type' | 'data'>[],
): ReturnType<TestHouse['house']['act']['act']> {
  const commands = all.map((one): Command => ({ id: randomUUID(), madeAt: 0, ...one }))
  return test.house.act.act(commands, planActor(NATION, CAMPAIGN))
}

function actorFor(test: TestHouse, by: string): ReturnType<TestHouse['actor']> {
  const post = test.plan.posts[by]
  return post ? test.actor(by, HOME[post.tier]) : planActor(NATION, CAMPAIGN)
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
