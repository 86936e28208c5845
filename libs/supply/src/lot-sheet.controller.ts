import { Controller, Req, Res } from '@nestjs/common'
import { lotSheetRoutes } from '@weibao/contracts/lot-sheet'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders, readUpload } from '@weibao/documents'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LotSheet } from './lot-sheet.service.js'

type Of<K extends keyof typeof lotSheetRoutes> = InputOf<(typeof lotSheetRoutes)[K]>

@Controller()
export class LotSheetController {
  constructor(private readonly sheet: LotSheet) {}

  @Serve(lotSheetRoutes.template)
  async template(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'template'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.sheet.template(actor, params.cooperativeId, query)
    void reply.headers(downloadHeaders(`weibao-lots.${file.extension}`, file.type))
    return Buffer.from(file.bytes)
  }

  @Serve(lotSheetRoutes.check)
  async check(
    @CurrentActor() actor: Actor,
    @Input() { params }: Of<'check'>,
    @Req() request: FastifyRequest,
  ) {
    const { bytes } = await readUpload(request)
    return this.sheet.check(actor, params.cooperativeId, bytes)
  }

  @Serve(lotSheetRoutes.import)
  async import(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'import'>,
    @Req() request: FastifyRequest,
  ) {
    const { bytes } = await readUpload(request)
    return this.sheet.import(actor, params.cooperativeId, bytes, query.fingerprint)
  }
}
