import type { reportRoutes } from '@weibao/contracts/report'
import type { volumeRoutes } from '@weibao/contracts/volume'
import { endpoint } from './http.js'
import { fileEndpoint } from './upload.js'

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
  exportBreakdown: fileEndpoint<typeof reportRoutes.exportBreakdown>(
    'GET',
    '/reports/volume/breakdown/export',
  ),
  exportRows: fileEndpoint<typeof reportRoutes.exportRows>('GET', '/reports/volume/export'),
  mismatches: endpoint<typeof reportRoutes.mismatches>('GET', '/reports/volume/mismatches'),
}
