// The HTTP server: parse, ask act or see, answer. Here the parts are put together; each subject has a file of its own.
// No rules and no SQL. The caller listens (`app.listen`) and closes.

import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import fastifyCookie from '@fastify/cookie'
import fastify, { LogController } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { openAttempts } from '../identity/attempts.ts'
import { changeRoutes } from './changes.ts'
import { schemaCompiler } from './checked.ts'
import { commandRoutes } from './commands.ts'
import { packAnswers } from './compress.ts'
import { demoRoutes } from './demo.ts'
import { type App, type HttpHouse, signedIn } from './door.ts'
import { editionRoutes } from './editions.ts'
import { fileRoutes } from './files.ts'
import { guard } from './guard.ts'
import { handbookRoutes } from './handbook.ts'
import { healthRoutes } from './health.ts'
import { incidentRoutes } from './incidents.ts'
import { entranceRoutes, meRoutes } from './me.ts'
import { describeRoutes, serveDescription } from './openapi.ts'
import { orderRoutes } from './orders.ts'
import { answerProblem, BODY_LIMIT } from './problem.ts'
import { spreadRoutes } from './spreads.ts'
import { answerUnknown, webRoutes } from './static.ts'

export type { HttpHouse, HttpSettings } from './door.ts'

/** Tries to sign in that may fail at once from one address, and how long until the next one. */
const FAILED_TRIES = { burst: 20, refillMs: 6_000 }
/** A whole request must have come within this (streams are answers and not meant); an idle connection is kept this long, ms. */
const PATIENCE = { headersTimeout: 20_000, requestTimeout: 30_000, keepAliveTimeout: 72_000 }

/**
 * A stop waits this long for answers under way. Connections on which nothing was ever asked (browsers open some ahead of
 * need) do not count as idle, and would hold it up for a minute.
 */
const LAST_ANSWERS_MS = 1_500

/** The server, ready to listen. Closing it ends its streams. */
export async function openHttp(house: HttpHouse): Promise<App> {
  const { tls, trustProxy } = house.settings
  const app: App = fastify({
    serverFactory: (handler) =>
      tls
        ? createTlsServer({ cert: tls.cert, key: tls.key, ...PATIENCE }, handler)
        : createServer(PATIENCE, handler),
    logger: loggerOf(house),
    // guard.ts writes its own line, without addresses.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID().slice(0, 8),
    requestIdHeader: false,
    // One hop: the proxy in front of us. What stands further left in the header was written by whoever called it.
    trustProxy: trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (error, request, reply) => {
      answerProblem(error, request, reply)
    },
  }).withTypeProvider<ZodTypeProvider>()

  const attempts = openAttempts({ ...FAILED_TRIES, now: () => performance.now() })

  app.setValidatorCompiler(schemaCompiler)
  // Answers are our own views: they are described, not filtered.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler(answerUnknown(house.webFolder))
  app.removeContentTypeParser('text/plain')
  guard(app, house)
  packAnswers(app)
  app.register(fastifyCookie)
  describeRoutes(app, house.version)
  app.register(async (plain) => {
    const scope = plain.withTypeProvider<ZodTypeProvider>()
    entranceRoutes(scope, house, attempts)
    healthRoutes(scope, house)
    if (house.demo) demoRoutes(scope, house, attempts)
    serveDescription(scope)
  })
  signedIn(app, house, (scope) => {
    meRoutes(scope, house)
    incidentRoutes(scope, house)
    commandRoutes(scope, house)
    changeRoutes(scope, house)
    orderRoutes(scope, house)
    spreadRoutes(scope, house)
    handbookRoutes(scope, house)
    editionRoutes(scope, house)
    fileRoutes(scope, house)
  })
  if (house.webFolder !== undefined) webRoutes(app, house.webFolder)
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS).unref()
  })
  await app.ready()
  return app
}

/** Structured lines: no addresses, no bodies, no cookies; of a database's error not the rows it quotes. */
function loggerOf({ log }: HttpHouse) {
  return {
    level: log?.level ?? 'info',
    ...(log?.stream === undefined ? {} : { stream: log.stream }),
    serializers: {
      err: (error: Error & { code?: unknown }) => ({
        type: error.name,
        message: error.message,
        ...(error.code === undefined ? {} : { code: error.code }),
        stack: error.stack ?? '',
      }),
    },
  }
}
