import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { Route } from '@weibao/contracts/route'
import { invariant } from '@weibao/kernel'
import type { FastifyRequest } from 'fastify'
import { Authenticator, type Actor } from './actor.js'
import { ROUTE } from './contract.decorators.js'
import { KnownCallers } from './known-callers.js'
import { PlatformConfig } from './platform-config.js'
import { RateLimits } from './rate-limits.js'
import { refusal } from './refusal.js'
import { currentContext, type RequestContext } from './request-context.js'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The one door of the API: origin, who calls, how often, and whether they may. Closed by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly known = new KnownCallers()

  constructor(
    private readonly reflector: Reflector,
    private readonly config: PlatformConfig,
    private readonly authenticator: Authenticator,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(ROUTE, execution.getHandler())
    invariant(route, 'a route without an access declaration')
    const request = execution.switchToHttp().getRequest<FastifyRequest>()
    const context = currentContext()
    invariant(context, 'no request context')
    if (!SAFE.has(request.method)) this.refuseForeignOrigin(request)

    context.actor = await this.whoCalls(route.rate ?? 'standard', request, context)
    if (route.access === 'public') return true
    if (!context.actor) throw refusal('access.sign-in-needed')
    if (route.access !== 'signed-in') context.actor.mustBeAllowed(route.access)
    return true
  }

  /** Asks who calls and counts the use, both at once where the caller is known: refuses what is too often. */
  private async whoCalls(
    rate: NonNullable<Route['rate']>,
    request: FastifyRequest,
    { locale, address }: Pick<RequestContext, 'locale' | 'address'>,
  ): Promise<Actor | null> {
    const { cookie = '', authorization } = request.headers
    const credentials = `${cookie}\n${authorization ?? ''}`
    const guess = this.known.find(credentials)
    const counting = guess === null ? null : this.limits.mustBeWithin(rate, guess)
    // Its refusal counts once it is known that the guess was right.
    counting?.catch(() => undefined)
    const actor = await this.authenticator.authenticate({
      cookies: request.cookies,
      authorization,
      locale,
    })
    this.known.learn(credentials, actor?.personId ?? null)
    const caller = actor?.personId ?? address
    await (caller === guess ? counting : this.limits.mustBeWithin(rate, caller))
    return actor
  }

  /** Browsers name the origin of every write; a write from another site is refused. */
  private refuseForeignOrigin(request: FastifyRequest): void {
    const { origin, 'sec-fetch-site': site } = request.headers
    const isForeign =
      origin !== undefined &&
      origin !== this.config.publicOrigin &&
      !this.isOwnHost(origin, request)
    if (isForeign || site === 'cross-site') throw refusal('request.foreign-origin')
  }

  /** In development the same server answers under several names (localhost, 127.0.0.1). */
  private isOwnHost(origin: string, request: FastifyRequest): boolean {
    return !this.config.isProduction && origin === `http://${request.headers.host ?? ''}`
  }
}
