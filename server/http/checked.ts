// Checking what came in against a schema of core/wire, and saying which field was wrong: the first one, by its dotted name.

import type { FastifySchemaCompiler } from 'fastify'
import * as z from 'zod/mini'
import { Refused, Turned } from './problem.ts'

/** The id of a stream, as it stands in addresses and bodies. */
export const streamId = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.~-]{3,199}$/))

/** The value as `schema` has it. @throws Turned or Refused that names the field; `command` is added to it. */
export function checked<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  command?: string,
): z.output<Schema> {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  throw faultOf(result.error.issues, value, command)
}

/** For fastify: bodies, query strings and path parameters are zod schemas. */
export const schemaCompiler: FastifySchemaCompiler<z.ZodMiniType> =
  ({ schema }) =>
  (value: unknown) => {
    try {
      return { value: checked(schema, value) }
    } catch (error) {
      return { error: error as Error }
    }
  }

type Issue = z.core.$ZodIssue

function faultOf(issues: readonly Issue[], value: unknown, command: string | undefined): Turned | Refused {
  const issue = issues[0]
  const named = command === undefined ? {} : { command }
  if (!issue) return new Turned('request.bad', named)
  if (issue.code === 'unrecognized_keys') {
    return new Turned('field.unknown', { ...named, field: dotted([...issue.path, issue.keys[0] ?? '']) })
  }
  const field = dotted(issue.path)
  // Nothing at all, or something that is no object.
  if (field === '') return new Turned('body.unreadable', named)
  if (valueAt(value, issue.path) === undefined) return new Turned('field.missing', { ...named, field })
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return new Refused({ code: 'text.missing', field }, named)
  }
  if (issue.code === 'too_big' && issue.origin !== 'number' && issue.origin !== 'int') {
    return new Turned('field.too-long', { ...named, field, values: { most: String(issue.maximum) } })
  }
  return new Turned('field.invalid', { ...named, field })
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = (here as Record<PropertyKey, unknown>)[key]
  }
  return here
}
