import { Controller } from '@nestjs/common'
import { recognitionRoutes } from '@weibao/contracts/recognition'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { RecognitionDesk } from './recognition-desk.service.js'

@Controller()
export class RecognitionController {
  constructor(private readonly recognitions: RecognitionDesk) {}

  @Serve(recognitionRoutes.apply)
  apply(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof recognitionRoutes.apply>,
  ) {
    return this.recognitions.applyFor(actor, params.cooperativeId, params.id)
  }

  @Serve(recognitionRoutes.listAll)
  list(@Input() { query }: InputOf<typeof recognitionRoutes.listAll>) {
    return this.recognitions.list(query)
  }

  @Serve(recognitionRoutes.decide)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof recognitionRoutes.decide>,
  ) {
    return this.recognitions.decideBy(actor, params.id, body)
  }
}
