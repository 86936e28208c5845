import { Controller, Req, Res } from '@nestjs/common'
import { productSheetRoutes } from '@weibao/contracts/product-sheet'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders, readUpload } from '@weibao/documents'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProductSheet } from './product-sheet.service.js'

type Of<K extends keyof typeof productSheetRoutes> = InputOf<(typeof productSheetRoutes)[K]>

@Controller()
export class ProductSheetController {
  constructor(private readonly sheet: ProductSheet) {}

  @Serve(productSheetRoutes.template)
  async template(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'template'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.sheet.template(actor, params.cooperativeId, query)
    void reply.headers(downloadHeaders(`weibao-products.${file.extension}`, file.type))
    return Buffer.from(file.bytes)
  }

  @Serve(productSheetRoutes.check)
  async check(
    @CurrentActor() actor: Actor,
    @Input() { params }: Of<'check'>,
    @Req() request: FastifyRequest,
  ) {
    const { bytes } = await readUpload(request)
    return this.sheet.check(actor, params.cooperativeId, bytes)
  }

  @Serve(productSheetRoutes.import)
  async import(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'import'>,
    @Req() request: FastifyRequest,
  ) {
    const { bytes } = await readUpload(request)
    return this.sheet.import(actor, params.cooperativeId, bytes, query.fingerprint)
  }
}
