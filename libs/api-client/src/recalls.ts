import type { recallRoutes } from '@weibao/contracts/recall'
import { endpoint } from './http.js'

export const recalls = {
  reach: endpoint<typeof recallRoutes.reach>('GET', '/recalls/:code'),
  make: endpoint<typeof recallRoutes.make>('POST', '/recalls/:code'),
}
