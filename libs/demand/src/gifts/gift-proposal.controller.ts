import { Controller } from '@nestjs/common'
import { giftProposalRoutes } from '@weibao/contracts/gift-proposal'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { GiftProposals } from './gift-proposals.service.js'

@Controller()
export class GiftProposalController {
  constructor(private readonly proposals: GiftProposals) {}

  @Serve(giftProposalRoutes.propose)
  propose(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof giftProposalRoutes.propose>,
  ) {
    return this.proposals.propose(actor, params.buyerId, query)
  }
}
