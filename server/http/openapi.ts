// The description of the API: OpenAPI 3.1 at /api/openapi.json and a readable page of it, both made from the schemas that
// check what comes in. Every command type stands in it with its own shape.

import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { commandShapes, commandsSchema } from '#core/wire/command.ts'
import type { App } from './door.ts'
import { DOCS } from './guard.ts'
import { problem } from './shapes.ts'

type Status = 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503

/** What a route answers: `ok`, the problems it is known for, and any other. Answers are written as they are, not filtered. */
export function answers(ok: z.ZodMiniType, description: string, problems: readonly Status[]): unknown {
  return {
    200: { description, content: { 'application/json': { schema: ok } } },
    ...problemsOf(problems),
  }
}

/** An answer that is text of another kind. */
export function text(type: string, description: string, problems: readonly Status[] = []): unknown {
  return { 200: { description, content: { [type]: { schema: z.string() } } }, ...problemsOf(problems) }
}

/** An answer that is bytes. */
export function bytes(description: string, problems: readonly Status[]): unknown {
  const binary = z.any()
  z.globalRegistry.add(binary, { format: 'binary' })
  return {
    200: { description, content: { 'application/octet-stream': { schema: binary } } },
    ...problemsOf(problems),
  }
}

/** An answer without a body. */
export function nothing(description: string): unknown {
  const empty = z.null()
  z.globalRegistry.add(empty, { description })
  return { 204: empty, ...problemsOf([]) }
}

const MEANING: Readonly<Record<Status | 'default', string>> = {
  401: 'Nobody is signed in',
  403: 'Not for this person or post',
  404: 'There is no such thing, or it is out of sight',
  409: 'Refused on the present state',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'A field is missing, unknown or wrong; `field` names it',
  429: 'Too many tries',
  503: 'Not ready; try again',
  default: 'Any other error',
}

function problemsOf(statuses: readonly Status[]): Record<string, object> {
  const content = { 'application/problem+json': { schema: problem } }
  return Object.fromEntries(
    [...statuses, 'default' as const].map((status) => [status, { description: MEANING[status], content }]),
  )
}

/** Before the routes: they are noted as they are added. */
export function describeRoutes(app: App, version: string): void {
  app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Huce 护测',
        version,
        description:
          'One door for writing (commands), one for reading. Instants are milliseconds since 1970-01-01T00:00:00Z in campaign time. ' +
          'Errors are problem+json (RFC 9457); `code` is for programs, `title` and `detail` are for people, in the language of Accept-Language.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'commands', description: 'Writing' },
        { name: 'reading', description: 'What the post may see' },
        { name: 'live', description: 'What changes' },
        { name: 'files', description: 'Photos, recordings and documents of incidents' },
        { name: 'session', description: 'Who is calling' },
        { name: 'server', description: 'For those who look after it' },
        { name: 'demonstration', description: 'Only where nothing is real' },
      ],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'huce' } },
      },
    },
    transform: ({ schema, url, ...rest }) => {
      const made = jsonSchemaTransform({ schema, url, ...rest })
      return url === '/api/commands' ? { ...made, schema: { ...made.schema, body: commandsBody() } } : made
    },
    transformObject: jsonSchemaTransformObject,
  })
  app.register(fastifySwaggerUi, {
    routePrefix: DOCS,
    theme: { title: 'Huce API' },
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list', deepLinking: true, validatorUrl: null },
  })
}

/** After the routes. */
export function serveDescription(app: App): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

/** The body of POST /api/commands with one alternative per command type. */
function commandsBody(): object {
  const body = asJsonSchema(commandsSchema)
  const envelope = body.properties?.commands?.items
  if (!envelope?.properties) throw new Error('the envelope of commands is not an array of objects')
  const { properties } = envelope
  const oneOf = Object.entries(commandShapes).flatMap(([kind, shapes]) =>
    Object.entries(shapes).map(([type, shape]) => ({
      ...envelope,
      title: `${kind} ${type}`,
      properties: {
        ...properties,
        stream: {
          ...properties.stream,
          properties: { ...properties.stream?.properties, kind: { enum: [kind] } },
        },
        type: { enum: [type] },
        data: asJsonSchema(shape),
      },
    })),
  )
  return {
    ...body,
    properties: { commands: { ...body.properties?.commands, items: { oneOf } } },
  }
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
}

function asJsonSchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return made as JsonSchema
}
