import type { reviewRoutes } from '@weibao/contracts/review'
import { endpoint } from './http.js'

export const reviews = {
  listOfProduct: endpoint<typeof reviewRoutes.listOfProduct>('GET', '/products/:slug/reviews'),
  ofOrder: endpoint<typeof reviewRoutes.ofOrder>('GET', '/orders/:id/reviews'),
  write: endpoint<typeof reviewRoutes.write>('PUT', '/order-lines/:orderLineId/review'),
  report: endpoint<typeof reviewRoutes.report>('POST', '/reviews/:id/reports'),
  listOfCooperative: endpoint<typeof reviewRoutes.listOfCooperative>(
    'GET',
    '/cooperatives/:cooperativeId/reviews',
  ),
  answer: endpoint<typeof reviewRoutes.answer>('POST', '/reviews/:id/answer'),
  listAll: endpoint<typeof reviewRoutes.listAll>('GET', '/administration/reviews'),
  hide: endpoint<typeof reviewRoutes.hide>('POST', '/reviews/:id/hiding'),
  restore: endpoint<typeof reviewRoutes.restore>('POST', '/reviews/:id/restoration'),
}
