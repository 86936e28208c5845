import type { operationsRoutes } from '@weibao/contracts/operations'
import { endpoint } from './http.js'

export const operations = {
  listOutbox: endpoint<typeof operationsRoutes.listOutbox>('GET', '/operations/outbox'),
  rerunOutbox: endpoint<typeof operationsRoutes.rerunOutbox>(
    'POST',
    '/operations/outbox/:id/rerun',
  ),
  listJobs: endpoint<typeof operationsRoutes.listJobs>('GET', '/operations/jobs'),
}
