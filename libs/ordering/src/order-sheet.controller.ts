import { Controller, Res, StreamableFile } from '@nestjs/common'
import { orderSheetRoutes } from '@weibao/contracts/order-sheet'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders } from '@weibao/documents'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { OrderSheets } from './order-sheets.service.js'

type Of<K extends keyof typeof orderSheetRoutes> = InputOf<(typeof orderSheetRoutes)[K]>

@Controller()
export class OrderSheetController {
  constructor(private readonly sheets: OrderSheets) {}

  @Serve(orderSheetRoutes.ofCooperative)
  async ofCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'ofCooperative'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return download(reply, await this.sheets.ofCooperative(actor, params.cooperativeId, query))
  }

  @Serve(orderSheetRoutes.ofBuyer)
  async ofBuyer(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'ofBuyer'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return download(reply, await this.sheets.ofBuyer(actor, params.buyerId, query))
  }

  @Serve(orderSheetRoutes.ofAll)
  async ofAll(
    @CurrentActor() actor: Actor,
    @Input() { query }: Of<'ofAll'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return download(reply, await this.sheets.ofAll(actor, query))
  }
}

function download(
  reply: FastifyReply,
  { name, type, bytes }: Awaited<ReturnType<OrderSheets['ofAll']>>,
): StreamableFile {
  void reply.headers(downloadHeaders(name, type))
  return new StreamableFile(bytes, { type, length: bytes.length })
}
