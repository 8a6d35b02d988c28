// The shapes of answers about the year's handbook and the editions of plans, for the description of the API and its tests.

import * as z from 'zod/mini'
import { exampleView, instant, named, receiptView, said, text, token, unitPath } from './shape-parts.ts'

export const handbookView = named(
  'HandbookView',
  z.strictObject({
    asOf: instant,
    token,
    examples: z.array(exampleView),
    own: z.optional(said(z.string(), 'The stream the post may write to')),
  }),
)

export const readExamples = named(
  'ReadExamples',
  z.strictObject({
    rows: z.array(
      z.strictObject({
        row: said(z.int(), 'Row of the sheet, from 1'),
        example: z.optional(
          z.strictObject({
            document: z.string(),
            year: z.int(),
            place: z.string(),
            title: z.string(),
            handling: z.optional(z.string()),
            scenarios: z.array(z.string()),
          }),
        ),
        problems: z.array(
          z.strictObject({ column: said(z.string(), 'As the file names it'), message: text }),
        ),
        known: said(z.boolean(), 'It stands there already, or higher up in the file'),
      }),
    ),
    problem: z.optional(said(text, 'What is wrong with the file as a whole')),
  }),
)

const editionView = named(
  'EditionView',
  z.strictObject({
    id: z.string(),
    unit: unitPath,
    unitName: text,
    edition: said(z.int(), '1 for the first of the unit'),
    version: z.string(),
    issuedOn: z.string(),
    issuedAt: instant,
    issuedBy: z.string(),
    layer: z.string(),
    plan: said(z.string(), 'Effective plan of the issuing unit'),
    before: z.optional(said(z.string(), 'The plan that was in force for it until then')),
    receipts: z.array(receiptView),
  }),
)

export const editionList = named(
  'EditionList',
  z.strictObject({
    asOf: instant,
    token,
    inForce: z.string(),
    editions: z.array(editionView),
    own: z.optional(z.strictObject({ stream: z.string(), layer: z.optional(z.string()) })),
  }),
)

const planProblem = named(
  'PlanProblem',
  z.strictObject({
    layer: z.string(),
    path: z.string(),
    code: z.string(),
    message: text,
    severity: z.enum(['error', 'warning']),
    line: z.optional(z.int()),
    column: z.optional(z.int()),
    unit: z.optional(said(unitPath, 'Whose plan it would make unsound, where that is another unit')),
  }),
)

const planChange = named(
  'PlanChange',
  z.strictObject({
    part: z.string(),
    id: z.string(),
    kind: z.enum(['added', 'removed', 'changed']),
    name: z.optional(text),
    clause: z.optional(z.string()),
    fields: z.array(
      z.strictObject({
        field: z.string(),
        before: z.optional(z.string()),
        after: z.optional(z.string()),
      }),
    ),
  }),
)

export const preparedEdition = named(
  'PreparedEdition',
  z.strictObject({
    problems: z.array(planProblem),
    ready: z.optional(
      z.strictObject({
        layer: z.string(),
        version: z.string(),
        issuedOn: z.string(),
        plans: z.array(z.strictObject({ unit: unitPath, plan: z.string() })),
      }),
    ),
    changes: z.array(planChange),
  }),
)
