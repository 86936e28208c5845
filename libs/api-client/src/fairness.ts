import type { fairnessRoutes } from '@weibao/contracts/fairness'
import { endpoint } from './http.js'
import { fileEndpoint } from './upload.js'

type Routes = typeof fairnessRoutes

export const fairness = {
  index: endpoint<Routes['index']>('GET', '/fairness'),
  ledger: endpoint<Routes['ledger']>('GET', '/reports/fairness'),
  rows: endpoint<Routes['rows']>('GET', '/reports/fairness/rows'),
  exportLedger: fileEndpoint<Routes['exportLedger']>('GET', '/reports/fairness/export'),
  own: endpoint<Routes['own']>('GET', '/cooperatives/:cooperativeId/fairness'),
}
