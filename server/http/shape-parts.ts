// Shapes that several answers are made of (shapes.ts, shapes-books.ts), and how a shape gets its name in the description of the API.

import * as z from 'zod/mini'

/** Names a schema, so that it stands once in the description. */
export function named<Schema extends z.ZodMiniType>(
  id: string,
  schema: Schema,
  description?: string,
): Schema {
  z.globalRegistry.add(schema, { id, ...(description === undefined ? {} : { description }) })
  return schema
}

export function said<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  z.globalRegistry.add(schema, { description })
  return schema
}

export const instant = said(z.int(), 'Milliseconds since 1970-01-01T00:00:00Z, campaign time')
export const text = named(
  'Text',
  z.strictObject({ zh: z.string(), en: z.string() }),
  'A sentence in both languages',
)
export const tier = z.enum(['school', 'county', 'province', 'nation'])
export const who = z.enum(['holder', 'substitute'])
export const eventLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const responseLevel = z.enum(['I', 'II', 'III', 'IV'])
export const unitPath = said(z.string(), 'Keys from the nation down, e.g. 00/99/990701/99070103')
export const token = said(z.string(), 'A place in the ledger: follow from here')

export const unitName = named(
  'UnitName',
  z.strictObject({
    path: unitPath,
    tier,
    name: text,
    letters: z.string(),
    order: z.int(),
    code: z.string(),
  }),
)

const mark = z.strictObject({ at: instant, name: z.string(), postKind: z.optional(z.string()) })

/** One unit's answer to an order or an issued plan. */
export const receiptView = named(
  'ReceiptView',
  z.strictObject({
    id: said(z.string(), 'Receipt stream: Receive and CarryOut go there'),
    unit: unitPath,
    unitName: text,
    dueAt: instant,
    received: z.optional(mark),
    carriedOut: z.optional(z.strictObject({ at: instant, name: z.string(), effect: z.optional(z.string()) })),
    asksCarriedOut: z.boolean(),
    chased: said(z.int(), 'How often somebody was told that it has not been answered'),
    revoked: z.boolean(),
    may: z.array(z.string()),
  }),
)

export const exampleView = named(
  'ExampleView',
  z.strictObject({
    handbook: said(z.string(), 'Handbook stream'),
    example: z.string(),
    unit: unitPath,
    unitName: text,
    document: said(z.string(), "Id of the document in the plan's references"),
    year: z.int(),
    place: said(z.string(), 'Number or page, as printed'),
    title: z.string(),
    handling: z.optional(z.string()),
    scenarios: z.array(z.string()),
    enteredAt: instant,
    enteredBy: z.string(),
    struck: z.optional(z.strictObject({ at: instant, by: z.string(), reason: z.optional(z.string()) })),
  }),
  'An example of the year’s handbook as a bureau entered it; nothing of ours stands here',
)
