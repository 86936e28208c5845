import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import { reviewRoutes } from '@weibao/contracts/review'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders, readUpload } from '@weibao/documents'
import { Actor, CurrentActor, Input, notFound, Serve, Visitor } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findShopper, mustShop } from '../shopper.js'
import { ReviewPhotos } from './review-photos.service.js'
import { ReviewVotes } from './review-votes.service.js'
import { ReviewReads } from './review.reads.js'
import { ReviewService } from './review.service.js'

type Of<K extends keyof typeof reviewRoutes> = InputOf<(typeof reviewRoutes)[K]>

@Controller()
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly reads: ReviewReads,
    private readonly photos: ReviewPhotos,
    private readonly votes: ReviewVotes,
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

  @Serve(reviewRoutes.add)
  add(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'add'>,
  ) {
    return this.reviews.add(mustShop(visitor, request), params.id, body)
  }

  @Serve(reviewRoutes.uploadPhoto)
  async uploadPhoto(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'uploadPhoto'>,
  ) {
    const shopper = mustShop(visitor, request)
    return this.photos.upload(shopper, params.orderLineId, await readUpload(request))
  }

  @Serve(reviewRoutes.photo)
  async photo(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { params }: Of<'photo'>,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.photos.open(
      findShopper(visitor, request),
      visitor,
      params.id,
    )
    void reply.headers(downloadHeaders(file.name, file.type))
    return new StreamableFile(bytes, { type: file.type, length: file.sizeBytes })
  }

  @Serve(reviewRoutes.vote)
  vote(@CurrentActor() actor: Actor, @Input() { params }: Of<'vote'>) {
    return this.votes.vote(actor, params.id)
  }

  @Serve(reviewRoutes.unvote)
  unvote(@CurrentActor() actor: Actor, @Input() { params }: Of<'unvote'>) {
    return this.votes.unvote(actor, params.id)
  }

  @Serve(reviewRoutes.myVotes)
  myVotes(@CurrentActor() actor: Actor, @Input() { params }: Of<'myVotes'>) {
    return this.votes.mine(actor, params.slug)
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
