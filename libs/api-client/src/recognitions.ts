import type { recognitionRoutes } from '@weibao/contracts/recognition'
import { endpoint } from './http.js'

export const recognitions = {
  apply: endpoint<typeof recognitionRoutes.apply>(
    'POST',
    '/cooperatives/:cooperativeId/products/:id/recognition-applications',
  ),
  listAll: endpoint<typeof recognitionRoutes.listAll>('GET', '/administration/recognitions'),
  decide: endpoint<typeof recognitionRoutes.decide>(
    'POST',
    '/administration/recognitions/:id/decision',
  ),
}
