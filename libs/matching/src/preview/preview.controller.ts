import { Controller } from '@nestjs/common'
import { previewRoutes } from '@weibao/contracts/preview'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { Previews } from './previews.service.js'

@Controller()
export class PreviewController {
  constructor(private readonly previews: Previews) {}

  @Serve(previewRoutes.ask)
  ask(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof previewRoutes.ask>) {
    return this.previews.ask(actor, params.buyerId, body)
  }
}
