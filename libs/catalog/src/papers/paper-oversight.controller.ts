import { Controller, Res } from '@nestjs/common'
import { paperOversightRoutes } from '@weibao/contracts/paper-oversight'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders } from '@weibao/documents'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { PaperOversight } from './paper-oversight.service.js'

type Of<K extends keyof typeof paperOversightRoutes> = InputOf<(typeof paperOversightRoutes)[K]>

@Controller()
export class PaperOversightController {
  constructor(private readonly papers: PaperOversight) {}

  @Serve(paperOversightRoutes.list)
  list(@Input() { query }: Of<'list'>) {
    return this.papers.list(query)
  }

  @Serve(paperOversightRoutes.sheet)
  async sheet(
    @CurrentActor() actor: Actor,
    @Input() { query }: Of<'sheet'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.papers.sheet(actor, query)
    void reply.headers(downloadHeaders(`weibao-papers.${file.extension}`, file.type))
    return Buffer.from(file.bytes)
  }
}
