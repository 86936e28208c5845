import type { standingDemandRoutes } from '@weibao/contracts/standing-demand'
import { endpoint } from './http.js'

type Routes = typeof standingDemandRoutes

export const standingDemands = {
  list: endpoint<Routes['list']>('GET', '/buyers/:buyerId/standing-demands'),
  open: endpoint<Routes['open']>('POST', '/buyers/:buyerId/standing-demands'),
  edit: endpoint<Routes['edit']>('PUT', '/buyers/:buyerId/standing-demands/:id'),
  move: endpoint<Routes['move']>('POST', '/buyers/:buyerId/standing-demands/:id/moves'),
  skip: endpoint<Routes['skip']>('POST', '/buyers/:buyerId/standing-demands/:id/skipped-weeks'),
  listEvents: endpoint<Routes['listEvents']>('GET', '/buyers/:buyerId/standing-demands/:id/events'),
}
