import { Controller, Res } from '@nestjs/common'
import { recallRoutes } from '@weibao/contracts/recall'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders } from '@weibao/documents'
import { currentContext, CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { Recalls } from './recall.service.js'

type Of<K extends keyof typeof recallRoutes> = InputOf<(typeof recallRoutes)[K]>

@Controller()
export class RecallController {
  constructor(private readonly recalls: Recalls) {}

  @Serve(recallRoutes.reach)
  reach(@CurrentActor() actor: Actor, @Input() { params }: Of<'reach'>) {
    return this.recalls.reach(actor, params.code)
  }

  @Serve(recallRoutes.make)
  make(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'make'>) {
    return this.recalls.make(actor, params.code, body.reason)
  }

  @Serve(recallRoutes.sheet)
  async sheet(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'sheet'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const locale = currentContext()?.locale ?? 'zh-CN'
    const { name, type, bytes } = await this.recalls.sheet(actor, params.code, query.format, locale)
    void reply.headers(downloadHeaders(name, type))
    return Buffer.from(bytes)
  }
}
