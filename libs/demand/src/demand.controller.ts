import { Controller } from '@nestjs/common'
import { demandRoutes } from '@weibao/contracts/demand-routes'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { Amendments } from './amendments.service.js'
import { Budgets } from './budgets/budgets.service.js'
import { DeliveryPoints } from './delivery/delivery-points.service.js'
import { Demands } from './demands.service.js'

type Of<K extends keyof typeof demandRoutes> = InputOf<(typeof demandRoutes)[K]>

@Controller()
export class DemandController {
  constructor(
    private readonly demands: Demands,
    private readonly amendments: Amendments,
    private readonly budgets: Budgets,
    private readonly points: DeliveryPoints,
  ) {}

  @Serve(demandRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'list'>) {
    return this.demands.list(actor, params.buyerId, query)
  }

  @Serve(demandRoutes.get)
  get(@CurrentActor() actor: Actor, @Input() { params }: Of<'get'>) {
    return this.demands.get(actor, params.buyerId, params.id)
  }

  @Serve(demandRoutes.open)
  open(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'open'>) {
    return this.demands.open(actor, params.buyerId, body)
  }

  @Serve(demandRoutes.amend)
  amend(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'amend'>) {
    return this.amendments.amend(actor, params.buyerId, params.id, body)
  }

  @Serve(demandRoutes.cancel)
  cancel(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'cancel'>) {
    return this.amendments.cancel(actor, params.buyerId, params.id, body.reason)
  }

  @Serve(demandRoutes.listChanges)
  listChanges(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listChanges'>) {
    return this.amendments.listChanges(actor, params.buyerId, params.id, query)
  }

  @Serve(demandRoutes.listBudgetLines)
  listBudgetLines(@CurrentActor() actor: Actor, @Input() { params }: Of<'listBudgetLines'>) {
    return this.budgets.list(actor, params.buyerId)
  }

  @Serve(demandRoutes.openBudgetLine)
  openBudgetLine(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'openBudgetLine'>) {
    return this.budgets.open(actor, params.buyerId, body)
  }

  @Serve(demandRoutes.listDeliveryPoints)
  listDeliveryPoints(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'listDeliveryPoints'>,
  ) {
    return this.points.list(actor, params.buyerId, query.withInactive ?? false)
  }

  @Serve(demandRoutes.addDeliveryPoint)
  addDeliveryPoint(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Of<'addDeliveryPoint'>,
  ) {
    return this.points.add(actor, params.buyerId, body)
  }

  @Serve(demandRoutes.editBudgetLine)
  editBudgetLine(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'editBudgetLine'>) {
    return this.budgets.edit(actor, params.buyerId, params.id, body)
  }

  @Serve(demandRoutes.editDeliveryPoint)
  editDeliveryPoint(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Of<'editDeliveryPoint'>,
  ) {
    return this.points.edit(actor, params.buyerId, params.id, body)
  }

  @Serve(demandRoutes.hall)
  hall(@Input() { query }: Of<'hall'>) {
    return this.demands.hall(query)
  }
}
