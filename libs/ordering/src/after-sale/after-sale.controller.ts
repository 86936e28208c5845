import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import { afterSaleRoutes } from '@weibao/contracts/after-sale-routes'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders, readUpload } from '@weibao/documents'
import { CurrentActor, Input, Serve, Visitor, type Actor } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findShopper, mustShop } from '../shopper.js'
import { AfterSaleDesk } from './after-sale-desk.service.js'
import { AfterSalePhotos } from './after-sale-photos.service.js'
import { AfterSaleReads } from './after-sale.reads.js'
import { AfterSaleService } from './after-sale.service.js'
import { Replacements } from './replacements.service.js'

type Of<K extends keyof typeof afterSaleRoutes> = InputOf<(typeof afterSaleRoutes)[K]>

@Controller()
export class AfterSaleController {
  constructor(
    private readonly reads: AfterSaleReads,
    private readonly photos: AfterSalePhotos,
    private readonly cases: AfterSaleService,
    private readonly desk: AfterSaleDesk,
    private readonly replacements: Replacements,
  ) {}

  @Serve(afterSaleRoutes.options)
  options(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'options'>,
  ) {
    return this.reads.options(mustShop(visitor, request), params.id)
  }

  @Serve(afterSaleRoutes.quote)
  quote(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'quote'>,
  ) {
    return this.reads.quote(mustShop(visitor, request), params.id, body)
  }

  @Serve(afterSaleRoutes.uploadPhoto)
  async uploadPhoto(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'uploadPhoto'>,
  ) {
    return this.photos.upload(mustShop(visitor, request), params.id, await readUpload(request))
  }

  @Serve(afterSaleRoutes.photo)
  async photo(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { params }: Of<'photo'>,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.photos.open(viewerOf(visitor, request), params.id)
    void reply.headers(downloadHeaders(file.name, file.type))
    return new StreamableFile(bytes, { type: file.type, length: file.sizeBytes })
  }

  @Serve(afterSaleRoutes.open)
  async open(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'open'>,
  ) {
    const id = await this.cases.open(mustShop(visitor, request), params.id, body)
    return this.reads.get(viewerOf(visitor, request), id)
  }

  @Serve(afterSaleRoutes.listOfBuyer)
  listOfBuyer(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listOfBuyer'>) {
    return this.reads.listOfBuyer(actor, params.buyerId, query)
  }

  @Serve(afterSaleRoutes.listMine)
  listMine(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { query }: Of<'listMine'>,
  ) {
    return this.reads.listMine(findShopper(visitor, request), query)
  }

  @Serve(afterSaleRoutes.get)
  get(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'get'>,
  ) {
    return this.reads.get(viewerOf(visitor, request), params.id)
  }

  @Serve(afterSaleRoutes.withdraw)
  async withdraw(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'withdraw'>,
  ) {
    await this.cases.withdraw(mustShop(visitor, request), params.id)
    return this.reads.get(viewerOf(visitor, request), params.id)
  }

  @Serve(afterSaleRoutes.accept)
  async accept(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'accept'>,
  ) {
    await this.cases.accept(mustShop(visitor, request), params.id)
    return this.reads.get(viewerOf(visitor, request), params.id)
  }

  @Serve(afterSaleRoutes.appeal)
  async appeal(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'appeal'>,
  ) {
    await this.cases.appeal(mustShop(visitor, request), params.id, body.reason)
    return this.reads.get(viewerOf(visitor, request), params.id)
  }

  @Serve(afterSaleRoutes.sendBack)
  async sendBack(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'sendBack'>,
  ) {
    await this.cases.sendBack(mustShop(visitor, request), params.id, body)
    return this.reads.get(viewerOf(visitor, request), params.id)
  }

  @Serve(afterSaleRoutes.confirmResend)
  async confirmResend(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'confirmResend'>,
  ) {
    await this.replacements.confirm(mustShop(visitor, request), params.id)
    return this.reads.get(viewerOf(visitor, request), params.id)
  }

  @Serve(afterSaleRoutes.reportResend)
  async reportResend(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'reportResend'>,
  ) {
    await this.replacements.report(mustShop(visitor, request), params.id, body.reason)
    return this.reads.get(viewerOf(visitor, request), params.id)
  }

  @Serve(afterSaleRoutes.resend)
  async resend(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'resend'>) {
    await this.replacements.resend(actor, params.id, body)
    return this.reads.get({ shopper: null, actor }, params.id)
  }

  @Serve(afterSaleRoutes.listOfCooperative)
  listOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'listOfCooperative'>,
  ) {
    return this.reads.listOfCooperative(actor, params.cooperativeId, query)
  }

  @Serve(afterSaleRoutes.countsOfCooperative)
  countsOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params }: Of<'countsOfCooperative'>,
  ) {
    return this.reads.countsOfCooperative(actor, params.cooperativeId)
  }

  @Serve(afterSaleRoutes.answer)
  async answer(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'answer'>) {
    await this.desk.answer(actor, params.id, body)
    return this.reads.get({ shopper: null, actor }, params.id)
  }

  @Serve(afterSaleRoutes.confirmReturn)
  async confirmReturn(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Of<'confirmReturn'>,
  ) {
    await this.desk.confirmReturn(actor, params.id, body.lines)
    return this.reads.get({ shopper: null, actor }, params.id)
  }

  @Serve(afterSaleRoutes.objectToReturn)
  async objectToReturn(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Of<'objectToReturn'>,
  ) {
    await this.desk.object(actor, params.id, body.reason)
    return this.reads.get({ shopper: null, actor }, params.id)
  }

  @Serve(afterSaleRoutes.listAll)
  listAll(@Input() { query }: Of<'listAll'>) {
    return this.reads.listAll(query)
  }

  @Serve(afterSaleRoutes.decide)
  async decide(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'decide'>) {
    await this.desk.decide(actor, params.id, body)
    return this.reads.get({ shopper: null, actor }, params.id)
  }
}

function viewerOf(visitor: Actor | null, request: FastifyRequest) {
  return { shopper: findShopper(visitor, request), actor: visitor }
}
