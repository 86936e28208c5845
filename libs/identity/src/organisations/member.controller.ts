import { Controller } from '@nestjs/common'
import { invitationRoutes, memberRoutes } from '@weibao/contracts/member'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { Invitations } from './invitations.service.js'
import { MemberDesk } from './member-desk.service.js'

@Controller()
export class MemberController {
  constructor(private readonly desk: MemberDesk) {}

  @Serve(memberRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof memberRoutes.list>) {
    return this.desk.list(actor, params.organisationId)
  }

  @Serve(memberRoutes.add)
  add(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof memberRoutes.add>) {
    return this.desk.add(actor, params.organisationId, body)
  }

  @Serve(memberRoutes.changeRole)
  changeRole(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof memberRoutes.changeRole>,
  ) {
    return this.desk.changeRole(actor, params, body.role)
  }

  @Serve(memberRoutes.remove)
  remove(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof memberRoutes.remove>) {
    return this.desk.remove(actor, params)
  }

  @Serve(memberRoutes.leave)
  leave(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof memberRoutes.leave>) {
    return this.desk.leave(actor, params.id)
  }
}

@Controller()
export class InvitationController {
  constructor(private readonly invitations: Invitations) {}

  @Serve(invitationRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof invitationRoutes.list>) {
    return this.invitations.list(actor, params.organisationId)
  }

  @Serve(invitationRoutes.create)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof invitationRoutes.create>,
  ) {
    return this.invitations.create(actor, params.organisationId, body)
  }

  @Serve(invitationRoutes.revoke)
  revoke(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof invitationRoutes.revoke>,
  ) {
    return this.invitations.revoke(actor, params.organisationId, params.invitationId)
  }

  @Serve(invitationRoutes.preview)
  preview(@Input() { params, body }: InputOf<typeof invitationRoutes.preview>) {
    return this.invitations.preview(params.id, body.token)
  }

  @Serve(invitationRoutes.accept)
  accept(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof invitationRoutes.accept>,
  ) {
    return this.invitations.accept(actor, params.id, body.token)
  }
}
