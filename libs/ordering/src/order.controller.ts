import { Controller, Req, Res } from '@nestjs/common'
import { orderRoutes } from '@weibao/contracts/order-routes'
import type { InputOf } from '@weibao/contracts/route'
import {
  CurrentActor,
  Input,
  PlatformConfig,
  Serve,
  UnitOfWork,
  Visitor,
  type Actor,
} from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Baskets } from './basket.service.js'
import { CheckoutService } from './checkout.service.js'
import { GroupPayments } from './group-payments.service.js'
import { OrderReads } from './order.reads.js'
import { OrderCancelling } from './order-cancelling.service.js'
import { OrderService } from './order.service.js'
import { ReceiptDifferences } from './receipts/receipt-differences.service.js'
import { becomeShopper, findShopper, mustShop } from './shopper.js'

type Of<K extends keyof typeof orderRoutes> = InputOf<(typeof orderRoutes)[K]>

@Controller()
export class OrderController {
  constructor(
    private readonly config: PlatformConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly baskets: Baskets,
    private readonly checkout: CheckoutService,
    private readonly groups: GroupPayments,
    private readonly reads: OrderReads,
    private readonly orders: OrderService,
    private readonly cancelling: OrderCancelling,
    private readonly differences: ReceiptDifferences,
  ) {}

  @Serve(orderRoutes.quote)
  async quote(@Input() { body }: Of<'quote'>) {
    const { reader } = this.unitOfWork
    return this.baskets.toQuote((await this.baskets.quote(reader, body, body)).orders)
  }

  @Serve(orderRoutes.place)
  async place(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: Of<'place'>,
  ) {
    const shopper = becomeShopper(
      visitor,
      request,
      reply,
      this.config.publicOrigin.startsWith('https:'),
    )
    const groupId = await this.checkout.place(shopper, body)
    return this.groups.openAfterPlacing(shopper, groupId)
  }

  @Serve(orderRoutes.getGroup)
  getGroup(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'getGroup'>,
  ) {
    return this.reads.group(mustShop(visitor, request), params.id)
  }

  @Serve(orderRoutes.refreshPayment)
  refreshPayment(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'refreshPayment'>,
  ) {
    return this.groups.refresh(mustShop(visitor, request), params.id)
  }

  @Serve(orderRoutes.openPayment)
  openPayment(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'openPayment'>,
  ) {
    return this.groups.open(mustShop(visitor, request), params.id)
  }

  @Serve(orderRoutes.cancelGroup)
  cancelGroup(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'cancelGroup'>,
  ) {
    return this.groups.giveUp(mustShop(visitor, request), params.id)
  }

  @Serve(orderRoutes.listMine)
  listMine(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { query }: Of<'listMine'>,
  ) {
    return this.reads.listMine(findShopper(visitor, request), query)
  }

  @Serve(orderRoutes.myCounts)
  myCounts(@Visitor() visitor: Actor | null, @Req() request: FastifyRequest) {
    return this.reads.myCounts(findShopper(visitor, request))
  }

  @Serve(orderRoutes.get)
  get(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'get'>,
  ) {
    return this.reads.order(findShopper(visitor, request), visitor, params.id)
  }

  @Serve(orderRoutes.cancel)
  async cancel(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'cancel'>,
  ) {
    const shopper = findShopper(visitor, request)
    await this.cancelling.cancel({ shopper, actor: visitor }, params.id, body)
    return this.reads.order(shopper, visitor, params.id)
  }

  @Serve(orderRoutes.accept)
  async accept(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'accept'>,
  ) {
    const shopper = mustShop(visitor, request)
    await this.orders.accept(shopper, params.id, body.differences)
    return this.reads.order(shopper, visitor, params.id)
  }

  @Serve(orderRoutes.quoteAcceptance)
  quoteAcceptance(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'quoteAcceptance'>,
  ) {
    return this.differences.quote(mustShop(visitor, request), params.id, body.differences)
  }

  @Serve(orderRoutes.listOfCooperative)
  listOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'listOfCooperative'>,
  ) {
    return this.reads.listOfCooperative(actor, params.cooperativeId, query)
  }

  @Serve(orderRoutes.countsOfCooperative)
  countsOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params }: Of<'countsOfCooperative'>,
  ) {
    return this.reads.countsOfCooperative(actor, params.cooperativeId)
  }

  @Serve(orderRoutes.toShipOfCooperative)
  toShipOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params }: Of<'toShipOfCooperative'>,
  ) {
    return this.reads.toShipOfCooperative(actor, params.cooperativeId)
  }

  @Serve(orderRoutes.listAll)
  listAll(@Input() { query }: Of<'listAll'>) {
    return this.reads.listAll(query)
  }
}
