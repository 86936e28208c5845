import { Controller, Req, Res } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { sessionRoutes } from '@weibao/contracts/session'
import { Input, Serve } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SessionCookies } from './session-cookies.js'
import { Sessions, anonymous } from './sessions.service.js'
import { SignIn } from './sign-in.service.js'

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signing: SignIn,
    private readonly cookies: SessionCookies,
  ) {}

  @Serve(sessionRoutes.get)
  async get(@Req() request: FastifyRequest) {
    const session = await this.sessions.find(this.cookies.tokenOf(request))
    return session ? this.sessions.toView(session) : anonymous
  }

  @Serve(sessionRoutes.signIn)
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: InputOf<typeof sessionRoutes.signIn>,
  ) {
    const signedIn = await this.signing.signIn(body, this.cookies.browserOf(request))
    return this.cookies.welcome(reply, signedIn)
  }

  @Serve(sessionRoutes.signOut)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(this.cookies.tokenOf(request))
    this.cookies.clear(reply)
  }
}
