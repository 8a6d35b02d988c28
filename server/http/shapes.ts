// The shapes of answers, for the description of the API and for the tests that hold real answers against it. What is sent
// is typed by core/wire/view.ts; nothing is filtered here.

import * as z from 'zod/mini'
import {
  eventLevel,
  exampleView,
  instant,
  named,
  responseLevel,
  said,
  text,
  tier,
  token,
  unitName,
  unitPath,
  who,
} from './shape-parts.ts'
import { twiceView } from './shapes-sent.ts'

export const problem = named(
  'Problem',
  z.strictObject({
    type: said(z.string(), '`urn:huce:` and the code'),
    title: said(z.string(), 'What was not done'),
    status: z.int(),
    detail: said(z.string(), 'What was not done, who could, what to do now'),
    code: z.string(),
    field: z.optional(said(z.string(), 'Dotted name of the field that was wrong')),
    whoCould: z.optional(said(z.array(z.string()), 'Posts of the plan whose holder could do it')),
    command: z.optional(said(z.string(), 'Id of the command that was refused')),
    received: z.optional(said(z.int(), 'Of a file sent in pieces: bytes that are here; go on from there')),
  }),
  'An error after RFC 9457',
)

export const state = z.strictObject({ demo: z.boolean(), version: z.string() })
export const ready = z.strictObject({ ready: z.literal(true) })

const myPost = named(
  'MyPost',
  z.strictObject({
    id: z.string(),
    kind: z.string(),
    role: z.string(),
    tier,
    unit: unitPath,
    room: z.optional(z.string()),
    substitute: z.boolean(),
  }),
)

export const me = named(
  'Me',
  z.strictObject({
    person: z.strictObject({ id: z.string(), name: z.string() }),
    post: myPost,
    posts: z.array(myPost),
    units: said(z.array(unitName), 'Own unit first, then its ancestors'),
    campaign: z.strictObject({
      id: z.string(),
      kind: z.enum(['real', 'drill', 'demo']),
      name: text,
      zoneMinutes: z.int(),
      sessions: z.array(z.strictObject({ id: z.string(), name: text, startsAt: instant, endsAt: instant })),
    }),
    now: instant,
    rate: said(z.number(), 'Campaign milliseconds per millisecond'),
    demo: z.boolean(),
  }),
)

const doer = z.strictObject({
  person: z.string(),
  post: z.optional(z.string()),
  postKind: z.optional(z.string()),
  unit: z.optional(z.string()),
})

const awaited = named(
  'Await',
  z.strictObject({
    kind: z.string(),
    tier,
    post: z.string(),
    about: z.optional(z.string()),
    dueAt: z.optional(instant),
    limit: z.optional(z.string()),
  }),
  'Somebody must do something now',
)

export const incidentRow = named(
  'IncidentRow',
  z.strictObject({
    id: z.string(),
    version: z.int(),
    number: z.optional(z.string()),
    unit: unitPath,
    scenario: z.string(),
    room: z.optional(z.string()),
    status: z.string(),
    eventLevel,
    responseLevel,
    discoveredAt: instant,
    reportedAt: instant,
    changedAt: instant,
    confined: z.boolean(),
    awaits: z.array(awaited),
    verdict: z.optional(z.enum(['verified', 'refuted'])),
    heldSince: z.optional(instant),
    under: z.optional(z.strictObject({ incident: z.string(), as: z.enum(['same', 'spread']) })),
    members: z.optional(said(z.int(), 'How many stand under it')),
    headline: z.optional(
      z.strictObject({
        kind: z.enum(['ask', 'answer', 'report']),
        text: z.string(),
        from: z.optional(tier),
      }),
    ),
  }),
)

export const incidentList = named(
  'IncidentList',
  z.strictObject({ asOf: instant, token, rows: z.array(incidentRow), more: z.int() }),
)

const incident = named(
  'Incident',
  z.looseObject({
    id: z.string(),
    version: z.int(),
    status: z.enum(['unreported', 'open', 'handled', 'joined', 'closed']),
    unit: unitPath,
    campaign: z.string(),
    plan: z.string(),
    number: z.optional(z.string()),
    scenario: z.string(),
    stated: z.record(z.string(), z.union([z.string(), z.number()])),
    room: z.optional(z.string()),
    words: z.optional(z.string()),
    confined: z.boolean(),
    reporter: doer,
    discoveredAt: instant,
    reportedAt: instant,
    knownAt: instant,
    grades: z.array(
      z.looseObject({
        by: doer,
        origin: z.enum(['plan', 'person']),
        eventLevel,
        responseLevel,
        clauses: z.array(z.string()),
        assumed: z.array(z.string()),
        reason: z.optional(z.string()),
      }),
    ),
    asks: z.array(z.looseObject({ ask: z.string(), fromTier: tier, toTier: tier })),
    answers: z.array(z.looseObject({ answer: z.string(), fromTier: tier, toTier: tier })),
    steps: z.record(z.string(), z.looseObject({ step: z.string() })),
    entries: z.array(
      z.strictObject({
        version: z.int(),
        kind: z.string(),
        by: doer,
        occurredAt: instant,
        recordedAt: instant,
        text: z.optional(z.string()),
        detail: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
        struck: z.optional(z.looseObject({ by: doer, recordedAt: instant, reason: z.optional(z.string()) })),
      }),
    ),
    withheld: said(z.array(z.string()), 'Parts hidden from this viewer'),
  }),
  'An incident as its events have made it',
)

export const fileView = named(
  'FileView',
  z.strictObject({
    file: z.string(),
    kind: z.enum(['photo', 'document', 'voice']),
    size: said(z.int(), 'Bytes as sent'),
    type: z.optional(said(z.string(), 'Media type by content, once it is known')),
    state: z.enum(['coming', 'ready', 'refused', 'gone']),
    received: said(z.int(), 'Bytes that are here; sending goes on from there'),
    refused: z.optional(said(z.string(), 'Why it was not taken: a code')),
  }),
  'How far the bytes of a file have come',
)

export const incidentView = named(
  'IncidentView',
  z.strictObject({
    incident,
    limits: z.array(
      z.strictObject({
        limit: z.string(),
        name: text,
        clause: z.string(),
        owedBy: z.string(),
        startedAt: instant,
        dueAt: instant,
        stoppedAt: z.optional(instant),
        kept: z.optional(z.boolean()),
        claimed: z.optional(z.literal(true)),
        undone: z.optional(z.literal(true)),
        next: z.optional(z.strictObject({ post: z.string(), who, at: instant })),
      }),
    ),
    awaits: z.array(awaited),
    told: z.array(
      z.strictObject({
        notice: z.string(),
        postKind: z.string(),
        unit: unitPath,
        what: z.string(),
        toldAt: instant,
        urgent: z.boolean(),
        persons: z.array(
          z.strictObject({
            id: z.string(),
            who,
            seenAt: z.optional(instant),
            confirmedAt: z.optional(instant),
          }),
        ),
      }),
    ),
    people: z.record(
      z.string(),
      z.strictObject({
        name: z.string(),
        phone: z.optional(z.string()),
        postKind: z.optional(z.string()),
      }),
    ),
    may: said(z.array(z.string()), 'Command types the post may give now'),
    plan: z.strictObject({
      hash: z.string(),
      version: z.string(),
      title: text,
      layers: z.optional(z.array(z.strictObject({ tier: text, version: z.string() }))),
    }),
    unitName: text,
    similar: z.array(incidentRow),
    owed: said(
      z.array(z.looseObject({ kind: z.string(), tier })),
      'What is still owed before it may be closed, in order',
    ),
    examples: z.array(exampleView),
    files: z.array(fileView),
    under: z.optional(said(incidentRow, 'The incident it stands under')),
    members: said(z.array(incidentRow), 'Incidents that stand under it'),
    twice: said(z.array(twiceView), 'Reports that may be the same matter as this one'),
  }),
)

export const overview = named(
  'Overview',
  z.strictObject({
    asOf: instant,
    token,
    schools: z.array(
      z.strictObject({
        unit: unitPath,
        name: text,
        order: z.int(),
        state: z.enum(['unreported', 'incident', 'settled']),
        worst: z.optional(
          z.strictObject({
            id: z.string(),
            scenario: z.string(),
            eventLevel,
            responseLevel,
            dueAt: z.optional(instant),
          }),
        ),
        open: z.int(),
      }),
    ),
    figures: said(
      z.strictObject({ open: z.int(), verified: z.int(), refuted: z.int(), unverified: z.int() }),
      'Of incidents in sight; what was reported twice and joined counts once',
    ),
    seats: z.int(),
  }),
)

export const plan = named(
  'EffectivePlan',
  z.looseObject({
    hash: z.string(),
    layers: z.array(z.looseObject({ id: z.string(), version: z.string(), title: text })),
    posts: z.record(z.string(), z.looseObject({ id: z.string(), tier, role: z.string(), name: text })),
    situations: z.record(z.string(), z.looseObject({ id: z.string() })),
  }),
  'The layers of a plan joined, with its conditions compiled',
)

export const kit = named(
  'Kit',
  z.strictObject({
    asOf: instant,
    plan,
    contacts: z.array(
      z.strictObject({
        person: z.string(),
        name: z.string(),
        phone: z.string(),
        postKind: z.string(),
        unit: unitPath,
        room: z.optional(z.string()),
        substitute: z.boolean(),
      }),
    ),
    units: z.array(unitName),
    rooms: z.array(z.strictObject({ unit: unitPath, id: z.string(), name: text, seats: z.int() })),
    examples: said(z.array(exampleView), 'Of the bureaus of the line, in force'),
  }),
)

const change = named(
  'Change',
  z.strictObject({
    token,
    kind: z.enum(['incident', 'notice', 'who', 'order', 'spread', 'twice', 'handbook', 'edition']),
    stream: z.string(),
    row: z.optional(incidentRow),
  }),
)

export const since = named(
  'Since',
  z.strictObject({ token, changes: z.array(change), reload: z.optional(z.literal(true)) }),
)

export const commandsAnswer = named(
  'CommandsAnswer',
  z.strictObject({
    answers: z.array(
      z.strictObject({
        command: z.string(),
        stream: z.strictObject({ kind: z.string(), id: z.string() }),
        version: z.int(),
        events: z.array(z.string()),
        number: z.optional(z.string()),
      }),
    ),
  }),
)

export const demoPeople = named(
  'DemoPeople',
  z.strictObject({
    people: z.array(
      z.strictObject({
        person: z.string(),
        name: z.string(),
        postKind: z.string(),
        postName: text,
        tier,
        unit: unitPath,
        unitName: text,
        room: z.optional(z.string()),
        substitute: z.boolean(),
      }),
    ),
  }),
)
