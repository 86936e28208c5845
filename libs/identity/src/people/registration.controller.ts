import { Controller, Req, Res } from '@nestjs/common'
import { registrationRoutes } from '@weibao/contracts/account'
import type { InputOf } from '@weibao/contracts/route'
import { Input, Serve } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SessionCookies } from '../sessions/session-cookies.js'
import { PasswordReset } from './password-reset.service.js'
import { Registration } from './registration.service.js'

@Controller()
export class RegistrationController {
  constructor(
    private readonly registration: Registration,
    private readonly reset: PasswordReset,
    private readonly cookies: SessionCookies,
  ) {}

  @Serve(registrationRoutes.requestCode)
  requestCode(@Input() { body }: InputOf<typeof registrationRoutes.requestCode>) {
    return this.registration.requestCode(body.purpose, body.contact)
  }

  @Serve(registrationRoutes.register)
  async register(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: InputOf<typeof registrationRoutes.register>,
  ) {
    const signedIn = await this.registration.register(body, this.cookies.browserOf(request))
    return this.cookies.welcome(reply, signedIn)
  }

  @Serve(registrationRoutes.resetPassword)
  async resetPassword(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: InputOf<typeof registrationRoutes.resetPassword>,
  ): Promise<void> {
    this.cookies.setDevice(reply, await this.reset.reset(body))
  }
}
