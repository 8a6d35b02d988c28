// The API as it describes itself: every route and command of /api/openapi.json, a body that its schema allows, and that body
// spoilt in every way one field can be spoilt. A route added tomorrow is in it without anybody's doing.

import { randomUUID } from 'node:crypto'
import { ask } from './visitor.fixture.ts'

/** The parts of JSON Schema that the description uses. */
export interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly pattern?: string
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly title?: string
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: {
    readonly required?: boolean
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>
  }
  readonly responses: Readonly<Record<string, unknown>>
}

export interface Route {
  readonly method: string
  /** With `{name}` for path parameters. */
  readonly path: string
  readonly pathParameters: readonly string[]
  readonly queryParameters: readonly string[]
  /** Undefined: it reads no body. */
  readonly body: Schema | undefined
  /** Only for people who are signed in. */
  readonly closed: boolean
}

export async function describedRoutes(url: string): Promise<readonly Route[]> {
  const { body } = await ask(url, '', 'GET', '/api/openapi.json')
  const { paths } = body as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      pathParameters: named(operation, 'path'),
      queryParameters: named(operation, 'query'),
      body: operation.requestBody?.content['application/json']?.schema,
      closed: '401' in operation.responses,
    })),
  )
}

function named({ parameters = [] }: Operation, place: string): string[] {
  return parameters.filter((one) => one.in === place).map(({ name }) => name)
}

/** The alternatives of a command, as the description of POST /api/commands lists them: `incident Report` and so on. */
export function commandsOf(routes: readonly Route[]): readonly Schema[] {
  const route = routes.find(({ method, path }) => method === 'POST' && path === '/api/commands')
  return route?.body?.properties?.commands?.items?.oneOf ?? []
}

/** A value that the schema allows, with the fields it requires and no others. */
export function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice) return sampleOf(choice)
  switch (schema.type) {
    case 'object': {
      const required = schema.required ?? []
      return Object.fromEntries(required.map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]))
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'boolean':
      return true
    case 'string':
      return textLike(schema.pattern)
    default:
      return null
  }
}

function textLike(pattern: string | undefined): string {
  const texts = [
    randomUUID(),
    'sample-1',
    '00/99/990701',
    'ab'.repeat(32),
    'Sample',
    '199-0000-0001',
    '2026-05-20',
  ]
  const text = pattern === undefined ? 'sample' : texts.find((one) => new RegExp(pattern, 'u').test(one))
  if (text === undefined) throw new Error(`no sample text fits ${pattern}`)
  return text
}

export interface Spoilt {
  /** What was done to it, for the message. */
  readonly how: string
  readonly value: unknown
}

/** `value`, which `schema` allows, with one field made wrong in each copy: absent, of another type, or unknown. */
export function spoiltCopies(schema: Schema, value: unknown, at = ''): Spoilt[] {
  if (schema.type === 'array' && Array.isArray(value)) {
    const [first, ...rest] = value
    if (first === undefined || !schema.items) return []
    return spoiltCopies(schema.items, first, `${at}.0`).map(({ how, value: spoilt }) => ({
      how,
      value: [spoilt, ...rest],
    }))
  }
  const { properties, required = [] } = schema
  if (schema.type !== 'object' || !properties || !isObject(value)) return []
  const fields = Object.entries(properties).flatMap(([name, part]): Spoilt[] => {
    const path = `${at}.${name}`
    const put = (how: string, spoilt: unknown): Spoilt => ({ how, value: { ...value, [name]: spoilt } })
    const { [name]: given, ...without } = value
    return [
      ...(required.includes(name) ? [{ how: `${path} absent`, value: without }] : []),
      ...wrongFor(part).map((wrong) => put(`${path} is ${JSON.stringify(wrong)}`, wrong)),
      ...spoiltCopies(part, given, path).map(({ how, value: inner }) => put(how, inner)),
    ]
  })
  return [...fields, { how: `${at}.nobodyKnows added`, value: { ...value, nobodyKnows: 1 } }]
}

/** Values that no schema of this type allows. */
function wrongFor(schema: Schema): unknown[] {
  const values: unknown[] = [null, 'wrong\u0000', -1.5, [[]], true]
  return values.filter((value) => !allows(schema, value))
}

/** Generous: what it calls allowed is merely not tried. */
function allows(schema: Schema, value: unknown): boolean {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.some((choice) => allows(choice, value))
  if (schema.const !== undefined) return value === schema.const
  if (schema.enum) return schema.enum.includes(value)
  if (schema.type === undefined) return true
  if (schema.type === 'integer') return Number.isInteger(value)
  if (schema.type === 'array') return Array.isArray(value)
  if (schema.type === 'object') return isObject(value)
  if (schema.type === 'null') return value === null
  // Free text is refused later for U+0000 alone, which is tried by itself.
  if (schema.type === 'string') return typeof value === 'string' && schema.pattern === undefined
  // The types that are left have the same names in JSON Schema and in JavaScript.
  return typeof value === schema.type
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
