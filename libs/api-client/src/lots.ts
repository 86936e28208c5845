import type { lotRoutes } from '@weibao/contracts/lot-routes'
import type { lotSheetRoutes } from '@weibao/contracts/lot-sheet'
import { endpoint } from './http.js'
import { uploadEndpoint } from './upload.js'

export const lots = {
  checkSheet: uploadEndpoint<typeof lotSheetRoutes.check>(
    'POST',
    '/cooperatives/:cooperativeId/lot-imports/check',
  ),
  importSheet: uploadEndpoint<typeof lotSheetRoutes.import>(
    'POST',
    '/cooperatives/:cooperativeId/lot-imports',
  ),
  trace: endpoint<typeof lotRoutes.trace>('GET', '/lots/:code'),
  listOpen: endpoint<typeof lotRoutes.listOpen>('GET', '/open-lots'),
  listOwn: endpoint<typeof lotRoutes.listOwn>('GET', '/cooperatives/:cooperativeId/lots'),
  getOwn: endpoint<typeof lotRoutes.getOwn>('GET', '/cooperatives/:cooperativeId/lots/:id'),
  create: endpoint<typeof lotRoutes.create>('POST', '/cooperatives/:cooperativeId/lots'),
  edit: endpoint<typeof lotRoutes.edit>('PATCH', '/cooperatives/:cooperativeId/lots/:id'),
  open: endpoint<typeof lotRoutes.open>('POST', '/cooperatives/:cooperativeId/lots/:id/opening'),
  withdraw: endpoint<typeof lotRoutes.withdraw>(
    'POST',
    '/cooperatives/:cooperativeId/lots/:id/withdrawal',
  ),
  declareShortfall: endpoint<typeof lotRoutes.declareShortfall>(
    'POST',
    '/cooperatives/:cooperativeId/lots/:id/shortfalls',
  ),
  writeOff: endpoint<typeof lotRoutes.writeOff>(
    'POST',
    '/cooperatives/:cooperativeId/lots/:id/write-offs',
  ),
}
