// Every error as problem+json (RFC 9457): code, status, what was not done and what to do now, in the caller's language.
// The words are core/words/door.ts and refusal.ts; no stack and no SQL ever leave here.

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal, RefusalCode } from '#core/basics/refusal.ts'
import { inLang, type Lang } from '#core/basics/text.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Problem } from '#core/wire/problem.ts'
import { type DoorCode, doorWords } from '#core/words/door.ts'
import { refusalSentence, sayRefusal } from '#core/words/refusal.ts'
import { fill, type WordValues } from '#core/words/say.ts'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Largest body that is read, in bytes. */
export const BODY_LIMIT = 256 * 1024

const DOOR_STATUS: Readonly<Record<DoorCode, number>> = {
  'signed-out': 401,
  'slip.unknown': 403,
  'post.not-held': 403,
  'posts.mixed': 422,
  'too-many-tries': 429,
  'body.unreadable': 400,
  'body.too-large': 413,
  'body.not-json': 415,
  'field.missing': 422,
  'field.unknown': 422,
  'field.invalid': 422,
  'field.too-long': 422,
  'request.bad': 400,
  'route.unknown': 404,
  'origin.foreign': 403,
  'body.not-bytes': 415,
  'file.gap': 409,
  'file.piece': 422,
  'not-ready': 503,
  internal: 500,
}

/** Refusals that are about what was asked for, not about the state of things. All others are conflicts: 409. */
const REFUSAL_STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  'not-found': 404,
  'incident.unknown': 404,
  'notice.unknown': 404,
  'not-allowed': 403,
  'notice.not-yours': 403,
  'scenario.unknown': 422,
  'fact.unknown': 422,
  'fact.value': 422,
  'step.unknown': 422,
  'ask.unknown': 422,
  'answer.unknown': 422,
  'form.unknown': 422,
  'text.missing': 422,
  'text.unstorable': 422,
  'plan.unknown': 422,
  'command.unknown': 422,
  'id.reserved': 422,
  'example.place': 422,
  'file.unknown': 404,
  'file.too-large': 413,
}

/** Things that a command addresses as its stream, or names in a field: 404 in the first case, 422 in the second. */
const ADDRESSED: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'room.unknown',
  'unit.unknown',
  'campaign.unknown',
  'person.unknown',
  'post.unknown',
  'assignment.unknown',
])

/** The request does not get through the door. */
export class Turned extends Error {
  override name = 'Turned'
  readonly code: DoorCode
  readonly field: string | undefined
  readonly values: WordValues
  readonly command: string | undefined

  constructor(code: DoorCode, more: { field?: string; values?: WordValues; command?: string } = {}) {
    super(code)
    this.code = code
    this.field = more.field
    this.values = more.values ?? {}
    this.command = more.command
  }
}

/** The matter itself was refused. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal
  readonly command: string | undefined
  readonly plan: EffectivePlan | undefined

  constructor(refusal: Refusal, more: { command?: string; plan?: EffectivePlan } = {}) {
    super(refusal.code)
    this.refusal = refusal
    this.command = more.command
    this.plan = more.plan
  }
}

/** The first language of Accept-Language that we speak; Chinese without one. */
export function languageOf(accepted: string | undefined): Lang {
  for (const part of (accepted ?? '').split(',')) {
    const language = part.trim().toLowerCase()
    if (language.startsWith('zh')) return 'zh-CN'
    if (language.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

/** Answers any error. Faults of our own are logged with their stack and said without. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const turned = asTurned(error, request)
  if (turned instanceof Turned && turned.code === 'internal') request.log.error(error)
  if (turned instanceof Turned && turned.code === 'not-ready') {
    request.log.warn(error)
    reply.header('retry-after', 2)
  }
  const seconds = turned instanceof Turned ? turned.values.seconds : undefined
  if (seconds !== undefined) reply.header('retry-after', seconds)
  const lang = languageOf(request.headers['accept-language'])
  const problem = turned instanceof Refused ? ofRefusal(turned, lang) : ofTurned(turned, lang)
  return reply
    .status(problem.status)
    .header('content-language', lang)
    .header('vary', 'accept-language')
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(problem)
}

export function ofTurned({ code, field, values, command }: Turned, lang: Lang): Problem {
  const { title, detail } = doorWords[code]
  const said = { ...values, ...(field === undefined ? {} : { field }) }
  return {
    type: `urn:huce:${code}`,
    title: fill(title, lang, said),
    status: DOOR_STATUS[code],
    detail: fill(detail, lang, said),
    code,
    ...(field === undefined ? {} : { field }),
    ...(command === undefined ? {} : { command }),
    ...(typeof values.received === 'number' ? { received: values.received } : {}),
  }
}

function ofRefusal({ refusal, command, plan }: Refused, lang: Lang): Problem {
  const nameOf = (post: string): string => {
    const name = plan?.posts[post]?.name
    return name ? inLang(name, lang) : post
  }
  return {
    type: `urn:huce:${refusal.code}`,
    title: sayRefusal(refusal, lang, nameOf).notDone,
    status: statusOf(refusal),
    detail: refusalSentence(refusal, lang, nameOf),
    code: refusal.code,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.whoCould === undefined ? {} : { whoCould: refusal.whoCould }),
    ...(command === undefined ? {} : { command }),
  }
}

function statusOf({ code, field }: Refusal): number {
  if (ADDRESSED.has(code)) return field === undefined ? 404 : 422
  return REFUSAL_STATUS[code] ?? 409
}

function asTurned(error: unknown, request: FastifyRequest): Turned | Refused {
  if (error instanceof Turned || error instanceof Refused) return error
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new Turned('body.too-large', {
      values: { limit: (request.routeOptions.bodyLimit ?? BODY_LIMIT) / 1024 },
    })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Turned('body.not-json')
  if (code.startsWith('FST_ERR_CTP') || (error instanceof SyntaxError && statusCode === 400)) {
    return new Turned('body.unreadable')
  }
  if (statusCode === 404) return new Turned('route.unknown')
  if (statusCode >= 400 && statusCode < 500) return new Turned('request.bad')
  if (isAway(error)) return new Turned('not-ready')
  return new Turned('internal', { values: { request: request.id } })
}

/** The database is away or restarting: the same request may succeed in a moment. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|08...|57P0[1-3]|53300)$/.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  )
}
