// The shapes of commands at the door, for phone and server alike: one schema per command type.
// Whether a command makes sense is the streams' business, whether somebody may give it core/access's.

import * as z from 'zod/mini'
import { LONGEST_PLACE } from '../handbook/handbook.ts'
import { STREAM_KINDS } from '../streams.ts'

const MAX_TEXT = 4000

/** Free text: trimmed, not empty, at most 4,000 characters. */
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_TEXT))
const streamId = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.~-]{3,199}$/))
const key = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,79}$/))
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
const unitPath = z.string().check(z.regex(/^[0-9A-Za-z]{2,16}(\/[0-9A-Za-z]{1,24}){0,3}$/))
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** Milliseconds since 1970-01-01T00:00:00Z. */
const instant = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000))
/** Which facts and values exist is said by the stream, so that the refusal names the one that is wrong. */
const stated = z.record(
  z.string().check(z.maxLength(40)),
  z.union([z.string().check(z.maxLength(40)), z.number()]),
)
const text = z.strictObject({ zh: words, en: words })
const nothing = z.strictObject({})
const eventLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const tier = z.enum(['school', 'county', 'province', 'nation'])
const minutes = z.int().check(z.gte(1), z.lte(2880))
const verdict = z.enum(['verified', 'refuted'])
const spread = z.enum(['single', 'spreading', 'major'])
/** A line that stands in a register: a name, a place, a link. */
const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))
const units = z.array(unitPath).check(z.maxLength(2000))
const tasks = z
  .array(
    z.strictObject({
      task: uuid,
      post: z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,79}$/)),
      person: z.optional(streamId),
      words,
    }),
  )
  .check(z.minLength(1), z.maxLength(20))
const responseLevel = z.enum(['I', 'II', 'III', 'IV'])

/** Incident commands that a person may send; `Number` and `PassLimit` are the plan's own and have no shape here. */
export const incidentCommands = {
  Report: z.strictObject({
    unit: unitPath,
    campaign: key,
    plan: hash,
    scenario: key,
    stated,
    room: z.optional(key),
    discoveredAt: instant,
    words: z.optional(words),
    notSameAs: z.optional(z.array(streamId).check(z.maxLength(20))),
  }),
  StateFacts: z.strictObject({ stated, words: z.optional(words) }),
  Regrade: z.strictObject({ eventLevel, responseLevel, reason: words, lowering: z.optional(uuid) }),
  Acknowledge: nothing,
  StartResponse: z.strictObject({ expectedMinutes: minutes, measures: words }),
  StateExample: z.strictObject({ listed: z.boolean(), reference: z.optional(words) }),
  Ask: z.strictObject({
    ask: uuid,
    question: words,
    proposal: z.optional(words),
    tier: z.optional(tier),
  }),
  Answer: z.strictObject({
    answer: uuid,
    ask: z.optional(uuid),
    instruction: words,
    tasks: z.optional(tasks),
  }),
  Comply: z.strictObject({ answer: uuid }),
  DoStep: z.strictObject({ step: key, note: z.optional(words) }),
  ReopenStep: z.strictObject({ step: key, reason: words }),
  TakeMeasure: z.strictObject({ measure: words }),
  SendMessage: z.strictObject({ words }),
  ConfirmReport: nothing,
  Handle: z.strictObject({ outcome: words }),
  WriteDown: z.strictObject({ form: key, reference: z.optional(words) }),
  Close: nothing,
  Reopen: z.strictObject({ reason: words }),
  ChangeResponse: z.strictObject({
    responseLevel,
    expectedMinutes: minutes,
    measures: words,
    reason: words,
  }),
  EndResponse: z.strictObject({ reason: words }),
  StartHold: z.strictObject({ hold: uuid, room: z.optional(key), reason: words }),
  EndHold: z.strictObject({ hold: key, reason: z.optional(words) }),
  ProposeJoint: z.strictObject({ decision: uuid, kind: key, words }),
  AgreeJoint: z.strictObject({ decision: uuid }),
  DeclineJoint: z.strictObject({ decision: uuid, reason: words }),
  SkipSteps: z.strictObject({
    steps: z.array(key).check(z.minLength(1), z.maxLength(60)),
    reason: words,
  }),
  AgreeLowering: z.strictObject({ lowering: uuid, reason: z.optional(words) }),
  DeclineLowering: z.strictObject({ lowering: uuid, reason: words }),
  Verify: z.strictObject({ verdict, words: z.optional(words) }),
  Dismiss: z.strictObject({ reason: words }),
  StrikeEntry: z.strictObject({ entry: z.int().check(z.gte(1)), reason: words }),
  Evaluate: z.strictObject({ points: z.record(key, words) }),
  RaiseTo: z.strictObject({ tier, words }),
  LogOral: z.strictObject({
    oral: uuid,
    from: line,
    to: line,
    toTier: tier,
    toPost: z.optional(key),
    saidAt: instant,
    words,
  }),
  ReportOn: z.strictObject({ report: uuid, kind: z.enum(['follow-up', 'final']), words }),
  GiveTasks: z.strictObject({ answer: uuid, tasks }),
  DoTask: z.strictObject({ task: uuid, effect: words }),
  SeeOpinion: z.strictObject({
    opinion: uuid,
    where: line,
    link: z.optional(line),
    spread,
    seenAt: instant,
    words: z.optional(words),
  }),
  JudgeOpinion: z.strictObject({ opinion: uuid, verdict, words: z.optional(words) }),
  FollowOpinion: z.strictObject({ opinion: uuid, spread, words }),
  DraftWording: z.strictObject({ opinion: uuid, wording: uuid, words }),
  ApproveWording: z.strictObject({ wording: uuid }),
  RefuseWording: z.strictObject({ wording: uuid, reason: words }),
  PublishWording: z.strictObject({ wording: uuid, where: line, publishedAt: instant }),
  Attach: z.strictObject({
    file: uuid,
    hash,
    size: z.int().check(z.gte(1), z.lte(100_000_000)),
    kind: z.enum(['photo', 'document', 'voice']),
    about: z.optional(key),
    name: z.optional(line),
  }),
} as const

/** What whoever was told may send; telling is the plan's own. */
export const noticeCommands = { MarkSeen: nothing, Confirm: nothing } as const

const room = z.strictObject({ id: key, name: text, seats: z.int().check(z.gte(1), z.lte(200)) })
const session = z.strictObject({ id: key, name: text, startsAt: instant, endsAt: instant })

/** Commands of the streams of who is who, for whoever administers a unit. */
export const whoCommands = {
  unit: {
    EstablishUnit: z.strictObject({
      path: unitPath,
      tier: z.enum(['school', 'county', 'province', 'nation']),
      code: key,
      name: text,
      letters: key,
      order: z.int().check(z.gte(0)),
      kind: z.optional(z.enum(['primary', 'junior', 'nine-year'])),
    }),
    RenameUnit: z.strictObject({ name: text }),
  },
  campaign: {
    OpenCampaign: z.strictObject({
      kind: z.enum(['real', 'drill', 'demo']),
      year: z.int().check(z.gte(2015), z.lte(2100)),
      name: text,
      zoneMinutes: z.int().check(z.gte(-720), z.lte(840)),
      sessions: z.array(session),
    }),
    JoinUnit: z.strictObject({ unit: unitPath, rooms: z.array(room) }),
    PutPlanInForce: z.strictObject({ unit: unitPath, plan: hash }),
  },
  person: {
    RegisterPerson: z.strictObject({
      unit: unitPath,
      name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
      phone: z.string().check(z.regex(/^[0-9][0-9-]{4,19}$/)),
    }),
  },
  post: {
    EstablishPost: z.strictObject({ campaign: key, unit: unitPath, kind: key, room: z.optional(key) }),
  },
  assignment: {
    Assign: z.strictObject({
      post: streamId,
      person: streamId,
      campaign: key,
      unit: unitPath,
      from: instant,
      to: z.optional(instant),
      substitute: z.boolean(),
    }),
    EndAssignment: z.strictObject({ to: instant, reason: words }),
  },
} as const

/** Orders from above and what units answer to what was sent to them. */
export const sentCommands = {
  order: {
    GiveOrder: z.strictObject({
      unit: unitPath,
      campaign: key,
      plan: hash,
      kind: key,
      to: units,
      from: z.optional(instant),
      until: z.optional(instant),
      incident: z.optional(streamId),
      words,
    }),
    WithdrawOrder: z.strictObject({ reason: words }),
  },
  receipt: { Receive: nothing, CarryOut: z.strictObject({ effect: words }) },
} as const

const pair = { first: streamId, second: streamId }

/** Proposals of likeness, for whoever decides on them; noting is the plan's own. */
export const alikeCommands = {
  spread: {
    JoinSpread: z.strictObject({ incident: streamId, plan: hash, words: z.optional(words) }),
    DeclineSpread: z.strictObject({ reason: words }),
    PartSchool: z.strictObject({ incident: streamId, reason: words }),
  },
  twice: {
    JoinTwice: z.strictObject(pair),
    RefuseTwice: z.strictObject({ ...pair, reason: words }),
    PartTwice: z.strictObject({ ...pair, reason: words }),
  },
} as const

/** The year's handbook and the editions of a unit's own plan. */
export const bookCommands = {
  handbook: {
    EnterExamples: z.strictObject({
      unit: unitPath,
      campaign: key,
      examples: z
        .array(
          z.strictObject({
            example: uuid,
            document: key,
            year: z.int().check(z.gte(2015), z.lte(2100)),
            place: z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_PLACE)),
            scenarios: z.array(key).check(z.minLength(1), z.maxLength(20)),
            title: line,
            handling: z.optional(words),
          }),
        )
        .check(z.minLength(1), z.maxLength(500)),
    }),
    StrikeExample: z.strictObject({ example: uuid, reason: words }),
  },
  edition: {
    IssueEdition: z.strictObject({
      unit: unitPath,
      campaign: key,
      layer: hash,
      version: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
      issuedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
      // One plan for each unit: what is put in force is what was compared.
      plans: z.array(z.strictObject({ unit: unitPath, plan: hash })).check(
        z.minLength(1),
        z.maxLength(2000),
        z.refine((plans) => new Set(plans.map(({ unit }) => unit)).size === plans.length),
      ),
      to: units,
    }),
  },
} as const

/** Every command a person may send, by stream kind and type. */
export const commandShapes: Readonly<Record<string, Readonly<Record<string, z.ZodMiniType>>>> = {
  incident: incidentCommands,
  notice: noticeCommands,
  ...whoCommands,
  ...sentCommands,
  ...alikeCommands,
  ...bookCommands,
}

/** The envelope. `data` is checked against the shape of its stream kind and type. */
export const commandSchema = z.strictObject({
  /** Made by the client: sending it again gives the same answer. */
  id: uuid,
  /** The post the sender acts in. */
  post: streamId,
  stream: z.strictObject({
    kind: z.enum(STREAM_KINDS),
    id: streamId,
  }),
  type: z.string().check(z.regex(/^[A-Z][A-Za-z]{1,39}$/)),
  data: z.record(z.string(), z.unknown()),
  /** When it was made, by the device's clock in campaign time. */
  madeAt: instant,
  /** Version of the view the person saw; absent for the first command of a stream. */
  basedOn: z.optional(z.int().check(z.gte(0))),
})

/** POST /api/commands: a list, decided all or none. */
export const commandsSchema = z.strictObject({
  commands: z.array(commandSchema).check(z.minLength(1), z.maxLength(50)),
})

export type SentCommand = z.infer<typeof commandSchema>

/** What came of one accepted command. */
export interface CommandAnswer {
  readonly command: string
  readonly stream: { readonly kind: string; readonly id: string }
  /** Version of the stream after it. */
  readonly version: number
  /** Types of the events it gave; empty when it had been done already. */
  readonly events: readonly string[]
  readonly number?: string
}

export interface CommandsAnswer {
  readonly answers: readonly CommandAnswer[]
}
