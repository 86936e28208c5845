import type { demandRoutes } from '@weibao/contracts/demand-routes'
import type { quotaRoutes } from '@weibao/contracts/quota'
import { endpoint } from './http.js'

export const quotas = {
  listOfBuyer: endpoint<typeof quotaRoutes.listOfBuyer>('GET', '/buyers/:buyerId/quotas'),
  listBudgetLines: endpoint<typeof demandRoutes.listBudgetLines>(
    'GET',
    '/buyers/:buyerId/budget-lines',
  ),
  file: endpoint<typeof quotaRoutes.file>(
    'PUT',
    '/buyers/:buyerId/budget-lines/:budgetLineId/quota',
  ),
  list: endpoint<typeof quotaRoutes.list>('GET', '/quotas'),
  check: endpoint<typeof quotaRoutes.check>('POST', '/quotas/:id/check'),
  giveBack: endpoint<typeof quotaRoutes.giveBack>('POST', '/quotas/:id/return'),
}
