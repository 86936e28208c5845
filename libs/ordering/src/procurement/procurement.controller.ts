import { Controller } from '@nestjs/common'
import { procurementRoutes } from '@weibao/contracts/procurement'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { OrderReads } from '../order.reads.js'
import { Procurement } from './procurement.service.js'

type Of<K extends keyof typeof procurementRoutes> = InputOf<(typeof procurementRoutes)[K]>

@Controller()
export class ProcurementController {
  constructor(
    private readonly procurement: Procurement,
    private readonly reads: OrderReads,
  ) {}

  @Serve(procurementRoutes.place)
  place(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'place'>) {
    return this.procurement.place(actor, params.buyerId, body)
  }

  @Serve(procurementRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'list'>) {
    return this.reads.listOfBuyer(actor, params.buyerId, query)
  }
}
