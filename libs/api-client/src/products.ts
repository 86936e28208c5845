import type { bundleRoutes } from '@weibao/contracts/bundle'
import type { categoryRoutes } from '@weibao/contracts/category'
import type { cooperativeRoutes } from '@weibao/contracts/cooperative'
import type { productRoutes } from '@weibao/contracts/product-routes'
import type { townshipRoutes } from '@weibao/contracts/township'
import { endpoint } from './http.js'

export const products = {
  list: endpoint<typeof productRoutes.list>('GET', '/products'),
  suggest: endpoint<typeof productRoutes.suggest>('GET', '/product-suggestions'),
  get: endpoint<typeof productRoutes.get>('GET', '/products/:slug'),
  related: endpoint<typeof productRoutes.related>('GET', '/products/:slug/related'),
}

export const bundles = {
  list: endpoint<typeof bundleRoutes.list>('GET', '/bundles'),
  get: endpoint<typeof bundleRoutes.get>('GET', '/bundles/:slug'),
  listOwn: endpoint<typeof bundleRoutes.listOwn>('GET', '/cooperatives/:cooperativeId/bundles'),
  getOwn: endpoint<typeof bundleRoutes.getOwn>('GET', '/cooperatives/:cooperativeId/bundles/:id'),
  create: endpoint<typeof bundleRoutes.create>('POST', '/cooperatives/:cooperativeId/bundles'),
  edit: endpoint<typeof bundleRoutes.edit>('PUT', '/cooperatives/:cooperativeId/bundles/:id'),
}

export const categories = {
  list: endpoint<typeof categoryRoutes.list>('GET', '/categories'),
}

export const townships = {
  list: endpoint<typeof townshipRoutes.list>('GET', '/townships'),
}

export const cooperatives = {
  list: endpoint<typeof cooperativeRoutes.list>('GET', '/cooperatives'),
  get: endpoint<typeof cooperativeRoutes.get>('GET', '/cooperatives/:slug'),
}
