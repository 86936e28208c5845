import { Controller } from '@nestjs/common'
import { cooperativePageRoutes } from '@weibao/contracts/cooperative'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { CooperativePages } from './cooperative-pages.service.js'

@Controller()
export class CooperativePageController {
  constructor(private readonly pages: CooperativePages) {}

  @Serve(cooperativePageRoutes.get)
  get(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof cooperativePageRoutes.get>,
  ) {
    return this.pages.get(actor, params.cooperativeId)
  }

  @Serve(cooperativePageRoutes.edit)
  edit(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof cooperativePageRoutes.edit>,
  ) {
    return this.pages.edit(actor, params.cooperativeId, body)
  }
}
