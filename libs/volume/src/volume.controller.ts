import { Controller } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { volumeRoutes } from '@weibao/contracts/volume'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { Adjustments } from './adjustment.service.js'
import { Periods } from './period.service.js'

@Controller()
export class VolumeController {
  constructor(
    private readonly periods: Periods,
    private readonly adjustments: Adjustments,
  ) {}

  @Serve(volumeRoutes.listPeriods)
  listPeriods() {
    return this.periods.list()
  }

  @Serve(volumeRoutes.beginClosing)
  beginClosing(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof volumeRoutes.beginClosing>,
  ) {
    return this.periods.beginClosing(actor, params.month)
  }

  @Serve(volumeRoutes.close)
  close(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof volumeRoutes.close>) {
    return this.periods.close(actor, params.month)
  }

  @Serve(volumeRoutes.listAdjustments)
  listAdjustments(@Input() { query }: InputOf<typeof volumeRoutes.listAdjustments>) {
    return this.adjustments.list(query)
  }

  @Serve(volumeRoutes.proposeAdjustment)
  proposeAdjustment(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof volumeRoutes.proposeAdjustment>,
  ) {
    return this.adjustments.propose(actor, body)
  }

  @Serve(volumeRoutes.decideAdjustment)
  decideAdjustment(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof volumeRoutes.decideAdjustment>,
  ) {
    return this.adjustments.decide(actor, params.id, body)
  }
}
