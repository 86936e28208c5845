import type { cooperativePageRoutes } from '@weibao/contracts/cooperative'
import type { paperOversightRoutes } from '@weibao/contracts/paper-oversight'
import type { paperRoutes } from '@weibao/contracts/paper'
import type { pictureRoutes } from '@weibao/contracts/picture'
import type { productManagementRoutes } from '@weibao/contracts/product-management'
import type { productReviewRoutes } from '@weibao/contracts/product-review'
import type { productSheetRoutes } from '@weibao/contracts/product-sheet'
import { endpoint } from './http.js'
import { fileEndpoint, uploadEndpoint } from './upload.js'

type Routes = typeof productManagementRoutes
const OWN = '/cooperatives/:cooperativeId/products/:id'

export const ownProducts = {
  list: endpoint<Routes['listOwn']>('GET', '/cooperatives/:cooperativeId/products'),
  get: endpoint<Routes['getOwn']>('GET', OWN),
  create: endpoint<Routes['create']>('POST', '/cooperatives/:cooperativeId/products'),
  edit: endpoint<Routes['edit']>('PATCH', OWN),
  submit: endpoint<Routes['submit']>('POST', `${OWN}/submission`),
  recall: endpoint<Routes['recall']>('DELETE', `${OWN}/submission`),
  withdraw: endpoint<Routes['withdraw']>('POST', `${OWN}/withdrawal`),
  addSku: endpoint<Routes['addSku']>('POST', `${OWN}/skus`),
  editSku: endpoint<Routes['editSku']>('PATCH', '/cooperatives/:cooperativeId/skus/:id'),
  checkSheet: uploadEndpoint<typeof productSheetRoutes.check>(
    'POST',
    '/cooperatives/:cooperativeId/product-imports/check',
  ),
  importSheet: uploadEndpoint<typeof productSheetRoutes.import>(
    'POST',
    '/cooperatives/:cooperativeId/product-imports',
  ),
  priceHistory: endpoint<Routes['priceHistory']>(
    'GET',
    '/cooperatives/:cooperativeId/skus/:id/price-changes',
  ),
  addPicture: uploadEndpoint<typeof pictureRoutes.add>('POST', `${OWN}/pictures`),
  arrangePictures: endpoint<typeof pictureRoutes.arrange>('PUT', `${OWN}/pictures`),
}

export const ownPage = {
  get: endpoint<typeof cooperativePageRoutes.get>('GET', '/cooperatives/:cooperativeId/page'),
  edit: endpoint<typeof cooperativePageRoutes.edit>('PUT', '/cooperatives/:cooperativeId/page'),
}

export const productReviews = {
  list: endpoint<typeof productReviewRoutes.list>('GET', '/administration/product-reviews'),
  get: endpoint<typeof productReviewRoutes.get>('GET', '/administration/product-reviews/:id'),
  decide: endpoint<typeof productReviewRoutes.decide>(
    'POST',
    '/administration/product-reviews/:id/decision',
  ),
}

export const papers = {
  listAll: endpoint<typeof paperOversightRoutes.list>('GET', '/administration/papers'),
  sheet: fileEndpoint<typeof paperOversightRoutes.sheet>('GET', '/administration/papers/sheet'),
  list: endpoint<typeof paperRoutes.list>('GET', '/cooperatives/:cooperativeId/papers'),
  add: endpoint<typeof paperRoutes.add>('POST', '/cooperatives/:cooperativeId/papers'),
  addScan: uploadEndpoint<typeof paperRoutes.addScan>(
    'POST',
    '/cooperatives/:cooperativeId/papers/:id/scan',
  ),
  remove: endpoint<typeof paperRoutes.remove>('DELETE', '/cooperatives/:cooperativeId/papers/:id'),
}
