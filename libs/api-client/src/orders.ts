import type { cartRoutes } from '@weibao/contracts/cart'
import type { orderRoutes } from '@weibao/contracts/order-routes'
import type { orderRestRoutes } from '@weibao/contracts/order-rest'
import type { orderSheetRoutes } from '@weibao/contracts/order-sheet'
import type { packingRoutes, shippingSheetRoutes } from '@weibao/contracts/packing'
import type { shippingRoutes } from '@weibao/contracts/shipping'
import { endpoint } from './http.js'
import { fileEndpoint, uploadEndpoint } from './upload.js'

export const cart = {
  get: endpoint<typeof cartRoutes.get>('GET', '/cart'),
  setLine: endpoint<typeof cartRoutes.setLine>('PUT', '/cart/lines/:skuId'),
  removeLine: endpoint<typeof cartRoutes.removeLine>('DELETE', '/cart/lines/:skuId'),
  setBundle: endpoint<typeof cartRoutes.setBundle>('PUT', '/cart/bundles/:bundleId'),
  removeBundle: endpoint<typeof cartRoutes.removeBundle>('DELETE', '/cart/bundles/:bundleId'),
}

export const packing = {
  pickList: endpoint<typeof packingRoutes.pickList>(
    'GET',
    '/cooperatives/:cooperativeId/pick-list',
  ),
  slips: fileEndpoint<typeof packingRoutes.slips>(
    'GET',
    '/cooperatives/:cooperativeId/packing-slips',
  ),
  checkSheet: uploadEndpoint<typeof shippingSheetRoutes.check>(
    'POST',
    '/cooperatives/:cooperativeId/shipment-imports/check',
  ),
  importSheet: uploadEndpoint<typeof shippingSheetRoutes.import>(
    'POST',
    '/cooperatives/:cooperativeId/shipment-imports',
  ),
}

export const orderSheets = {
  ofCooperative: fileEndpoint<typeof orderSheetRoutes.ofCooperative>(
    'GET',
    '/cooperatives/:cooperativeId/orders/export',
  ),
  ofBuyer: fileEndpoint<typeof orderSheetRoutes.ofBuyer>('GET', '/buyers/:buyerId/orders/export'),
  ofAll: fileEndpoint<typeof orderSheetRoutes.ofAll>('GET', '/administration/orders/export'),
}

export const orders = {
  quote: endpoint<typeof orderRoutes.quote>('POST', '/checkout/quote'),
  place: endpoint<typeof orderRoutes.place>('POST', '/order-groups'),
  getGroup: endpoint<typeof orderRoutes.getGroup>('GET', '/order-groups/:id'),
  refreshPayment: endpoint<typeof orderRoutes.refreshPayment>(
    'POST',
    '/order-groups/:id/payment-refresh',
  ),
  openPayment: endpoint<typeof orderRoutes.openPayment>('POST', '/order-groups/:id/payment-page'),
  cancelGroup: endpoint<typeof orderRoutes.cancelGroup>('POST', '/order-groups/:id/cancellation'),
  listMine: endpoint<typeof orderRoutes.listMine>('GET', '/orders'),
  get: endpoint<typeof orderRoutes.get>('GET', '/orders/:id'),
  cancel: endpoint<typeof orderRoutes.cancel>('POST', '/orders/:id/cancellation'),
  quoteRest: endpoint<typeof orderRestRoutes.quote>('POST', '/orders/:id/rest-cancellation-quote'),
  cancelRest: endpoint<typeof orderRestRoutes.cancel>('POST', '/orders/:id/rest-cancellation'),
  accept: endpoint<typeof orderRoutes.accept>('POST', '/orders/:id/acceptance'),
  quoteAcceptance: endpoint<typeof orderRoutes.quoteAcceptance>(
    'POST',
    '/orders/:id/acceptance-quote',
  ),
  listOfCooperative: endpoint<typeof orderRoutes.listOfCooperative>(
    'GET',
    '/cooperatives/:cooperativeId/orders',
  ),
  countsOfCooperative: endpoint<typeof orderRoutes.countsOfCooperative>(
    'GET',
    '/cooperatives/:cooperativeId/order-counts',
  ),
  toShipOfCooperative: endpoint<typeof orderRoutes.toShipOfCooperative>(
    'GET',
    '/cooperatives/:cooperativeId/orders-to-ship',
  ),
  myCounts: endpoint<typeof orderRoutes.myCounts>('GET', '/order-counts'),
  ship: endpoint<typeof shippingRoutes.ship>('POST', '/orders/:id/shipments'),
  markParcel: endpoint<typeof shippingRoutes.mark>(
    'POST',
    '/orders/:id/shipments/:shipmentId/fate',
  ),
  listAll: endpoint<typeof orderRoutes.listAll>('GET', '/administration/orders'),
}
