// POST /api/commands: a list of commands in one post's name, all or none. The envelope and the shape of each command's data
// are checked here; whether one may, and whether it makes sense, is act's. Nothing the client says of itself is believed.

import type * as z from 'zod/mini'
import { type CommandAnswer, commandShapes, commandsSchema, type SentCommand } from '#core/wire/command.ts'
import type { Command } from '../act.ts'
import { actorIn, type Session } from '../identity/identity.ts'
import { checked } from './checked.ts'
import { type App, type HttpHouse, sessionOf } from './door.ts'
import { answers } from './openapi.ts'
import { Refused, Turned } from './problem.ts'
import { commandsAnswer } from './shapes.ts'

export function commandRoutes(app: App, door: HttpHouse): void {
  app.post(
    '/api/commands',
    {
      schema: {
        operationId: 'giveCommands',
        tags: ['commands'],
        summary: 'Give commands, all or none',
        description:
          'Commands are decided together in one post of the caller; when one is refused, none is stored and the problem names it. ' +
          'The same id with the same content gets the same answer again, so a command may be sent until an answer comes. ' +
          "In a problem with `command`, `field` is the dotted name within that command's `data`; otherwise within the body.",
        body: commandsSchema,
        response: answers(
          commandsAnswer,
          'What came of each command, in order',
          [401, 403, 404, 409, 413, 415, 422],
        ),
      },
    },
    async (request): Promise<{ answers: readonly CommandAnswer[] }> => {
      const session = sessionOf(request)
      const sent = request.body.commands
      const post = findPost(session, sent)
      const commands = sent.map(asCommand)
      const answer = await measured(door, () =>
        door.act.act(commands, actorIn(post, session.person.id, session.campaign)),
      )
      if ('refused' in answer) {
        throw new Refused(answer.refused, { command: answer.command, plan: session.plan })
      }
      return { answers: answer.accepted.map(inOrder) }
    },
  )
}

/** One that was kept comes back from the database with its fields in another order: repeats are equal to the byte. */
function inOrder({ command, stream, version, events, number }: CommandAnswer): CommandAnswer {
  const { kind, id } = stream
  return { command, stream: { kind, id }, version, events, ...(number === undefined ? {} : { number }) }
}

/** The one post that all of them name; the person must hold it now. */
function findPost(session: Session, sent: readonly SentCommand[]): Session['post'] {
  const named = sent[0]?.post
  const other = sent.findIndex((command) => command.post !== named)
  if (other !== -1) throw new Turned('posts.mixed', { field: `commands.${other}.post` })
  const post = session.posts.find(({ id }) => id === named)
  if (!post) throw new Turned('post.not-held', { field: 'commands.0.post' })
  return post
}

function asCommand({ id, stream, type, data, madeAt }: SentCommand, nth: number): Command {
  const shape = findShape(stream.kind, type)
  if (!shape) throw new Refused({ code: 'command.unknown', field: `commands.${nth}.type` })
  return { id, stream, type, data: checked(shape, data, id) as object, madeAt }
}

function findShape(kind: string, type: string): z.ZodMiniType | undefined {
  const shapes = commandShapes[kind]
  // Names come from outside: `constructor` finds something on any object, but not a shape of that name.
  return shapes && Object.hasOwn(shapes, type) ? shapes[type] : undefined
}

async function measured<Answer extends object>(
  door: HttpHouse,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const from = performance.now()
  const took = () => (performance.now() - from) / 1000
  try {
    const answer = await work()
    door.metrics.acted('refused' in answer ? 'refused' : 'accepted', took())
    return answer
  } catch (error) {
    door.metrics.acted('failed', took())
    throw error
  }
}
