import type { procurementRoutes } from '@weibao/contracts/procurement'
import { endpoint } from './http.js'

export const procurement = {
  place: endpoint<typeof procurementRoutes.place>('POST', '/buyers/:buyerId/order-groups'),
  list: endpoint<typeof procurementRoutes.list>('GET', '/buyers/:buyerId/orders'),
}
