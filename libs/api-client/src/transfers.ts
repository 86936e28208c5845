import type { transferRoutes } from '@weibao/contracts/transfer-routes'
import type { transferSheetRoutes } from '@weibao/contracts/transfer-sheet'
import { endpoint } from './http.js'
import { fileEndpoint, uploadEndpoint } from './upload.js'

const one = '/administration/transfers/:id'
const oneReturn = '/administration/transfer-returns/:id'

export const transfers = {
  list: endpoint<typeof transferRoutes.list>('GET', '/administration/transfers'),
  export: fileEndpoint<typeof transferRoutes.export>('GET', '/administration/transfers/export'),
  checkSheet: uploadEndpoint<typeof transferSheetRoutes.check>(
    'POST',
    '/administration/transfer-imports/check',
  ),
  importSheet: uploadEndpoint<typeof transferSheetRoutes.import>(
    'POST',
    '/administration/transfer-imports',
  ),
  suggest: endpoint<typeof transferRoutes.suggest>('GET', '/administration/awaiting-payments'),
  get: endpoint<typeof transferRoutes.get>('GET', one),
  record: endpoint<typeof transferRoutes.record>('POST', '/administration/transfers'),
  assign: endpoint<typeof transferRoutes.assign>('POST', `${one}/assignments`),
  unassign: endpoint<typeof transferRoutes.unassign>(
    'POST',
    `${one}/assignments/:assignmentId/removal`,
  ),
  confirm: endpoint<typeof transferRoutes.confirm>('POST', `${one}/confirmation`),
  withdraw: endpoint<typeof transferRoutes.withdraw>('POST', `${one}/withdrawal`),
  proposeReversal: endpoint<typeof transferRoutes.proposeReversal>('POST', `${one}/reversal`),
  decideReversal: endpoint<typeof transferRoutes.decideReversal>(
    'POST',
    `${one}/reversal-decision`,
  ),
  requestReturn: endpoint<typeof transferRoutes.requestReturn>('POST', `${one}/returns`),
  listReturns: endpoint<typeof transferRoutes.listReturns>(
    'GET',
    '/administration/transfer-returns',
  ),
  makeReturnFile: endpoint<typeof transferRoutes.makeReturnFile>(
    'POST',
    '/administration/transfer-return-files',
  ),
  confirmReturn: endpoint<typeof transferRoutes.confirmReturn>('POST', `${oneReturn}/confirmation`),
  bounceReturn: endpoint<typeof transferRoutes.bounceReturn>('POST', `${oneReturn}/bounce`),
  cancelReturn: endpoint<typeof transferRoutes.cancelReturn>('POST', `${oneReturn}/cancellation`),
}
