import { Controller, Req } from '@nestjs/common'
import { orderRestRoutes } from '@weibao/contracts/order-rest'
import type { InputOf } from '@weibao/contracts/route'
import { Input, Serve, Visitor, type Actor } from '@weibao/platform'
import type { FastifyRequest } from 'fastify'
import { OrderReads } from '../order.reads.js'
import { findShopper } from '../shopper.js'
import { OrderRest } from './order-rest.service.js'

type Of<K extends keyof typeof orderRestRoutes> = InputOf<(typeof orderRestRoutes)[K]>

@Controller()
export class OrderRestController {
  constructor(
    private readonly rest: OrderRest,
    private readonly reads: OrderReads,
  ) {}

  @Serve(orderRestRoutes.quote)
  quote(
    @Visitor() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'quote'>,
  ) {
    return this.rest.quote({ shopper: findShopper(actor, request), actor }, params.id, body)
  }

  @Serve(orderRestRoutes.cancel)
  async cancel(
    @Visitor() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'cancel'>,
  ) {
    const shopper = findShopper(actor, request)
    await this.rest.cancel({ shopper, actor }, params.id, body)
    return this.reads.order(shopper, actor, params.id)
  }
}
