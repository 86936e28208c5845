import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Stripe from 'stripe'
import { authorizePage } from './authorize.page.js'
import { readPaymentForm } from './card-form.js'
import { checkoutPage, closedPage, missingPage, successAddress } from './checkout.page.js'
import { chooseLanguage, contentSecurityPolicy, type Language } from './html.js'
import { sessionOf } from './payment-intent.js'
import { answerAction, paySession } from './payment.js'
import type { Sandbox } from './sandbox.js'
import { STYLESHEET } from './stylesheet.js'

type IdRequest = FastifyRequest<{ Params: { id: string } }>

/** The pages a buyer sees: Checkout, the bank's challenge, the wallets. */
export function registerHostedPages(app: FastifyInstance, box: Sandbox): void {
  app.get('/health', async () => ({ status: 'ok', sessions: box.store.count('session') }))
  app.get('/assets/sandbox.css', async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(STYLESHEET),
  )
  app.get('/c/pay/:id', async (request: IdRequest, reply) => showCheckout(box, request, reply))
  app.post('/c/pay/:id', async (request: IdRequest, reply) => submitCheckout(box, request, reply))
  app.get('/c/authorize/:id', async (request: IdRequest, reply) => showAction(box, request, reply))
  app.post('/c/authorize/:id', async (request: IdRequest, reply) =>
    decideAction(box, request, reply),
  )
}

function showCheckout(box: Sandbox, request: IdRequest, reply: FastifyReply) {
  const session = box.store.find('session', request.params.id)
  if (session === undefined) return missing(request, reply)
  const language = languageOf(session, request)
  if (session.status !== 'open') return sendPage(reply, 200, closedPage(session, language), session)
  const { intent } = openIntent(box, session)
  const decline = codeOf(intent)
  const lines = box.store.get('plan', session.id).lines
  const page = checkoutPage({ session, lines, language, form: null, decline })
  return sendPage(reply, 200, page, session)
}

function submitCheckout(box: Sandbox, request: IdRequest, reply: FastifyReply) {
  const session = box.store.find('session', request.params.id)
  if (session === undefined) return missing(request, reply)
  if (session.status !== 'open') return reply.redirect(`/c/pay/${session.id}`, 303)
  const body = String(request.body ?? '')
  const form = readPaymentForm(body, session.payment_method_types, new Date(box.now()))
  const language = languageOf(session, request)
  const lines = box.store.get('plan', session.id).lines
  if (form.instrument === null) {
    const page = checkoutPage({ session, lines, language, form, decline: null })
    return sendPage(reply, 422, page, session)
  }
  const { instrument, email } = form
  const intent = box.store.run(() => paySession(box, session, instrument, email))
  if (intent.last_payment_error !== null) {
    const page = checkoutPage({ session, lines, language, form, decline: codeOf(intent) })
    return sendPage(reply, 402, page, session)
  }
  if (intent.status === 'requires_action') return reply.redirect(`/c/authorize/${intent.id}`, 303)
  return leave(box, session.id, reply)
}

function showAction(box: Sandbox, request: IdRequest, reply: FastifyReply) {
  const intent = box.store.find('intent', request.params.id)
  if (intent === undefined) return missing(request, reply)
  const session = sessionOf(box, intent.id)
  if (intent.status !== 'requires_action')
    return session === null ? missing(request, reply) : reply.redirect(`/c/pay/${session.id}`, 303)
  const page = authorizePage({
    intent,
    method: box.store.get('paymentMethod', intent.payment_method as string),
    address: `${box.publicUrl}/c/authorize/${intent.id}`,
    backAddress: session === null ? null : `/c/pay/${session.id}`,
    language: languageOf(session, request),
  })
  return sendPage(reply, 200, page, session, intent.next_action?.redirect_to_url?.return_url)
}

function decideAction(box: Sandbox, request: IdRequest, reply: FastifyReply) {
  const intent = box.store.find('intent', request.params.id)
  if (intent === undefined) return missing(request, reply)
  const session = sessionOf(box, intent.id)
  if (intent.status !== 'requires_action')
    return session === null ? missing(request, reply) : reply.redirect(`/c/pay/${session.id}`, 303)
  const decision = new URLSearchParams(String(request.body ?? '')).get('decision')
  const returnUrl = intent.next_action?.redirect_to_url?.return_url ?? null
  const decided = box.store.run(() => answerAction(box, intent, decision === 'approve'))
  if (session !== null)
    return decided.last_payment_error === null
      ? leave(box, session.id, reply)
      : reply.redirect(`/c/pay/${session.id}`, 303)
  const address = new URL(returnUrl ?? box.publicUrl)
  address.searchParams.set('payment_intent', decided.id)
  address.searchParams.set(
    'redirect_status',
    decided.last_payment_error === null ? 'succeeded' : 'failed',
  )
  return reply.redirect(address.href, 303)
}

function leave(box: Sandbox, sessionId: string, reply: FastifyReply) {
  const address = successAddress(box.store.get('session', sessionId))
  return reply.redirect(address ?? `/c/pay/${sessionId}`, 303)
}

function missing(request: FastifyRequest, reply: FastifyReply) {
  const language = chooseLanguage(null, request.headers['accept-language'])
  return sendPage(reply, 404, missingPage(language), null)
}

function sendPage(
  reply: FastifyReply,
  status: number,
  page: string,
  session: Stripe.Checkout.Session | null,
  returnUrl: string | null = null,
) {
  // A form that is answered by a redirect counts as leading there.
  const leadsTo = [session?.success_url ?? null, session?.cancel_url ?? null, returnUrl]
  return reply
    .code(status)
    .headers({
      'content-security-policy': contentSecurityPolicy(leadsTo),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .type('text/html; charset=utf-8')
    .send(page)
}

function languageOf(session: Stripe.Checkout.Session | null, request: FastifyRequest): Language {
  return chooseLanguage(session?.locale ?? null, request.headers['accept-language'])
}

function openIntent(box: Sandbox, session: Stripe.Checkout.Session) {
  const id = session.payment_intent
  return { intent: typeof id === 'string' ? box.store.get('intent', id) : null }
}

function codeOf(intent: Stripe.PaymentIntent | null): string | null {
  const error = intent?.last_payment_error
  return error
    ? error.decline_code === 'insufficient_funds'
      ? error.decline_code
      : (error.code ?? null)
    : null
}
