import type { auditRoutes } from '@weibao/contracts/audit'
import type { personRoutes } from '@weibao/contracts/person'
import { endpoint } from './http.js'

export const people = {
  list: endpoint<typeof personRoutes.list>('GET', '/people'),
  get: endpoint<typeof personRoutes.get>('GET', '/people/:id'),
  suspend: endpoint<typeof personRoutes.suspend>('POST', '/people/:id/suspension'),
  reinstate: endpoint<typeof personRoutes.reinstate>('POST', '/people/:id/reinstatement'),
  resetSecondFactor: endpoint<typeof personRoutes.resetSecondFactor>(
    'POST',
    '/people/:id/second-factor-reset',
  ),
}

export const audit = {
  list: endpoint<typeof auditRoutes.list>('GET', '/audit-entries'),
}
