import { Controller, Req } from '@nestjs/common'
import { reviewRoutes } from '@weibao/contracts/review'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, notFound, Serve, Visitor } from '@weibao/platform'
import type { FastifyRequest } from 'fastify'
import { findShopper } from '../shopper.js'
import { ReviewReads } from './review.reads.js'
import { ReviewService } from './review.service.js'

type Of<K extends keyof typeof reviewRoutes> = InputOf<(typeof reviewRoutes)[K]>

@Controller()
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly reads: ReviewReads,
  ) {}

  @Serve(reviewRoutes.listOfProduct)
  listOfProduct(@Input() { params, query }: Of<'listOfProduct'>) {
    return this.reads.ofProduct(params.slug, query)
  }

  @Serve(reviewRoutes.ofOrder)
  ofOrder(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'ofOrder'>,
  ) {
    return this.reads.ofOrder(findShopper(visitor, request), params.id)
  }

  @Serve(reviewRoutes.write)
  write(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'write'>,
  ) {
    const shopper = findShopper(visitor, request)
    if (!shopper) throw notFound()
    return this.reviews.write(shopper, params.orderLineId, body)
  }

  @Serve(reviewRoutes.report)
  report(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'report'>) {
    return this.reviews.report(actor, params.id, body.reason)
  }

  @Serve(reviewRoutes.listOfCooperative)
  listOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'listOfCooperative'>,
  ) {
    return this.reads.ofCooperative(actor, params.cooperativeId, query)
  }

  @Serve(reviewRoutes.answer)
  answer(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'answer'>) {
    return this.reviews.answer(actor, params.id, body.text)
  }

  @Serve(reviewRoutes.listAll)
  listAll(@Input() { query }: Of<'listAll'>) {
    return this.reads.all(query)
  }

  @Serve(reviewRoutes.hide)
  hide(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'hide'>) {
    return this.reviews.hide(actor, params.id, body.reason)
  }

  @Serve(reviewRoutes.restore)
  restore(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'restore'>) {
    return this.reviews.restore(actor, params.id, body.reason)
  }
}
