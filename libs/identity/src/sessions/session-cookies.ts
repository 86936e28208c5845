import type {} from '@fastify/cookie'
import { Injectable } from '@nestjs/common'
import type { Session } from '@weibao/contracts/session'
import { sessionCookieName } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { IdentityConfig } from '../identity-config.js'
import { sessionTimes } from './session.rules.js'
import type { Browser, SignedIn } from './welcome.service.js'

const DEVICE_SECONDS = 365 * 24 * 3600

/** The cookies of a browser: the session's token, and the mark of a device that signed in before. */
@Injectable()
export class SessionCookies {
  private readonly isSecure: boolean
  private readonly session: string
  private readonly device: string

  constructor(config: IdentityConfig) {
    this.isSecure = config.publicOrigin.startsWith('https:')
    this.session = sessionCookieName(config)
    this.device = this.isSecure ? '__Host-weibao_device' : 'weibao_device'
  }

  tokenOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.session]
  }

  browserOf(request: FastifyRequest): Browser {
    return {
      token: this.tokenOf(request),
      device: request.cookies[this.device],
      userAgent: request.headers['user-agent'],
    }
  }

  /** Gives the browser its session, and the mark that it was here. */
  welcome(reply: FastifyReply, { token, device, session }: SignedIn): Session {
    this.setToken(reply, token)
    this.setDevice(reply, device)
    return session
  }

  setDevice(reply: FastifyReply, mark: string): void {
    this.set(reply, this.device, mark, DEVICE_SECONDS)
  }

  setToken(reply: FastifyReply, token: string): void {
    this.set(reply, this.session, token, sessionTimes.shopper.absolute / 1000)
  }

  clear(reply: FastifyReply): void {
    this.set(reply, this.session, '', 0)
  }

  private set(reply: FastifyReply, name: string, value: string, maxAge: number): void {
    void reply.setCookie(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.isSecure,
      maxAge,
    })
  }
}
