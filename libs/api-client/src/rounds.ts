import type { allocationRoutes } from '@weibao/contracts/allocation'
import type { roundRoutes } from '@weibao/contracts/round'
import { endpoint } from './http.js'
import { fileEndpoint } from './upload.js'

export const rounds = {
  list: endpoint<typeof roundRoutes.list>('GET', '/administration/rounds'),
  start: endpoint<typeof roundRoutes.start>('POST', '/administration/rounds'),
  get: endpoint<typeof roundRoutes.get>('GET', '/administration/rounds/:id'),
  cancel: endpoint<typeof roundRoutes.cancel>('POST', '/administration/rounds/:id/cancellation'),
  replay: endpoint<typeof roundRoutes.replay>('POST', '/administration/rounds/:id/replays'),
  result: endpoint<typeof roundRoutes.result>('GET', '/administration/rounds/:id/result'),
  listAllocations: endpoint<typeof roundRoutes.listAllocations>(
    'GET',
    '/administration/rounds/:id/allocations',
  ),
  listTickets: endpoint<typeof roundRoutes.listTickets>(
    'GET',
    '/administration/rounds/:id/tickets',
  ),
  exportRows: fileEndpoint<typeof roundRoutes.exportRows>(
    'GET',
    '/administration/rounds/:id/export',
  ),
}

export const allocations = {
  listOfBuyer: endpoint<typeof allocationRoutes.listOfBuyer>('GET', '/buyers/:buyerId/allocations'),
  accept: endpoint<typeof allocationRoutes.accept>(
    'POST',
    '/buyers/:buyerId/allocations/:id/acceptance',
  ),
  acceptAll: endpoint<typeof allocationRoutes.acceptAll>(
    'POST',
    '/buyers/:buyerId/allocation-acceptances',
  ),
  decline: endpoint<typeof allocationRoutes.decline>(
    'POST',
    '/buyers/:buyerId/allocations/:id/refusal',
  ),
  listTicketsOfBuyer: endpoint<typeof allocationRoutes.listTicketsOfBuyer>(
    'GET',
    '/buyers/:buyerId/tickets',
  ),
  listOfCooperative: endpoint<typeof allocationRoutes.listOfCooperative>(
    'GET',
    '/cooperatives/:cooperativeId/allocations',
  ),
  countsOfCooperative: endpoint<typeof allocationRoutes.countsOfCooperative>(
    'GET',
    '/cooperatives/:cooperativeId/allocation-counts',
  ),
  confirm: endpoint<typeof allocationRoutes.confirm>(
    'POST',
    '/cooperatives/:cooperativeId/allocations/:id/confirmation',
  ),
  declineByCooperative: endpoint<typeof allocationRoutes.declineByCooperative>(
    'POST',
    '/cooperatives/:cooperativeId/allocations/:id/refusal',
  ),
}
