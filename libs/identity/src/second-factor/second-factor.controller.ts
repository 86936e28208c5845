import { Controller, Req, Res } from '@nestjs/common'
import { secondFactorRoutes } from '@weibao/contracts/second-factor'
import type { InputOf } from '@weibao/contracts/route'
import { sessionRoutes } from '@weibao/contracts/session'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SessionCookies } from '../sessions/session-cookies.js'
import { Sessions } from '../sessions/sessions.service.js'
import { SecondFactorDesk } from './second-factor-desk.service.js'

@Controller()
export class SecondFactorController {
  constructor(
    private readonly desk: SecondFactorDesk,
    private readonly sessions: Sessions,
    private readonly cookies: SessionCookies,
  ) {}

  @Serve(sessionRoutes.proveSecondFactor)
  async prove(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: InputOf<typeof sessionRoutes.proveSecondFactor>,
  ) {
    const proved = await this.desk.proveSession(this.cookies.tokenOf(request), body.code)
    this.cookies.setToken(reply, proved.token)
    return this.sessions.view(proved.sessionId)
  }

  @Serve(secondFactorRoutes.offer)
  offer(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof secondFactorRoutes.offer>) {
    return this.desk.offer(actor, body.password)
  }

  @Serve(secondFactorRoutes.confirm)
  async confirm(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: InputOf<typeof secondFactorRoutes.confirm>,
  ) {
    const { token, recoveryCodes } = await this.desk.confirm(actor, body.code)
    this.cookies.setToken(reply, token)
    return { recoveryCodes }
  }

  @Serve(secondFactorRoutes.renewRecoveryCodes)
  async renewRecoveryCodes(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof secondFactorRoutes.renewRecoveryCodes>,
  ) {
    return {
      recoveryCodes: await this.desk.renewRecoveryCodes(actor, body.password, body.code),
    }
  }

  @Serve(secondFactorRoutes.remove)
  remove(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof secondFactorRoutes.remove>,
  ) {
    return this.desk.remove(actor, body.password, body.code)
  }
}
