import type { fairnessRoutes } from '@weibao/contracts/fairness'
import { endpoint } from './http.js'

type Routes = typeof fairnessRoutes

export const fairness = {
  index: endpoint<Routes['index']>('GET', '/fairness'),
  ledger: endpoint<Routes['ledger']>('GET', '/reports/fairness'),
  rows: endpoint<Routes['rows']>('GET', '/reports/fairness/rows'),
  own: endpoint<Routes['own']>('GET', '/cooperatives/:cooperativeId/fairness'),
}

/** Address of the ledger as a sheet: for a link that downloads. */
export function fairnessSheetUrl(
  range: { from?: string; to?: string },
  format: 'csv' | 'xlsx',
): string {
  return `/api/reports/fairness/export?${new URLSearchParams({ ...range, format }).toString()}`
}
