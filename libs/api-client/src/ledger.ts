import type { ledgerRoutes } from '@weibao/contracts/ledger'
import { endpoint } from './http.js'

export const ledger = {
  listAccounts: endpoint<typeof ledgerRoutes.listAccounts>('GET', '/ledger/accounts'),
  listEntries: endpoint<typeof ledgerRoutes.listEntries>('GET', '/ledger/entries'),
  getTransaction: endpoint<typeof ledgerRoutes.getTransaction>('GET', '/ledger/transactions/:id'),
}
