import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DeclinedAnswer } from './api.payment.js'
import type { ApiContext, Endpoint } from './api.endpoint.js'
import { ENDPOINTS } from './api.resources.js'
import { expandObject } from './expansion.js'
import { decodeForm, type FormTree } from './form-decoding.js'
import { fingerprintOf, MAX_KEY_LENGTH, type Idempotency } from './idempotency.js'
import { newStripeId } from './identifier.js'
import { parseParameters } from './parameter.schema.js'
import { API_VERSION, type Sandbox } from './sandbox.js'
import { invalidRequest, StripeRefusal, unauthorized } from './stripe.errors.js'
import type { WebhookDispatcher } from './webhook-dispatcher.js'

interface ApiParts {
  readonly box: Sandbox
  readonly webhooks: WebhookDispatcher
  readonly idempotency: Idempotency
  readonly secretKey: string
}

interface Answer {
  readonly status: number
  readonly body: string
}

/** Everything under `/v1`, as Stripe answers it. */
export function registerApi(app: FastifyInstance, parts: ApiParts): void {
  for (const endpoint of ENDPOINTS)
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: (request, reply) => serve(parts, endpoint, request, reply),
    })
  app.all('/v1/*', async (request, reply) => {
    const message = `Unrecognized request URL (${request.method}: ${request.url.split('?')[0]}). The sandbox plays only what Weibao uses.`
    return reply.code(404).send({ error: { type: 'invalid_request_error', message } })
  })
}

async function serve(
  parts: ApiParts,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const requestId = newStripeId('req', 14)
  const path = request.url.split('?')[0]!
  reply.headers({ 'request-id': requestId, 'stripe-version': API_VERSION })
  reply.type('application/json; charset=utf-8')
  try {
    authorize(parts.secretKey, request)
    checkVersion(request)
    failOnPurpose(parts.box, path)
    const answer = await answerOnce(parts, endpoint, request, reply, requestId)
    const { replyDelayMs } = parts.box.settings
    if (replyDelayMs > 0) await sleep(replyDelayMs)
    if (spendFault(parts.box, 'dropReplies', path) !== null) {
      reply.hijack()
      request.raw.socket.destroy()
      return reply
    }
    return reply.code(answer.status).send(answer.body)
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error
    if (error.status === 409) reply.header('stripe-should-retry', 'true')
    return reply.code(error.status).send(JSON.stringify({ error: error.body }, null, 2))
  }
}

/** Makes the call, or gives the answer its idempotency key already stands for. */
async function answerOnce(
  parts: ApiParts,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  requestId: string,
): Promise<Answer> {
  const { box, idempotency } = parts
  const [path = '', query = ''] = request.url.split('?')
  const input = decodeForm(endpoint.method === 'GET' ? query : ((request.body as string) ?? ''))
  const key = endpoint.method === 'POST' ? readKey(request) : null
  if (key === null) {
    if (box.settings.apiLatencyMs > 0) await sleep(box.settings.apiLatencyMs)
    return execute(parts, endpoint, request, input, { requestId, key })
  }
  reply.header('idempotency-key', key)
  const known = idempotency.claim(key, path, fingerprintOf(input))
  if (known !== null) {
    reply.headers({ 'idempotent-replayed': 'true', 'original-request': known.requestId })
    return known
  }
  try {
    // A call takes time; within it a twin with the same key is a conflict, as at Stripe.
    await (box.settings.apiLatencyMs > 0 ? sleep(box.settings.apiLatencyMs) : nextTurn())
    return execute(parts, endpoint, request, input, { requestId, key })
  } finally {
    idempotency.release(key)
  }
}

interface CallNames {
  readonly requestId: string
  readonly key: string | null
}

/** One call, one unit of work: its effects, its events and the answer of its key. */
function execute(
  parts: ApiParts,
  endpoint: Endpoint,
  request: FastifyRequest,
  input: FormTree,
  { requestId, key }: CallNames,
): Answer {
  const { box } = parts
  const path = request.url.split('?')[0]!
  const remember = (answer: Answer): Answer => {
    if (key === null) return answer
    const fingerprint = fingerprintOf(input)
    box.store.put('answer', {
      ...answer,
      id: key,
      path,
      fingerprint,
      requestId,
      createdAt: box.now(),
    })
    return answer
  }
  const parameters = parseParameters(endpoint.schema, input, endpoint.known) as {
    expand?: string[]
  }
  const context: ApiContext = {
    box,
    webhooks: parts.webhooks,
    id: (request.params as { id?: string }).id ?? '',
  }
  box.call = { requestId, idempotencyKey: key }
  try {
    return box.store.run(() => {
      const result = endpoint.answer(context, parameters)
      if (result instanceof DeclinedAnswer)
        return remember({ status: result.status, body: print({ error: result.error }) })
      return remember({ status: 200, body: print(expandObject(box, result, parameters.expand)) })
    })
  } catch (error) {
    // A refusal about a parameter is validation and leaves nothing; one about state is an answer.
    if (error instanceof StripeRefusal && error.body.param === undefined)
      return box.store.run(() =>
        remember({ status: error.status, body: print({ error: error.body }) }),
      )
    throw error
  } finally {
    box.call = null
  }
}

function print(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

function readKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key === '') return null
  if (key.length > MAX_KEY_LENGTH)
    throw invalidRequest(`Idempotency keys can be at most ${MAX_KEY_LENGTH} characters.`)
  return key
}

function authorize(secretKey: string, request: FastifyRequest): void {
  const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ')
  const key =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64').toString('utf8').split(':')[0]!
      : value
  if (key === '')
    throw unauthorized(
      'You did not provide an API key. Send it in the Authorization header, using Bearer auth.',
    )
  if (/^[a-z]+_live_/.test(key))
    throw unauthorized(
      'A live key was sent to the sandbox. Replace it: it left its place.',
      'livemode_mismatch',
    )
  const given = Buffer.from(key)
  const wanted = Buffer.from(secretKey)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw unauthorized(`Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`)
}

function checkVersion(request: FastifyRequest): void {
  const version = request.headers['stripe-version']
  if (version !== undefined && version !== API_VERSION)
    throw invalidRequest(
      `The sandbox speaks Stripe's API of ${API_VERSION} only, not ${String(version)}.`,
    )
}

function failOnPurpose(box: Sandbox, path: string): void {
  const fault = spendFault(box, 'errors', path)
  if (fault === null) return
  if (fault.status === 429)
    throw new StripeRefusal(429, {
      type: 'rate_limit_error',
      code: 'rate_limit',
      message: 'Too many requests hit the API too quickly (on purpose).',
    })
  throw new StripeRefusal(500, { type: 'api_error', message: 'Something went wrong (on purpose).' })
}

/** Takes one of the next faults meant for this path. */
function spendFault<K extends 'errors' | 'dropReplies'>(box: Sandbox, kind: K, path: string) {
  const faults: Array<Sandbox['settings'][K][number]> = box.settings[kind]
  const fault = faults.find((one) => one.count > 0 && path.includes(one.match))
  if (fault === undefined) return null
  const rest = faults
    .map((one) => (one === fault ? { ...one, count: one.count - 1 } : one))
    .filter((one) => one.count > 0)
  box.settings = { ...box.settings, [kind]: rest }
  return fault
}
