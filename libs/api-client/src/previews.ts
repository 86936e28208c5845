import type { previewRoutes } from '@weibao/contracts/preview'
import { endpoint } from './http.js'

export const previews = {
  ask: endpoint<typeof previewRoutes.ask>('POST', '/buyers/:buyerId/demand-previews'),
}
