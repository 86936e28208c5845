import type { webhookRoutes } from '@weibao/contracts/webhook'
import { endpoint } from './http.js'

type Routes = typeof webhookRoutes

export const webhooks = {
  list: endpoint<Routes['list']>('GET', '/organisations/:organisationId/webhook-endpoints'),
  add: endpoint<Routes['add']>('POST', '/organisations/:organisationId/webhook-endpoints'),
  change: endpoint<Routes['change']>('PATCH', '/webhook-endpoints/:id'),
  remove: endpoint<Routes['remove']>('DELETE', '/webhook-endpoints/:id'),
  rotate: endpoint<Routes['rotate']>('POST', '/webhook-endpoints/:id/secret-rotation'),
  try: endpoint<Routes['try']>('POST', '/webhook-endpoints/:id/trial'),
  deliveries: endpoint<Routes['deliveries']>('GET', '/webhook-endpoints/:id/deliveries'),
  delivery: endpoint<Routes['delivery']>('GET', '/webhook-deliveries/:id'),
  resend: endpoint<Routes['resend']>('POST', '/webhook-deliveries/:id/resending'),
}
