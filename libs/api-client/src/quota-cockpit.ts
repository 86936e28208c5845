import type { quotaCockpitRoutes } from '@weibao/contracts/quota-cockpit'
import { endpoint } from './http.js'

type Routes = typeof quotaCockpitRoutes

export const quotaCockpit = {
  get: endpoint<Routes['get']>('GET', '/buyers/:buyerId/quota-cockpit'),
  rows: endpoint<Routes['rows']>('GET', '/buyers/:buyerId/quota-cockpit/rows'),
  basket: endpoint<Routes['basket']>('GET', '/buyers/:buyerId/budget-lines/:budgetLineId/basket'),
}
