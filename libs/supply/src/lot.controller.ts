import { Controller } from '@nestjs/common'
import { lotRoutes } from '@weibao/contracts/lot-routes'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { LotDesk } from './lot-desk.service.js'
import { Lots } from './lots.service.js'
import { OpenLots } from './open-lots.service.js'

@Controller()
export class LotController {
  constructor(
    private readonly lots: Lots,
    private readonly desk: LotDesk,
    private readonly openLots: OpenLots,
  ) {}

  @Serve(lotRoutes.trace)
  trace(@Input() { params }: InputOf<typeof lotRoutes.trace>) {
    return this.lots.trace(params.code)
  }

  @Serve(lotRoutes.listOpen)
  listOpen(@Input() { query }: InputOf<typeof lotRoutes.listOpen>) {
    return this.openLots.page(query)
  }

  @Serve(lotRoutes.listOwn)
  list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof lotRoutes.listOwn>,
  ) {
    return this.desk.list(actor, params.cooperativeId, query)
  }

  @Serve(lotRoutes.getOwn)
  get(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof lotRoutes.getOwn>) {
    return this.desk.get(actor, params.cooperativeId, params.id)
  }

  @Serve(lotRoutes.create)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof lotRoutes.create>,
  ) {
    return this.desk.create(actor, params.cooperativeId, body)
  }

  @Serve(lotRoutes.edit)
  edit(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof lotRoutes.edit>) {
    return this.desk.edit(actor, params.cooperativeId, params.id, body)
  }

  @Serve(lotRoutes.open)
  open(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof lotRoutes.open>) {
    return this.desk.open(actor, params.cooperativeId, params.id)
  }

  @Serve(lotRoutes.withdraw)
  withdraw(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof lotRoutes.withdraw>,
  ) {
    return this.desk.withdraw(actor, params.cooperativeId, params.id, body.reason)
  }

  @Serve(lotRoutes.declareShortfall)
  declareShortfall(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof lotRoutes.declareShortfall>,
  ) {
    return this.desk.declareShortfall(actor, params.cooperativeId, params.id, body)
  }

  @Serve(lotRoutes.writeOff)
  writeOff(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof lotRoutes.writeOff>,
  ) {
    return this.desk.writeOff(actor, params.cooperativeId, params.id, body)
  }
}
