import { Controller } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { shippingRoutes } from '@weibao/contracts/shipping'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { OrderReads } from '../order.reads.js'
import { Shipping } from './shipping.service.js'

type Of<K extends keyof typeof shippingRoutes> = InputOf<(typeof shippingRoutes)[K]>

@Controller()
export class ShippingController {
  constructor(
    private readonly shipping: Shipping,
    private readonly reads: OrderReads,
  ) {}

  @Serve(shippingRoutes.ship)
  async ship(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'ship'>) {
    await this.shipping.ship(actor, params.id, body)
    return this.reads.order(null, actor, params.id)
  }

  @Serve(shippingRoutes.mark)
  async mark(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'mark'>) {
    await this.shipping.mark(actor, params.id, params.shipmentId, body.fate)
    return this.reads.order(null, actor, params.id)
  }
}
