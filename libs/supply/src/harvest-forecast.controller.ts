import { Controller } from '@nestjs/common'
import { harvestForecastRoutes } from '@weibao/contracts/harvest-forecast'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { HarvestForecasts } from './harvest-forecasts.service.js'

type Of<K extends keyof typeof harvestForecastRoutes> = InputOf<(typeof harvestForecastRoutes)[K]>

@Controller()
export class HarvestForecastController {
  constructor(private readonly forecasts: HarvestForecasts) {}

  @Serve(harvestForecastRoutes.coming)
  coming(@Input() { query }: Of<'coming'>) {
    return this.forecasts.coming(query)
  }

  @Serve(harvestForecastRoutes.listOwn)
  listOwn(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listOwn'>) {
    return this.forecasts.listOwn(actor, params.cooperativeId, query)
  }

  @Serve(harvestForecastRoutes.state)
  state(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'state'>) {
    return this.forecasts.state(actor, params.cooperativeId, body)
  }

  @Serve(harvestForecastRoutes.accuracy)
  accuracy(@CurrentActor() actor: Actor, @Input() { params }: Of<'accuracy'>) {
    return this.forecasts.accuracy(actor, params.cooperativeId)
  }

  @Serve(harvestForecastRoutes.listChanges)
  listChanges(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listChanges'>) {
    return this.forecasts.listChanges(actor, params.cooperativeId, params.id, query)
  }
}
