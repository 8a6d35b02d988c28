// The shapes of answers about orders and about proposals of spread, for the description of the API and its tests.

import * as z from 'zod/mini'
import { instant, named, receiptView, said, text, token, unitPath } from './shape-parts.ts'

const orderView = named(
  'OrderView',
  z.strictObject({
    id: said(z.string(), 'Order stream'),
    unit: said(unitPath, 'Who orders'),
    unitName: text,
    kind: said(z.string(), 'Kind in the plan of `plan`'),
    plan: z.string(),
    words: z.string(),
    from: z.optional(said(z.int(), 'From when it holds; absent: at once')),
    until: z.optional(instant),
    incident: z.optional(z.string()),
    givenAt: instant,
    givenBy: z.strictObject({ id: z.string(), name: z.string(), postKind: z.optional(z.string()) }),
    withdrawn: z.optional(z.strictObject({ at: instant, reason: z.optional(z.string()) })),
    receipts: said(z.array(receiptView), 'Of the units the post may see, its own first'),
    may: z.array(z.string()),
  }),
)

export const orderList = named(
  'OrderList',
  z.strictObject({ asOf: instant, token, orders: z.array(orderView) }),
)

const spreadView = named(
  'SpreadView',
  z.strictObject({
    id: said(z.string(), 'Spread stream'),
    county: unitPath,
    countyName: text,
    scenario: z.string(),
    proposedAt: instant,
    schools: z.array(
      z.strictObject({
        unit: unitPath,
        name: text,
        incident: z.string(),
        reportedAt: instant,
        parted: said(z.boolean(), 'Taken out again by a person'),
      }),
    ),
    joined: z.optional(z.strictObject({ at: instant, incident: z.string() })),
    declined: z.optional(z.strictObject({ at: instant, reason: z.optional(z.string()) })),
    may: z.array(z.string()),
  }),
  'The same kind of event at several schools of a county',
)

export const spreadList = named(
  'SpreadList',
  z.strictObject({ asOf: instant, token, spreads: z.array(spreadView) }),
)

/** Two reports of one school that may be one matter: part of an incident's view. */
export const twiceView = named(
  'TwiceView',
  z.strictObject({
    stream: z.string(),
    first: z.string(),
    second: z.string(),
    state: z.enum(['proposed', 'joined', 'refused', 'parted']),
    at: instant,
    may: z.array(z.string()),
  }),
)
