import { Controller, Req } from '@nestjs/common'
import { registrationPaperRoutes } from '@weibao/contracts/registration-paper'
import type { InputOf } from '@weibao/contracts/route'
import { readUpload } from '@weibao/documents'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyRequest } from 'fastify'
import { RegistrationPapers } from './registration-papers.service.js'

@Controller()
export class RegistrationPaperController {
  constructor(private readonly papers: RegistrationPapers) {}

  @Serve(registrationPaperRoutes.list)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof registrationPaperRoutes.list>,
  ) {
    return { items: await this.papers.list(actor, params.id) }
  }

  @Serve(registrationPaperRoutes.add)
  async add(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof registrationPaperRoutes.add>,
    @Req() request: FastifyRequest,
  ) {
    return this.papers.add(actor, params.id, await readUpload(request))
  }

  @Serve(registrationPaperRoutes.remove)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof registrationPaperRoutes.remove>,
  ) {
    return this.papers.remove(actor, params.id, params.paperId)
  }
}
