import type { harvestForecastRoutes } from '@weibao/contracts/harvest-forecast'
import { endpoint } from './http.js'

type Routes = typeof harvestForecastRoutes

export const harvestForecasts = {
  coming: endpoint<Routes['coming']>('GET', '/harvest-forecasts'),
  listOwn: endpoint<Routes['listOwn']>('GET', '/cooperatives/:cooperativeId/harvest-forecasts'),
  state: endpoint<Routes['state']>('PUT', '/cooperatives/:cooperativeId/harvest-forecasts'),
  listChanges: endpoint<Routes['listChanges']>(
    'GET',
    '/cooperatives/:cooperativeId/harvest-forecasts/:id/changes',
  ),
  accuracy: endpoint<Routes['accuracy']>(
    'GET',
    '/cooperatives/:cooperativeId/harvest-forecasts/accuracy',
  ),
}
