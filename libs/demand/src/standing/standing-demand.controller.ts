import { Controller } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { standingDemandRoutes } from '@weibao/contracts/standing-demand'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { StandingDemands } from './standing-demands.service.js'

type Of<K extends keyof typeof standingDemandRoutes> = InputOf<(typeof standingDemandRoutes)[K]>

@Controller()
export class StandingDemandController {
  constructor(private readonly standing: StandingDemands) {}

  @Serve(standingDemandRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'list'>) {
    return this.standing.list(actor, params.buyerId, query)
  }

  @Serve(standingDemandRoutes.open)
  open(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'open'>) {
    return this.standing.open(actor, params.buyerId, body)
  }

  @Serve(standingDemandRoutes.edit)
  edit(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'edit'>) {
    return this.standing.edit(actor, params.buyerId, params.id, body)
  }

  @Serve(standingDemandRoutes.move)
  move(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'move'>) {
    return this.standing.move(actor, params.buyerId, params.id, body.to)
  }

  @Serve(standingDemandRoutes.skip)
  skip(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'skip'>) {
    return this.standing.skip(actor, params.buyerId, params.id, body.week)
  }

  @Serve(standingDemandRoutes.listEvents)
  listEvents(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listEvents'>) {
    return this.standing.listEvents(actor, params.buyerId, params.id, query)
  }
}
