import { Controller, Res } from '@nestjs/common'
import { accountRoutes } from '@weibao/contracts/account'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { Erasure } from '../personal-data/erasure.service.js'
import { PersonalDataDesk } from '../personal-data/personal-data-desk.service.js'
import { SessionCookies } from '../sessions/session-cookies.js'
import { SessionDesk } from '../sessions/session-desk.service.js'
import { AccountDesk, PasswordChange } from './account.service.js'
import { ContactChange } from './contact-change.service.js'

@Controller()
export class AccountController {
  constructor(
    private readonly desk: AccountDesk,
    private readonly password: PasswordChange,
    private readonly contacts: ContactChange,
    private readonly sessions: SessionDesk,
    private readonly cookies: SessionCookies,
  ) {}

  @Serve(accountRoutes.get)
  get(@CurrentActor() actor: Actor) {
    return this.desk.view(actor.personId)
  }

  @Serve(accountRoutes.edit)
  edit(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof accountRoutes.edit>) {
    return this.desk.edit(actor, body)
  }

  @Serve(accountRoutes.consent)
  consent(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof accountRoutes.consent>) {
    return this.desk.consent(actor, body)
  }

  @Serve(accountRoutes.changePassword)
  async changePassword(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: InputOf<typeof accountRoutes.changePassword>,
  ): Promise<void> {
    const { token, device } = await this.password.change(actor, body)
    this.cookies.setToken(reply, token)
    this.cookies.setDevice(reply, device)
  }

  @Serve(accountRoutes.changeContact)
  changeContact(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof accountRoutes.changeContact>,
  ) {
    return this.contacts.begin(actor, body.contact, body.password)
  }

  @Serve(accountRoutes.confirmContact)
  async confirmContact(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof accountRoutes.confirmContact>,
  ) {
    await this.contacts.confirm(actor, params.id, body.code)
    return this.desk.view(actor.personId)
  }

  @Serve(accountRoutes.removeContact)
  async removeContact(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof accountRoutes.removeContact>,
  ) {
    await this.contacts.remove(actor, body.channel, body.password)
    return this.desk.view(actor.personId)
  }

  @Serve(accountRoutes.listSessions)
  listSessions(@CurrentActor() actor: Actor) {
    return this.sessions.list(actor)
  }

  @Serve(accountRoutes.endSession)
  endSession(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof accountRoutes.endSession>,
  ) {
    return this.sessions.end(actor, params.id)
  }

  @Serve(accountRoutes.endAllSessions)
  async endAllSessions(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(actor)
    this.cookies.clear(reply)
  }
}

/** What the law gives a person: their data, and its end. */
@Controller()
export class PersonalDataController {
  constructor(
    private readonly data: PersonalDataDesk,
    private readonly erasure: Erasure,
    private readonly cookies: SessionCookies,
  ) {}

  @Serve(accountRoutes.exportData)
  exportData(@CurrentActor() actor: Actor) {
    return this.data.export(actor)
  }

  @Serve(accountRoutes.erase)
  async erase(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: InputOf<typeof accountRoutes.erase>,
  ): Promise<void> {
    await this.erasure.erase(actor, body.password)
    this.cookies.clear(reply)
  }
}
