import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { fetchObject } from './api.endpoint.js'
import { readBalance } from './balance.js'
import { detailPage, listPage } from './console.page.js'
import { isViewName, rowsOf, VIEWS, type Row, type ViewName } from './console.views.js'
import { METHOD_TYPES } from './currency.js'
import { closeDispute, openDispute } from './dispute.js'
import { chooseLanguage, contentSecurityPolicy, type Language } from './html.js'
import { answerAction, paySession } from './payment.js'
import type { Instrument } from './records.js'
import { settleRefund } from './refund.js'
import type { Sandbox } from './sandbox.js'
import { settingsChangeSchema } from './settings.js'
import type { Kind } from './store.js'
import { invalidRequest, noSuch, StripeRefusal } from './stripe.errors.js'
import { findCardByNumber } from './test-card.js'
import type { WebhookDispatcher } from './webhook-dispatcher.js'

const PAGE_SIZE = 50
const STATE_LIMIT = 1_000

export interface ConsoleParts {
  readonly box: Sandbox
  readonly webhooks: WebhookDispatcher
  readonly wake: () => void
}

type IdRequest = FastifyRequest<{ Params: { id: string } }>

/** `/sandbox`: what happened, to read and to steer, for people and for tests. */
export function registerConsole(app: FastifyInstance, parts: ConsoleParts): void {
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const site = request.headers['sec-fetch-site']
      // A page from elsewhere must not steer the sandbox of whoever reads it.
      if (request.method === 'POST' && (site === 'cross-site' || site === 'same-site'))
        return reply.code(403).send({ error: { message: 'Not from another site.' } })
    })
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof StripeRefusal)
        return reply.code(error.status).send({ error: error.body })
      if (error instanceof z.ZodError)
        return reply.code(400).send({ error: { message: z.prettifyError(error) } })
      throw error
    })
    registerReading(scope, parts)
    registerSteering(scope, parts)
  })
}

function registerReading(app: FastifyInstance, { box, webhooks }: ConsoleParts): void {
  app.get('/sandbox', async (request, reply) => {
    const { view = 'sessions', q = '', state = '', after } = request.query as Record<string, string>
    const name = isViewName(view) ? view : 'sessions'
    const cursor = after && box.store.has(VIEWS[name].kind, after) ? after : undefined
    const { rows, next } = readRows(rowsOf(box, webhooks, name, cursor), q.trim(), state)
    const language = languageOf(request)
    return sendPage(reply, listPage({ language, view: name, rows, query: q, state, next }))
  })
  app.get('/sandbox/state.json', async () => readState(box, webhooks))
  app.get('/sandbox/control', async () => box.settings)
  app.get('/sandbox/:view/:id', async (request, reply) => {
    const { view, id } = request.params as { view: string; id: string }
    if (!isViewName(view)) throw noSuch('view', view)
    return sendPage(
      reply,
      detailPage({
        language: languageOf(request),
        view,
        object: fetchObject(box, VIEWS[view].kind, id),
        deliveries: webhooks.deliveriesOf(id),
      }),
    )
  })
}

function registerSteering(app: FastifyInstance, { box, wake }: ConsoleParts): void {
  app.post('/sandbox/control', async (request) => {
    const change = settingsChangeSchema.parse(request.body)
    const settings = box.configure(change)
    wake()
    return settings
  })
  app.post('/sandbox/sessions/:id/payment', async (request: IdRequest, reply) => {
    const session = fetchObject(box, 'session', request.params.id)
    if (session.status !== 'open') throw invalidRequest(`This session is ${session.status}.`)
    const input = paymentSchema.parse(readBody(request))
    const intent = box.store.run(() => {
      const attempt = paySession(box, session, instrumentOf(input), input.email)
      return attempt.status === 'requires_action'
        ? answerAction(box, attempt, input.approve)
        : attempt
    })
    return done(request, reply, 'intents', intent)
  })
  app.post('/sandbox/events/:id/resend', async (request: IdRequest, reply) => {
    const event = fetchObject(box, 'event', request.params.id)
    box.store.run(() => box.resend(event.id))
    return done(request, reply, 'events', event)
  })
  app.post('/sandbox/charges/:id/dispute', async (request: IdRequest, reply) => {
    const dispute = box.store.run(() => openDispute(box, request.params.id))
    return done(request, reply, 'disputes', dispute)
  })
  app.post('/sandbox/disputes/:id/closure', async (request: IdRequest, reply) => {
    const { status } = closureSchema.parse(readBody(request))
    const dispute = fetchObject(box, 'dispute', request.params.id)
    return done(
      request,
      reply,
      'disputes',
      box.store.run(() => closeDispute(box, dispute, status)),
    )
  })
  app.post('/sandbox/refunds/:id/outcome', async (request: IdRequest, reply) => {
    const { status } = outcomeSchema.parse(readBody(request))
    const refund = fetchObject(box, 'refund', request.params.id)
    const settled = box.store.run(() => settleRefund(box, refund, status === 'succeeded'))
    return done(request, reply, 'refunds', settled)
  })
}

const closureSchema = z.strictObject({ status: z.enum(['won', 'lost']) })
const outcomeSchema = z.strictObject({ status: z.enum(['succeeded', 'failed']) })
/** Pays without a browser: by a test card's number, or by a wallet. */
const paymentSchema = z.strictObject({
  method: z.enum(METHOD_TYPES).default('card'),
  number: z.string().default('4242424242424242'),
  email: z.email().default('buyer@example.com'),
  /** How the bank's or the wallet's page is answered, where there is one. */
  approve: z.union([z.boolean(), z.stringbool()]).default(true),
})

function instrumentOf({ method, number }: z.infer<typeof paymentSchema>): Instrument {
  if (method !== 'card') return { type: method }
  const card = findCardByNumber(number.replaceAll(' ', ''))
  if (card === null) throw invalidRequest('Not a test card of the sandbox.', 'number')
  return { type: 'card', card, expMonth: 12, expYear: 2040, name: null }
}

function readBody(request: FastifyRequest): unknown {
  return typeof request.body === 'string'
    ? Object.fromEntries(new URLSearchParams(request.body))
    : (request.body ?? {})
}

/** A person is led to what changed; a program gets it. */
function done(
  request: FastifyRequest,
  reply: FastifyReply,
  view: ViewName,
  object: { readonly id: string },
) {
  if (request.headers.accept?.includes('text/html'))
    return reply.redirect(`/sandbox/${view}/${object.id}`, 303)
  return reply.send(object)
}

function readRows(
  rows: Iterable<Row>,
  query: string,
  state: string,
): { rows: Row[]; next: string | null } {
  const found: Row[] = []
  for (const row of rows) {
    if (state !== '' && row.state !== state) continue
    if (query !== '' && !row.words.some((word) => word.includes(query))) continue
    if (found.length === PAGE_SIZE) return { rows: found, next: found.at(-1)?.id ?? null }
    found.push(row)
  }
  return { rows: found, next: null }
}

/** The latest of everything, for tests to compare with what the product believes. */
function readState(box: Sandbox, webhooks: WebhookDispatcher): object {
  const latest = <K extends Kind>(kind: K) => [...take(box.store.newestFirst(kind), STATE_LIMIT)]
  return {
    settings: box.settings,
    balance: readBalance(box),
    counts: Object.fromEntries(
      Object.entries(VIEWS).map(([name, { kind }]) => [name, box.store.count(kind)]),
    ),
    sessions: latest('session'),
    intents: latest('intent'),
    charges: latest('charge'),
    refunds: latest('refund'),
    disputes: latest('dispute'),
    events: latest('event').map((event) => ({
      id: event.id,
      type: event.type,
      created: event.created,
      subject: (event.data.object as { id?: string }).id,
      request: event.request,
      deliveries: webhooks.deliveriesOf(event.id),
    })),
  }
}

function* take<T>(items: Iterable<T>, limit: number): Generator<T> {
  let left = limit
  for (const item of items) {
    if (left-- === 0) return
    yield item
  }
}

function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { lang?: string }
  return chooseLanguage(lang ?? null, request.headers['accept-language'])
}

function sendPage(reply: FastifyReply, page: string) {
  return reply
    .headers({
      'content-security-policy': contentSecurityPolicy(),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .type('text/html; charset=utf-8')
    .send(page)
}
