import type { serviceDeskRoutes } from '@weibao/contracts/service-desk'
import type { settingRoutes } from '@weibao/contracts/setting'
import { endpoint } from './http.js'

export const settings = {
  list: endpoint<typeof settingRoutes.list>('GET', '/settings'),
  history: endpoint<typeof settingRoutes.history>('GET', '/settings/:key/versions'),
  edit: endpoint<typeof settingRoutes.edit>('POST', '/settings/:key/versions'),
}

export const serviceDesk = endpoint<typeof serviceDeskRoutes.get>('GET', '/service-desk')
