import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import { invoiceRoutes } from '@weibao/contracts/invoice'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders, readUpload } from '@weibao/documents'
import { CurrentActor, Input, Serve, Visitor, type Actor } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findShopper } from '../shopper.js'
import { Invoices } from './invoices.service.js'

type Of<K extends keyof typeof invoiceRoutes> = InputOf<(typeof invoiceRoutes)[K]>

@Controller()
export class InvoiceController {
  constructor(private readonly invoices: Invoices) {}

  @Serve(invoiceRoutes.ofOrder)
  ofOrder(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'ofOrder'>,
  ) {
    return this.invoices.ofOrder(findShopper(visitor, request), params.id)
  }

  @Serve(invoiceRoutes.request)
  request(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params, body }: Of<'request'>,
  ) {
    return this.invoices.request(findShopper(visitor, request), params.id, body)
  }

  @Serve(invoiceRoutes.file)
  async file(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { params }: Of<'file'>,
  ): Promise<StreamableFile> {
    const shopper = findShopper(visitor, request)
    const { file, bytes } = await this.invoices.open(shopper, visitor, params.id)
    void reply.headers(downloadHeaders(file.name, file.type))
    return new StreamableFile(bytes, { type: file.type, length: file.sizeBytes })
  }

  @Serve(invoiceRoutes.listOfCooperative)
  listOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'listOfCooperative'>,
  ) {
    return this.invoices.listOfCooperative(actor, params.cooperativeId, query)
  }

  @Serve(invoiceRoutes.issue)
  async issue(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Input() { params, query }: Of<'issue'>,
  ) {
    return this.invoices.issue(actor, params.id, query.number, await readUpload(request))
  }

  @Serve(invoiceRoutes.refuse)
  refuse(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'refuse'>) {
    return this.invoices.refuse(actor, params.id, body.reason)
  }
}
