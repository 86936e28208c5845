import type { settlementRoutes } from '@weibao/contracts/settlement'
import { endpoint } from './http.js'
import { fileEndpoint } from './upload.js'

export const settlements = {
  listEarnings: endpoint<typeof settlementRoutes.listEarnings>(
    'GET',
    '/cooperatives/:cooperativeId/earnings',
  ),
  exportEarnings: fileEndpoint<typeof settlementRoutes.exportEarnings>(
    'GET',
    '/cooperatives/:cooperativeId/earnings/export',
  ),
  balance: endpoint<typeof settlementRoutes.balance>(
    'GET',
    '/cooperatives/:cooperativeId/earnings-balance',
  ),
  listOwn: endpoint<typeof settlementRoutes.listOwn>(
    'GET',
    '/cooperatives/:cooperativeId/settlements',
  ),
  getPayoutAccount: endpoint<typeof settlementRoutes.getPayoutAccount>(
    'GET',
    '/cooperatives/:cooperativeId/payout-account',
  ),
  setPayoutAccount: endpoint<typeof settlementRoutes.setPayoutAccount>(
    'PUT',
    '/cooperatives/:cooperativeId/payout-account',
  ),
  listAll: endpoint<typeof settlementRoutes.listAll>('GET', '/administration/settlements'),
  close: endpoint<typeof settlementRoutes.close>('POST', '/administration/settlement-runs'),
  sendPayouts: endpoint<typeof settlementRoutes.sendPayouts>(
    'POST',
    '/administration/payout-files',
  ),
  confirmPayout: endpoint<typeof settlementRoutes.confirmPayout>(
    'POST',
    '/administration/payouts/:id/confirmation',
  ),
  returnPayout: endpoint<typeof settlementRoutes.returnPayout>(
    'POST',
    '/administration/payouts/:id/return',
  ),
}
