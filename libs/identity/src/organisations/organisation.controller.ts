import { Controller } from '@nestjs/common'
import { machineKeyRoutes } from '@weibao/contracts/machine-key'
import { organisationRoutes } from '@weibao/contracts/organisation'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, Visitor, type Actor } from '@weibao/platform'
import { MachineKeyDesk } from './machine-key-desk.service.js'
import { OrganisationDesk } from './organisation-desk.service.js'

@Controller()
export class OrganisationController {
  constructor(private readonly desk: OrganisationDesk) {}

  @Serve(organisationRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof organisationRoutes.list>) {
    return this.desk.list(actor, query)
  }

  @Serve(organisationRoutes.get)
  get(@Visitor() visitor: Actor | null, @Input() input: InputOf<typeof organisationRoutes.get>) {
    return this.desk.get(visitor, input.params.id)
  }

  @Serve(organisationRoutes.apply)
  apply(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof organisationRoutes.apply>) {
    return this.desk.apply(actor, body)
  }

  @Serve(organisationRoutes.edit)
  edit(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof organisationRoutes.edit>,
  ) {
    return this.desk.edit(actor, params.id, body)
  }

  @Serve(organisationRoutes.approve)
  approve(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof organisationRoutes.approve>,
  ) {
    const decision = {
      act: 'organisation.approved',
      from: 'applied',
      reason: null,
      ...body,
    } as const
    return this.desk.move(actor, params.id, 'approved', decision)
  }

  @Serve(organisationRoutes.refuse)
  refuse(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof organisationRoutes.refuse>,
  ) {
    const decision = { act: 'organisation.refused', from: 'applied', ...body } as const
    return this.desk.move(actor, params.id, 'refused', decision)
  }

  @Serve(organisationRoutes.suspend)
  suspend(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof organisationRoutes.suspend>,
  ) {
    const decision = { act: 'organisation.suspended', from: 'approved', ...body } as const
    return this.desk.move(actor, params.id, 'suspended', decision)
  }

  @Serve(organisationRoutes.reinstate)
  reinstate(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof organisationRoutes.reinstate>,
  ) {
    const decision = { act: 'organisation.reinstated', from: 'suspended', ...body } as const
    return this.desk.move(actor, params.id, 'approved', decision)
  }
}

@Controller()
export class MachineKeyController {
  constructor(private readonly desk: MachineKeyDesk) {}

  @Serve(machineKeyRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof machineKeyRoutes.list>) {
    return this.desk.list(actor, params.organisationId)
  }

  @Serve(machineKeyRoutes.create)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof machineKeyRoutes.create>,
  ) {
    return this.desk.create(actor, params.organisationId, body)
  }

  @Serve(machineKeyRoutes.revoke)
  revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof machineKeyRoutes.revoke>,
  ) {
    return this.desk.revoke(actor, params.organisationId, params.keyId)
  }
}
