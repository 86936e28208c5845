import type { demandRoutes } from '@weibao/contracts/demand-routes'
import { endpoint } from './http.js'

type Routes = typeof demandRoutes

export const demands = {
  list: endpoint<Routes['list']>('GET', '/buyers/:buyerId/demands'),
  get: endpoint<Routes['get']>('GET', '/buyers/:buyerId/demands/:id'),
  open: endpoint<Routes['open']>('POST', '/buyers/:buyerId/demands'),
  cancel: endpoint<Routes['cancel']>('POST', '/buyers/:buyerId/demands/:id/cancellation'),
  amend: endpoint<Routes['amend']>('PATCH', '/buyers/:buyerId/demands/:id'),
  listChanges: endpoint<Routes['listChanges']>('GET', '/buyers/:buyerId/demands/:id/changes'),
  listBudgetLines: endpoint<Routes['listBudgetLines']>('GET', '/buyers/:buyerId/budget-lines'),
  openBudgetLine: endpoint<Routes['openBudgetLine']>('POST', '/buyers/:buyerId/budget-lines'),
  editBudgetLine: endpoint<Routes['editBudgetLine']>('PATCH', '/buyers/:buyerId/budget-lines/:id'),
  editDeliveryPoint: endpoint<Routes['editDeliveryPoint']>(
    'PATCH',
    '/buyers/:buyerId/delivery-points/:id',
  ),
  listDeliveryPoints: endpoint<Routes['listDeliveryPoints']>(
    'GET',
    '/buyers/:buyerId/delivery-points',
  ),
  addDeliveryPoint: endpoint<Routes['addDeliveryPoint']>(
    'POST',
    '/buyers/:buyerId/delivery-points',
  ),
  hall: endpoint<Routes['hall']>('GET', '/open-needs'),
}
