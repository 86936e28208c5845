import type { BreakdownBy, reportRoutes, VolumeFilter } from '@weibao/contracts/report'
import type { volumeRoutes } from '@weibao/contracts/volume'
import { endpoint } from './http.js'

export const periods = {
  list: endpoint<typeof volumeRoutes.listPeriods>('GET', '/periods'),
  beginClosing: endpoint<typeof volumeRoutes.beginClosing>('POST', '/periods/:month/closing'),
  close: endpoint<typeof volumeRoutes.close>('POST', '/periods/:month/closure'),
}

export const adjustments = {
  list: endpoint<typeof volumeRoutes.listAdjustments>('GET', '/volume/adjustments'),
  propose: endpoint<typeof volumeRoutes.proposeAdjustment>('POST', '/volume/adjustments'),
  decide: endpoint<typeof volumeRoutes.decideAdjustment>(
    'POST',
    '/volume/adjustments/:id/decision',
  ),
}

export const volumeReport = {
  overview: endpoint<typeof reportRoutes.overview>('GET', '/reports/volume'),
  breakdown: endpoint<typeof reportRoutes.breakdown>('GET', '/reports/volume/breakdown'),
  rows: endpoint<typeof reportRoutes.rows>('GET', '/reports/volume/rows'),
  mismatches: endpoint<typeof reportRoutes.mismatches>('GET', '/reports/volume/mismatches'),
}

/** Address of the sheet of a split: for a link that downloads. */
export function volumeSplitUrl(
  by: BreakdownBy,
  filter: Partial<VolumeFilter>,
  format: 'csv' | 'xlsx',
): string {
  const search = new URLSearchParams({ by, format })
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined) search.set(name, String(value))
  return `/api/reports/volume/breakdown/export?${search.toString()}`
}

/** Address of the sheet of a figure's rows: for a link that downloads. */
export function volumeSheetUrl(filter: Partial<VolumeFilter>, format: 'csv' | 'xlsx'): string {
  const search = new URLSearchParams({ format })
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined) search.set(name, String(value))
  return `/api/reports/volume/export?${search.toString()}`
}
