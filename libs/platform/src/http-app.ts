import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { DynamicModule, INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { Route } from '@weibao/contracts/route'
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { OpenRequests } from './open-requests.js'
import { OverloadSensor } from './overload.js'
import { Metrics } from './metrics.js'
import type { PlatformConfig } from './platform-config.js'
import { localeOf, sendProblem } from './problem.filter.js'
import { ProcessState } from './process-state.js'
import { pinoOptions, PinoNestLogger } from './logging.js'
import { ReadyAnswers } from './ready-answers.js'
import { refusal } from './refusal.js'
import { withContext } from './request-context.js'
import { RoutesRegistry } from './routes-registry.js'
import { securityHeaders } from './security-headers.js'
import { youngCollector } from './young-collections.js'

const BODY_LIMIT = 1024 * 1024
const MAX_DEPTH = 32
const STOP_GRACE_MILLIS = 8000

type Headers = Readonly<Record<string, string>>

/** Builds the HTTP application: Fastify with our limits, headers, context, and the checks at start. */
export async function createHttpApp(
  module: DynamicModule,
  config: PlatformConfig,
): Promise<NestFastifyApplication> {
  const headers = securityHeaders(config.publicOrigin)
  const server = createFastify(config, headers)
  let ready: ReadyAnswers | null = null
  sendReadyFirst(server, () => ready)
  const adapter = new FastifyAdapter(
    server as unknown as ConstructorParameters<typeof FastifyAdapter>[0],
  )
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    logger: new PinoNestLogger(server.log),
  })
  app.setGlobalPrefix('api')
  ready = app.get(ReadyAnswers)
  // Before the plugins: it takes away all parsers that are there, and multipart brings its own.
  addJsonParser(server)
  await addPlugins(server, headers)
  addHooks(server, app)
  // Refuses to start when a route lacks its declaration.
  const routes = app.get(RoutesRegistry).all()
  restWhenNobodyWaits(server, routes)
  answerMethodNotAllowed(server, routes)
  return app
}

function createFastify(config: PlatformConfig, headers: Headers): FastifyInstance {
  return fastify({
    logger: pinoOptions(config),
    childLoggerFactory: (logger) => logger,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    trustProxy: config.trustedProxies.length ? [...config.trustedProxies] : false,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    http: { headersTimeout: 10_000 },
    // An address that cannot be read is answered before any hook runs.
    frameworkErrors: (_, request, reply) =>
      sendProblem(reply.headers(headers), refusal('request.malformed'), request),
  })
}

/** Before all plugins and Nest's own hooks: what is ready costs neither a cookie parsed nor a body packed again. */
function sendReadyFirst(fastify: FastifyInstance, answers: () => ReadyAnswers | null): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.method !== 'GET') return done()
    const answer = answers()?.find(request.url, localeOf(request.headers['accept-language']))
    if (!answer) return done()
    answer.writeTo(reply, request)
  })
}

async function addPlugins(fastify: FastifyInstance, headers: Headers): Promise<void> {
  fastify.addHook('onRequest', (_, reply, done) => {
    void reply.headers(headers)
    done()
  })
  await fastify.register(cookie)
  await fastify.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })
  await fastify.register(multipart, {
    limits: { files: 1, fileSize: 10 * 1024 * 1024, fields: 10, fieldSize: 10_000, parts: 12 },
  })
}

/** JSON only, parsed here so that depth is checked before anything walks the value. */
function addJsonParser(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    const body = text as string
    ;(request as FastifyRequest & { rawBody?: string }).rawBody = body
    if (body === '') return done(null, undefined)
    if (depthOf(body) > MAX_DEPTH) return done(refusal('request.too-deep'))
    try {
      done(null, JSON.parse(body, refusePollution))
    } catch {
      done(refusal('request.malformed'))
    }
  })
}

function refusePollution(this: unknown, key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor') throw new SyntaxError('forbidden key')
  return value
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (isInString) {
      if (char === '\\') i++
      else if (char === '"') isInString = false
    } else if (char === '"') isInString = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    else if (char === '}' || char === ']') depth--
  }
  return deepest
}

function addHooks(fastify: FastifyInstance, app: INestApplicationContext): void {
  const metrics = app.get(Metrics)
  let overload: OverloadSensor | null = null
  // Only from here on: what a start takes is not what requests wait for.
  fastify.addHook('onListen', (done) => {
    overload = OverloadSensor.start()
    done()
  })
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id)
    if (overload?.isOverloaded() && !request.url.startsWith('/api/health')) {
      sendProblem(reply, refusal('service.busy', {}, { retryAfterSeconds: 2 }), request)
      return
    }
    const context = {
      requestId: String(request.id),
      locale: localeOf(request.headers['accept-language']),
      address: request.ip,
      actor: null,
      idempotencyKey: null,
    }
    withContext(context, done)
  })
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.requestSeconds.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
    if (reply.statusCode >= 400) metrics.problems.inc({ status: String(reply.statusCode) })
    if (route.startsWith('/api') && !route.startsWith('/api/health'))
      request.log.info(
        {
          requestId: request.id,
          method: request.method,
          route,
          status: reply.statusCode,
          millis: Math.round(reply.elapsedTime),
        },
        'served',
      )
    done()
  })
}

/** Collects garbage between requests. Streams stay open for hours: nobody waits for their end. */
function restWhenNobodyWaits(fastify: FastifyInstance, routes: readonly Route[]): void {
  const requests = new OpenRequests(youngCollector())
  const streams = new Set(
    routes.filter(({ produces }) => produces === 'events').map(({ path }) => `/api${path}`),
  )
  fastify.addHook('onRequest', (request, _, done) => {
    if (!streams.has(request.routeOptions.url ?? '')) requests.enter(request)
    done()
  })
  fastify.addHook('onResponse', (request, _, done) => {
    requests.leave(request)
    done()
  })
}

/** A known path under another method answers 405 with what is allowed; unknown paths answer 404. */
function answerMethodNotAllowed(fastify: FastifyInstance, routes: readonly Route[]): void {
  const patterns = routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^/api${path.replace(/:\w+/g, '[^/]+')}/?$`),
  }))
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    const isOurs = !request.is404 && request.routeOptions.url !== '/*'
    if (isOurs || !/^\/api(\/|$|\?)/.test(request.url)) return done()
    const path = request.url.split('?')[0]!
    const allowed = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    if (allowed.length === 0) {
      sendProblem(reply, refusal('request.not-found'), request)
      return
    }
    void reply.header('Allow', [...new Set(allowed)].join(', '))
    sendProblem(reply, refusal('request.method-not-allowed'), request)
  })
}

/**
 * Ends a process without loss on SIGTERM or SIGINT: readiness turns red, `settle` lets a proxy see
 * it, then open requests finish and connections close. A second signal, or ten seconds, ends it hard.
 */
export function stopOnSignals(app: INestApplicationContext, settleMillis: number): void {
  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) process.exit(1)
    isStopping = true
    app.get(ProcessState).isStopping = true
    setTimeout(() => process.exit(1), settleMillis + STOP_GRACE_MILLIS).unref()
    await new Promise((resolve) => setTimeout(resolve, settleMillis))
    await app.close()
    process.exit(signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(fault, (error) => {
      console.error(
        JSON.stringify({
          level: 60,
          msg: fault,
          error: String(error instanceof Error ? error.stack : error),
        }),
      )
      void stop(fault)
    })
}
