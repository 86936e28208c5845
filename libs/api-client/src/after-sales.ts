import type { afterSaleRoutes } from '@weibao/contracts/after-sale-routes'
import { endpoint } from './http.js'
import { uploadEndpoint } from './upload.js'

type Routes = typeof afterSaleRoutes

export const afterSales = {
  options: endpoint<Routes['options']>('GET', '/orders/:id/after-sale-options'),
  quote: endpoint<Routes['quote']>('POST', '/orders/:id/after-sale-quote'),
  uploadPhoto: uploadEndpoint<Routes['uploadPhoto']>('POST', '/orders/:id/after-sale-photos'),
  open: endpoint<Routes['open']>('POST', '/orders/:id/after-sales'),
  listMine: endpoint<Routes['listMine']>('GET', '/after-sales'),
  listOfBuyer: endpoint<Routes['listOfBuyer']>('GET', '/buyers/:buyerId/after-sales'),
  get: endpoint<Routes['get']>('GET', '/after-sales/:id'),
  withdraw: endpoint<Routes['withdraw']>('POST', '/after-sales/:id/withdrawal'),
  accept: endpoint<Routes['accept']>('POST', '/after-sales/:id/acceptance'),
  appeal: endpoint<Routes['appeal']>('POST', '/after-sales/:id/appeal'),
  confirmResend: endpoint<Routes['confirmResend']>('POST', '/after-sales/:id/replacement-receipt'),
  reportResend: endpoint<Routes['reportResend']>('POST', '/after-sales/:id/replacement-report'),
  resend: endpoint<Routes['resend']>('POST', '/after-sales/:id/replacement'),
  sendBack: endpoint<Routes['sendBack']>('POST', '/after-sales/:id/return'),
  listOfCooperative: endpoint<Routes['listOfCooperative']>(
    'GET',
    '/cooperatives/:cooperativeId/after-sales',
  ),
  countsOfCooperative: endpoint<Routes['countsOfCooperative']>(
    'GET',
    '/cooperatives/:cooperativeId/after-sale-counts',
  ),
  answer: endpoint<Routes['answer']>('POST', '/after-sales/:id/answer'),
  confirmReturn: endpoint<Routes['confirmReturn']>('POST', '/after-sales/:id/return-receipt'),
  objectToReturn: endpoint<Routes['objectToReturn']>('POST', '/after-sales/:id/objection'),
  listAll: endpoint<Routes['listAll']>('GET', '/administration/after-sales'),
  decide: endpoint<Routes['decide']>('POST', '/after-sales/:id/decision'),
}
