import { Controller } from '@nestjs/common'
import { allocationRoutes } from '@weibao/contracts/allocation'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { AllocationDesk } from './allocation-desk.service.js'
import { MatchReads } from '../rounds/match-reads.service.js'

type Of<K extends keyof typeof allocationRoutes> = InputOf<(typeof allocationRoutes)[K]>

@Controller()
export class AllocationController {
  constructor(
    private readonly desk: AllocationDesk,
    private readonly reads: MatchReads,
  ) {}

  @Serve(allocationRoutes.listOfBuyer)
  listOfBuyer(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listOfBuyer'>) {
    actor.mustReach('allocation:read', params.buyerId)
    const { state, waitsFor } = query
    const waiting = {
      waitsForSecond: waitsFor === 'second',
      waitsForPersonId: waitsFor === 'me' ? actor.personId : null,
    }
    return this.reads.allocations({ buyerId: params.buyerId, state, ...waiting }, query)
  }

  @Serve(allocationRoutes.accept)
  accept(@CurrentActor() actor: Actor, @Input() { params }: Of<'accept'>) {
    return this.desk.accept(actor, params.buyerId, params.id)
  }

  @Serve(allocationRoutes.acceptAll)
  acceptAll(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'acceptAll'>) {
    return this.desk.acceptAll(actor, params.buyerId, body.ids)
  }

  @Serve(allocationRoutes.decline)
  decline(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'decline'>) {
    return this.desk.decline(actor, params.buyerId, params.id, body.reason)
  }

  @Serve(allocationRoutes.listTicketsOfBuyer)
  listTicketsOfBuyer(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'listTicketsOfBuyer'>,
  ) {
    actor.mustReach('ticket:read', params.buyerId)
    const { demandId, roundId } = query
    return this.reads.tickets({ buyerId: params.buyerId, demandId, roundId }, query)
  }

  @Serve(allocationRoutes.getTicketOfBuyer)
  getTicketOfBuyer(@CurrentActor() actor: Actor, @Input() { params }: Of<'getTicketOfBuyer'>) {
    actor.mustReach('ticket:read', params.buyerId)
    return this.reads.ticket(params.id, params.buyerId)
  }

  @Serve(allocationRoutes.listOfCooperative)
  listOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'listOfCooperative'>,
  ) {
    actor.mustReach('allocation:read', params.cooperativeId)
    const { cooperativeId } = params
    return this.reads.allocations({ cooperativeId, state: query.state }, query)
  }

  @Serve(allocationRoutes.countsOfCooperative)
  countsOfCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params }: Of<'countsOfCooperative'>,
  ) {
    actor.mustReach('allocation:read', params.cooperativeId)
    return this.reads.allocationCounts(params.cooperativeId)
  }

  @Serve(allocationRoutes.confirm)
  confirm(@CurrentActor() actor: Actor, @Input() { params }: Of<'confirm'>) {
    return this.desk.confirm(actor, params.cooperativeId, params.id)
  }

  @Serve(allocationRoutes.declineByCooperative)
  declineByCooperative(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Of<'declineByCooperative'>,
  ) {
    return this.desk.declineByCooperative(actor, params.cooperativeId, params.id, body.reason)
  }
}
