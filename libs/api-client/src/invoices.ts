import type { invoiceRoutes } from '@weibao/contracts/invoice'
import { endpoint } from './http.js'
import { uploadEndpoint } from './upload.js'

type Routes = typeof invoiceRoutes

export const invoices = {
  ofOrder: endpoint<Routes['ofOrder']>('GET', '/orders/:id/invoice'),
  request: endpoint<Routes['request']>('PUT', '/orders/:id/invoice'),
  listOfCooperative: endpoint<Routes['listOfCooperative']>(
    'GET',
    '/cooperatives/:cooperativeId/invoices',
  ),
  issue: uploadEndpoint<Routes['issue']>('POST', '/invoices/:id/file'),
  refuse: endpoint<Routes['refuse']>('POST', '/invoices/:id/refusal'),
}
