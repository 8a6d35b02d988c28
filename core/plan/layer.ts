// One layer of a plan as people write it in YAML: national, province, county or school (G1, G3).
// Only the shape. Whether a layer makes sense is check.ts; layers joined into one effective plan is compile.ts.

import * as z from 'zod/mini'
import { PLAN_FORMATS } from './formats.ts'
import { MOMENTS } from './moment.ts'

const id = z.string().check(z.regex(/^[a-z0-9]+(?:[-.][A-Za-z0-9]+)*$/))
const words = z.string().check(z.minLength(1))
/** A sentence in both languages. */
const text = z.strictObject({ zh: words, en: words })
const tier = z.enum(['school', 'county', 'province', 'nation'])
const status = z.enum(['official', 'derived', 'proposed'])
const scale = z.enum(['event', 'response'])
const eventLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const responseLevel = z.enum(['I', 'II', 'III', 'IV'])
/** A CEL expression over the named facts (facts.ts), `scenario` and the plan's thresholds; type-checked when it is compiled. */
const condition = words
/** Facts by dotted name; names and values are checked by check.ts so that every wrong one is named. */
const facts = z.record(z.string(), z.union([z.string(), z.number()]))

const clause = z.strictObject({
  id,
  /** Where it stands: which document, which place in it. `catalogue` clauses name the sources of domain.md. */
  source: z.strictObject({ document: words, at: words }),
  /** official: stated by an issued plan or manual · derived: follows from such a rule · proposed: ours. */
  status,
  text,
})

const post = z.strictObject({
  id,
  tier,
  /** Row of the access table (core/access) that says what its holder may do. */
  role: z.enum([
    'invigilator',
    'chief',
    'school-lead',
    'school-staff',
    'school-inspector',
    'county-desk',
    'county-lead',
    'county-observer',
    'province-desk',
    'province-lead',
    'province-observer',
    'nation-desk',
    'nation-observer',
    'keeper',
    'outside',
    'administrator',
  ]),
  name: text,
  /** C4: stands beside the line; told in parallel, never in place of a tier. */
  beside: z.optional(z.boolean()),
  /** One holder for each test room. */
  perRoom: z.optional(z.boolean()),
  /** How many persons hold it at the same time, at least; default 1. */
  count: z.optional(z.number()),
  /** A substitute must be named (C1). */
  substitute: z.optional(z.boolean()),
  duties: z.array(text),
  clause: id,
})

const team = z.strictObject({
  id,
  tier,
  name: text,
  leader: id,
  members: z.array(z.strictObject({ who: text, count: z.number(), outside: z.boolean() })),
  duties: text,
  clause: id,
})

const rule = z.strictObject({
  scale,
  level: z.union([eventLevel, responseLevel]),
  when: condition,
  clause: id,
  /** The reason in words. `{impact.order}` in it is replaced by the fact's value in words. */
  because: text,
})

const question = z.strictObject({
  id,
  ask: text,
  /** Choice: two to four answers, each sets one or more facts. */
  answers: z.optional(z.array(z.strictObject({ id, label: text, facts }))),
  /** Number: a count typed or stepped; sets this fact. */
  number: z.optional(z.string()),
})

const step = z.strictObject({
  id,
  text,
  post: id,
  /** Shown before anything is asked: what protects life, papers and data at once. */
  first: z.optional(z.boolean()),
  /** Emergency number to dial as part of the step. */
  call: z.optional(z.enum(['110', '119', '120', '122'])),
  /** Evidence the step asks for. */
  evidence: z.optional(z.enum(['photo', 'time', 'count', 'note'])),
})

const rung = z.strictObject({ post: id, who: z.enum(['holder', 'substitute']), afterMinutes: z.number() })

const limit = z.strictObject({
  id,
  clause: id,
  name: text,
  /** Which incidents it runs for; an absent list means all. */
  eventLevels: z.optional(z.array(eventLevel)),
  responseLevels: z.optional(z.array(responseLevel)),
  scenarios: z.optional(z.array(id)),
  startsAt: z.enum(MOMENTS),
  stoppedBy: z.array(z.enum(MOMENTS)),
  /** Minutes from `startsAt`; 0 is at once. Exactly one of minutes and sameDay. */
  minutes: z.optional(z.number()),
  /** 当日: until 24:00 of the day of discovery in the campaign's zone. */
  sameDay: z.optional(z.boolean()),
  /** Who owes it. */
  owedBy: id,
  /** Who is told when it passes, in turn. `afterMinutes` counts from the limit's own end. */
  rungs: z.array(rung),
})

/** How long a unit has to confirm what was sent to it, and who is told in turn when it has not. */
const confirmation = z.strictObject({ minutes: z.number(), rungs: z.array(rung), clause: id })

const situation = z.strictObject({
  id,
  /** Numbers of the 100 events in the field's catalogue that belong to it; absent: none of them. */
  events: z.optional(z.array(z.number())),
  category: z.enum([
    'natural-disaster',
    'public-health',
    'technical-failure',
    'human-interference',
    'public-opinion',
    'implementation',
  ]),
  /** Where a person looks for it (six tiles of the picking screen). */
  group: id,
  icon: id,
  name: text,
  hint: text,
  /** Other words people search by. */
  also: z.optional(z.strictObject({ zh: z.array(words), en: z.array(words) })),
  trigger: text,
  /** Often needed: offered before anything is searched (E3, four taps). */
  common: z.optional(z.boolean()),
  /** Somebody's life may be at stake: calls come first, notices go on every channel. */
  life: z.optional(z.boolean()),
  /** B10: work waits until the answer comes. */
  hold: z.optional(z.boolean()),
  /** B9: touches data, completeness or secrecy; parallel report to the inspector. */
  secrecy: z.optional(z.boolean()),
  /** Invisible at the school except to its reporter: it is about people of the school. */
  confined: z.optional(z.boolean()),
  response: z.strictObject({ level: responseLevel, clause: id, because: text }),
  defaults: facts,
  floors: z.array(rule),
  questions: z.array(question),
  steps: z.array(step),
  /** Posts told at the same moment as the line, each confirming for itself (B9, B11–B15, C4). */
  tell: z.array(z.strictObject({ post: id, clause: id })),
  limits: z.optional(z.array(limit)),
  resources: z.array(text),
  /** Forms of the plan it is recorded in. */
  recordedIn: z.array(id),
  /** The clause that describes its handling (table 3.2 of a school plan, or our catalogue). */
  clause: id,
})

const handling = z.strictObject({
  eventLevel,
  /** B1–B3: which tier handles it. */
  handledBy: tier,
  /** Which tier is asked when the handbook has no example. */
  asks: tier,
  /** Must the tier asked agree even when there is an example? */
  agreement: z.enum(['without-example', 'always']),
  proposedBy: z.optional(tier),
  decidedBy: tier,
  carriedOutBy: z.array(id),
  /** Which tier may be consulted above by a person. */
  mayConsult: z.optional(tier),
  /** Who is named as handling in the grade's own words. */
  handlerWords: text,
  /** Forms that an incident of this level owes, each by the tier that files it (B1–B4, B6). */
  recordedIn: z.array(id),
  /** B4: who evaluates it afterwards, on which points, and to whom the form goes. */
  evaluation: z.optional(
    z.strictObject({
      by: tier,
      to: tier,
      form: id,
      points: z.array(z.strictObject({ id, name: text })),
      clause: id,
    }),
  ),
  clause: id,
})

/** B7, B8: posts that decide together, each confirming for himself, while the condition holds. */
const jointDecision = z.strictObject({
  id,
  name: text,
  /** Every one of them must agree; any of them may propose. */
  posts: z.array(id),
  when: condition,
  /** What they decide by, in words. */
  basis: text,
  /** The document among `references` that they decide by (B8). */
  reference: z.optional(id),
  /** Told when it stands. */
  tell: z.array(id),
  /** Does it settle the question of B1–B3 for the incident? */
  settles: z.boolean(),
  clause: id,
})

/** B9: posts told beside the line while the condition holds, whatever the situation; each confirms for himself. */
const parallel = z.strictObject({ id, when: condition, tell: z.array(id), clause: id })

/** E6: a kind of order to schools. */
const order = z.strictObject({
  id,
  name: text,
  hint: text,
  icon: id,
  confirmation,
  /** Whether a school also reports that it has been carried out. */
  carriedOut: z.boolean(),
  clause: id,
})

const form = z.strictObject({
  id,
  name: text,
  filedBy: tier,
  fields: z.array(
    z.strictObject({ id, name: text, from: z.enum(PLAN_FORMATS.fieldSources), required: z.boolean() }),
  ),
  clause: id,
})

const preparation = z.strictObject({
  id,
  daysBefore: z.number(),
  tier,
  owner: id,
  what: text,
  evidence: z.array(
    z.strictObject({ kind: z.enum(PLAN_FORMATS.evidence), name: text, count: z.optional(z.number()) }),
  ),
  checkedBy: z.optional(id),
  clause: id,
})

/** The shape of a layer as written: everything a level of the line may lay down, most of it optional. */
export const layerSchema = z.strictObject({
  id,
  kind: z.enum(['nation', 'province', 'county', 'school']),
  version: words,
  title: text,
  issuer: text,
  /** ISO date of issue. */
  issuedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  tiers: z.optional(z.array(z.strictObject({ id: tier, name: text, group: text }))),
  clauses: z.array(clause),
  posts: z.optional(z.array(post)),
  teams: z.optional(z.array(team)),
  /** The post of each tier that reports go to, asks and answers (the duty desk of the line). */
  desks: z.optional(z.strictObject({ school: id, county: id, province: id, nation: id })),
  scales: z.optional(
    z.strictObject({
      event: z.array(z.strictObject({ level: eventLevel, name: text, word: text, clause: id })),
      response: z.array(
        z.strictObject({ level: responseLevel, name: text, word: text, limit: text, clause: id }),
      ),
    }),
  ),
  rules: z.optional(z.array(rule)),
  proposals: z.optional(z.array(z.strictObject({ when: condition, eventLevel, clause: id, because: text }))),
  /** What comes before everything else while the facts hold: somebody is hurt. Said on top of every page, told to these posts. */
  alarms: z.optional(
    z.array(
      z.strictObject({
        id,
        when: condition,
        text,
        call: z.optional(z.enum(['110', '119', '120', '122'])),
        tell: z.array(id),
        clause: id,
      }),
    ),
  ),
  parallel: z.optional(z.array(parallel)),
  doubts: z.optional(
    z.array(
      z.strictObject({
        responseLevels: z.array(responseLevel),
        fact: words,
        when: condition,
        clause: id,
        ask: text,
      }),
    ),
  ),
  /** School 1.1: risk categories and the triggers the plan names. */
  risks: z.optional(
    z.array(
      z.strictObject({
        category: id,
        name: text,
        triggers: z.array(z.strictObject({ name: text, situations: z.array(id) })),
        clause: id,
      }),
    ),
  ),
  groups: z.optional(z.array(z.strictObject({ id, name: text, icon: id }))),
  situations: z.optional(z.array(situation)),
  handling: z.optional(z.array(handling)),
  /** A7: who starts, changes and ends a response at each tier; the first is the commander, the others stand in. */
  commanders: z.optional(z.array(z.strictObject({ tier, posts: z.array(id), clause: id }))),
  jointDecisions: z.optional(z.array(jointDecision)),
  orders: z.optional(z.array(order)),
  /** 印发: how long a unit has to confirm that it has read an issued plan. */
  issuing: z.optional(confirmation),
  /** Documents that examples of the year's handbook stand in (B8). `settles`: an example of it settles B1–B3. */
  references: z.optional(z.array(z.strictObject({ id, name: text, settles: z.boolean(), clause: id }))),
  /** E5: who may approve a wording for the public; never its drafter. */
  opinion: z.optional(
    z.strictObject({
      approvedBy: z.array(id),
      /** Of a school's staff, who says whether it is true and who publishes; absent: all of them. */
      watchedBy: z.optional(z.array(id)),
      clause: id,
    }),
  ),
  limits: z.optional(z.array(limit)),
  /** At least this many minutes pass between rungs, counted from when the server knew. */
  graceMinutes: z.optional(z.number()),
  /** The hour at which 当日 ends when the plan wants it earlier than 24:00, as HH:mm. */
  dayEndsAt: z.optional(z.string().check(z.regex(/^\d{2}:\d{2}$/))),
  thresholds: z.optional(
    z.strictObject({
      massAbsence: z.strictObject({ perRoom: z.number(), clause: id }),
      spread: z.strictObject({ schools: z.number(), minutes: z.number(), clause: id }),
      sameIncident: z.strictObject({ minutes: z.number(), clause: id }),
    }),
  ),
  preparation: z.optional(z.array(preparation)),
  resources: z.optional(
    z.array(z.strictObject({ id, name: text, count: z.number(), owner: id, clause: id })),
  ),
  forms: z.optional(z.array(form)),
  /** Days that sealed personal data of a class is kept after the campaign is archived. */
  retention: z.optional(
    z.strictObject({ pupil: z.number(), person: z.number(), contact: z.number(), text: z.number() }),
  ),
})

/** One layer of a plan, as written. */
export type Layer = z.infer<typeof layerSchema>
export type LayerKind = Layer['kind']
export type Clause = z.infer<typeof clause>
export type Post = z.infer<typeof post>
export type Role = Post['role']
export type Team = z.infer<typeof team>
export type Question = z.infer<typeof question>
export type Step = z.infer<typeof step>
export type Limit = z.infer<typeof limit>
export type SituationSource = z.infer<typeof situation>
export type RuleSource = z.infer<typeof rule>
export type Handling = z.infer<typeof handling>
export type Form = z.infer<typeof form>
export type Preparation = z.infer<typeof preparation>
export type Rung = z.infer<typeof rung>
export type Confirmation = z.infer<typeof confirmation>
export type JointDecisionSource = z.infer<typeof jointDecision>
export type ParallelSource = z.infer<typeof parallel>
export type OrderKind = z.infer<typeof order>
