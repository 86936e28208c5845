import { Controller, Req } from '@nestjs/common'
import { paperRoutes } from '@weibao/contracts/paper'
import type { InputOf } from '@weibao/contracts/route'
import { readUpload } from '@weibao/documents'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import type { FastifyRequest } from 'fastify'
import { Papers } from './papers.service.js'

@Controller()
export class PaperController {
  constructor(private readonly papers: Papers) {}

  @Serve(paperRoutes.list)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof paperRoutes.list>,
  ) {
    return { items: await this.papers.list(actor, params.cooperativeId, query.expiring ?? false) }
  }

  @Serve(paperRoutes.add)
  add(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof paperRoutes.add>) {
    return this.papers.add(actor, params.cooperativeId, body)
  }

  @Serve(paperRoutes.addScan)
  async addScan(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof paperRoutes.addScan>,
    @Req() request: FastifyRequest,
  ) {
    const upload = await readUpload(request)
    return this.papers.addScan(actor, params.cooperativeId, params.id, upload)
  }

  @Serve(paperRoutes.remove)
  remove(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof paperRoutes.remove>) {
    return this.papers.remove(actor, params.cooperativeId, params.id)
  }
}
