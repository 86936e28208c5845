import { Controller } from '@nestjs/common'
import { quotaCockpitRoutes } from '@weibao/contracts/quota-cockpit'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { Baskets } from './baskets.service.js'
import { QuotaCockpits } from './quota-cockpit.service.js'

@Controller()
export class QuotaCockpitController {
  constructor(
    private readonly cockpits: QuotaCockpits,
    private readonly baskets: Baskets,
  ) {}

  @Serve(quotaCockpitRoutes.get)
  get(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof quotaCockpitRoutes.get>,
  ) {
    return this.cockpits.get(actor, params.buyerId, query.year)
  }

  @Serve(quotaCockpitRoutes.rows)
  rows(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof quotaCockpitRoutes.rows>,
  ) {
    const { year, stage, budgetLineId = null, ...page } = query
    return this.cockpits.rows(actor, { ...params, year, stage, budgetLineId }, page)
  }

  @Serve(quotaCockpitRoutes.basket)
  basket(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof quotaCockpitRoutes.basket>,
  ) {
    return this.baskets.propose(actor, params.buyerId, params.budgetLineId)
  }
}
