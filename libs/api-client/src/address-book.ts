import type { addressBookRoutes } from '@weibao/contracts/address-book'
import { endpoint } from './http.js'

export const addressBook = {
  list: endpoint<typeof addressBookRoutes.list>('GET', '/account/addresses'),
  keep: endpoint<typeof addressBookRoutes.keep>('POST', '/account/addresses'),
  change: endpoint<typeof addressBookRoutes.change>('PUT', '/account/addresses/:id'),
  remove: endpoint<typeof addressBookRoutes.remove>('DELETE', '/account/addresses/:id'),
}
