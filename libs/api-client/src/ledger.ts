import type { ledgerRoutes } from '@weibao/contracts/ledger'
import { endpoint } from './http.js'
import { fileEndpoint } from './upload.js'

export const ledger = {
  listAccounts: endpoint<typeof ledgerRoutes.listAccounts>('GET', '/ledger/accounts'),
  exportAccounts: fileEndpoint<typeof ledgerRoutes.exportAccounts>(
    'GET',
    '/ledger/accounts/export',
  ),
  exportEntries: fileEndpoint<typeof ledgerRoutes.exportEntries>('GET', '/ledger/entries/export'),
  listEntries: endpoint<typeof ledgerRoutes.listEntries>('GET', '/ledger/entries'),
  getTransaction: endpoint<typeof ledgerRoutes.getTransaction>('GET', '/ledger/transactions/:id'),
}
