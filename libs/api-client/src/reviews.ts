import type { reviewRoutes } from '@weibao/contracts/review'
import { endpoint } from './http.js'
import { uploadEndpoint } from './upload.js'

export const reviews = {
  listOfProduct: endpoint<typeof reviewRoutes.listOfProduct>('GET', '/products/:slug/reviews'),
  ofOrder: endpoint<typeof reviewRoutes.ofOrder>('GET', '/orders/:id/reviews'),
  write: endpoint<typeof reviewRoutes.write>('PUT', '/order-lines/:orderLineId/review'),
  add: endpoint<typeof reviewRoutes.add>('POST', '/reviews/:id/addition'),
  uploadPhoto: uploadEndpoint<typeof reviewRoutes.uploadPhoto>(
    'POST',
    '/order-lines/:orderLineId/review-photos',
  ),
  vote: endpoint<typeof reviewRoutes.vote>('PUT', '/reviews/:id/vote'),
  unvote: endpoint<typeof reviewRoutes.unvote>('DELETE', '/reviews/:id/vote'),
  myVotes: endpoint<typeof reviewRoutes.myVotes>('GET', '/products/:slug/review-votes'),
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
