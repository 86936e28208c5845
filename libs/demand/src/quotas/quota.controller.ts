import { Controller } from '@nestjs/common'
import { quotaRoutes } from '@weibao/contracts/quota'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { Quotas } from './quotas.service.js'

type Of<K extends keyof typeof quotaRoutes> = InputOf<(typeof quotaRoutes)[K]>

@Controller()
export class QuotaController {
  constructor(private readonly quotas: Quotas) {}

  @Serve(quotaRoutes.listOfBuyer)
  listOfBuyer(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listOfBuyer'>) {
    return this.quotas.listOfBuyer(actor, params.buyerId, query)
  }

  @Serve(quotaRoutes.file)
  file(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'file'>) {
    return this.quotas.file(actor, params.buyerId, params.budgetLineId, body)
  }

  @Serve(quotaRoutes.list)
  list(@Input() { query }: Of<'list'>) {
    return this.quotas.list(query)
  }

  @Serve(quotaRoutes.check)
  check(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'check'>) {
    return this.quotas.check(actor, params.id, body.filedAt)
  }

  @Serve(quotaRoutes.giveBack)
  giveBack(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'giveBack'>) {
    return this.quotas.giveBack(actor, params.id, body)
  }
}
