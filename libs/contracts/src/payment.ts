import { z } from 'zod'
import { route } from './route.js'

export const paymentRoutes = {
  stripeWebhook: route({
    method: 'POST',
    path: '/stripe/webhooks',
    summary: 'Signed events of Stripe; stored once, worked on by the worker',
    access: 'public',
    rate: 'unlimited',
    response: z.object({ received: z.literal(true) }),
    problems: ['payment.signature-invalid'],
  }),
}
