import { Controller, Req } from '@nestjs/common'
import { paymentRoutes } from '@weibao/contracts/payment'
import { Outbox, Serve, UnitOfWork } from '@weibao/platform'
import type { FastifyRequest } from 'fastify'
import type Stripe from 'stripe'
import { PaymentRepository } from './payment.repository.js'
import { StripeGateway } from './stripe.gateway.js'

type RawRequest = FastifyRequest & { rawBody?: string }

/** Events that say how the money is being taken; nothing new once it is. */
const ABOUT_TAKING =
  /^(checkout\.session\.|payment_intent\.|charge\.(succeeded|failed|pending|captured)$)/

/** Stores a signed event once and answers; the worker asks Stripe how its object stands. */
@Controller()
export class StripeWebhookController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gateway: StripeGateway,
    private readonly payments: PaymentRepository,
    private readonly outbox: Outbox,
  ) {}

  @Serve(paymentRoutes.stripeWebhook)
  async receive(@Req() request: RawRequest) {
    const signature = request.headers['stripe-signature']
    const event = this.gateway.readEvent(
      request.rawBody ?? '',
      typeof signature === 'string' ? signature : undefined,
    )
    const objectId = objectIdOf(event)
    await this.unitOfWork.run(async (tx) => {
      const isNew = await this.payments.insertEvent(tx, {
        id: event.id,
        kind: event.type,
        objectId,
      })
      if (!isNew) return
      // A payment comes as three events at once: one look at its state is enough for all of them.
      const isAboutTaking = ABOUT_TAKING.test(event.type)
      await this.outbox.add(
        tx,
        { kind: 'stripe.event-received', payload: { objectId, isAboutTaking } },
        { mergeKey: `stripe:${isAboutTaking ? 'taking' : 'after'}:${objectId}` },
      )
    })
    return { received: true as const }
  }
}

/**
 * Sessions, intents and charges carry our payment's id, so that an event that overtakes our own
 * commit still finds it; disputes name their intent; refunds are known by their own id.
 */
function objectIdOf(event: Stripe.Event): string {
  const object = event.data.object as {
    id?: string
    payment_intent?: unknown
    metadata?: Record<string, string> | null
  }
  if (object.metadata?.['payment_id']) return object.metadata['payment_id']
  if (typeof object.payment_intent === 'string' && event.type.startsWith('charge.dispute'))
    return object.payment_intent
  return object.id ?? event.id
}
