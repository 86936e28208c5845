import { Controller, Req, Res } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { transferSheetRoutes } from '@weibao/contracts/transfer-sheet'
import { downloadHeaders, readUpload } from '@weibao/documents'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { TransferSheet } from './transfer-sheet.service.js'

type Of<K extends keyof typeof transferSheetRoutes> = InputOf<(typeof transferSheetRoutes)[K]>

@Controller()
export class TransferSheetController {
  constructor(private readonly sheet: TransferSheet) {}

  @Serve(transferSheetRoutes.template)
  async template(
    @CurrentActor() actor: Actor,
    @Input() { query }: Of<'template'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.sheet.template(actor, query)
    void reply.headers(downloadHeaders(`weibao-statement.${file.extension}`, file.type))
    return Buffer.from(file.bytes)
  }

  @Serve(transferSheetRoutes.check)
  async check(@CurrentActor() actor: Actor, @Req() request: FastifyRequest) {
    const { bytes } = await readUpload(request)
    return this.sheet.check(actor, bytes)
  }

  @Serve(transferSheetRoutes.import)
  async import(
    @CurrentActor() actor: Actor,
    @Input() { query }: Of<'import'>,
    @Req() request: FastifyRequest,
  ) {
    const { bytes } = await readUpload(request)
    return this.sheet.import(actor, bytes, query.fingerprint)
  }
}
