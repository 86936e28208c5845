import { Controller } from '@nestjs/common'
import { personRoutes } from '@weibao/contracts/person'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { PeopleDesk, PersonAdministration } from './people-desk.service.js'

@Controller()
export class PeopleController {
  constructor(
    private readonly desk: PeopleDesk,
    private readonly administration: PersonAdministration,
  ) {}

  @Serve(personRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof personRoutes.list>) {
    return this.desk.list(actor, query)
  }

  @Serve(personRoutes.get)
  get(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof personRoutes.get>) {
    return this.desk.get(actor, params.id)
  }

  @Serve(personRoutes.suspend)
  suspend(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof personRoutes.suspend>,
  ) {
    return this.administration.suspend(actor, params.id, body.reason)
  }

  @Serve(personRoutes.reinstate)
  reinstate(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof personRoutes.reinstate>,
  ) {
    return this.administration.reinstate(actor, params.id, body.reason)
  }

  @Serve(personRoutes.resetSecondFactor)
  resetSecondFactor(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof personRoutes.resetSecondFactor>,
  ) {
    return this.administration.resetSecondFactor(actor, params.id, body.reason)
  }
}
