import { createHash } from 'node:crypto'
import {
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { Route } from '@weibao/contracts/route'
import { invariant } from '@weibao/kernel'
import type { FastifyReply } from 'fastify'
import { firstValueFrom, from, type Observable } from 'rxjs'
import { z } from 'zod'
import { ROUTE, type ValidatedRequest } from './contract.decorators.js'
import { Idempotency } from './idempotency.js'
import { preparePublic, ReadyAnswer, ReadyAnswers, toPublicAnswer } from './ready-answers.js'
import { refusal } from './refusal.js'
import { currentContext } from './request-context.js'
import { parseInput } from './validation.js'

const nothing = z.strictObject({})

/** Holds each operation to its contract: input parsed, key honoured, output stripped to its schema. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly idempotency: Idempotency,
    private readonly ready: ReadyAnswers,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, execution.getHandler())
    invariant(route, 'a route without a contract')
    const http = execution.switchToHttp()
    return from(this.serve(route, http.getRequest(), http.getResponse(), next))
  }

  private async serve(
    route: Route,
    request: ValidatedRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    request.validated = validate(route, request)
    const key = route.idempotency
      ? this.idempotency.readKey(
          request.headers['idempotency-key'],
          route.idempotency === 'required',
        )
      : null
    const run = async () => {
      const result: unknown = await firstValueFrom(next.handle(), { defaultValue: undefined })
      return route.response ? (route.response.parse(result) as unknown) : result
    }
    const answer = key ? await this.once(key, route, request, reply, run) : await run()
    if (route.cacheSeconds === undefined) return personal(answer, route, reply)
    const made = toPublicAnswer(answer, route.cacheSeconds)
    const sent = preparePublic(made, request, reply)
    const isForAll = route.access === 'public' && request.method === 'GET'
    if (route.readySeconds && isForAll) {
      const ready = new ReadyAnswer(made, reply.getHeaders())
      this.ready.keep(request.url, currentContext()?.locale ?? '', ready, route.readySeconds)
    }
    return sent
  }

  private async once(
    key: string,
    route: Route,
    request: ValidatedRequest,
    reply: FastifyReply,
    run: () => Promise<unknown>,
  ): Promise<unknown> {
    const context = currentContext()
    invariant(context, 'no request context')
    context.idempotencyKey = key
    const owner = ownerOf(request, context.actor?.personId ?? null, context.address)
    const { params, query, body } = request.validated!
    const stored = await this.idempotency.claim(owner, key, [
      route.method,
      route.path,
      params,
      query,
      body,
    ])
    if (stored) {
      void reply.status(stored.status).header('Idempotent-Replayed', 'true')
      return stored.body
    }
    try {
      const answer = await this.idempotency.hold(owner, key, run)
      await this.idempotency.complete(owner, key, { status: reply.statusCode, body: answer })
      return answer
    } catch (error) {
      await this.idempotency.release(owner, key).catch(() => undefined)
      throw error
    }
  }
}

/** Whose key it is: the person's, else the guest's cart cookie's, else the address's. */
function ownerOf(request: ValidatedRequest, personId: string | null, address: string): string {
  if (personId) return `person:${personId}`
  const guest = request.cookies['weibao_guest']
  const mark = guest ? `guest:${guest}` : `address:${address}`
  return `visitor:${createHash('sha256').update(mark).digest('hex').slice(0, 32)}`
}

function validate(
  route: Route,
  request: ValidatedRequest,
): NonNullable<ValidatedRequest['validated']> {
  if (route.consumes !== 'multipart' && request.isMultipart?.())
    throw refusal('request.unsupported-type', { allowed: 'application/json' })
  return {
    params: route.params ? parseInput(route.params, request.params, 'params') : {},
    query: parseInput(route.query ?? nothing, request.query, 'query'),
    body:
      route.body && route.consumes !== 'multipart'
        ? parseInput(route.body, request.body)
        : undefined,
  }
}

function personal(answer: unknown, route: Route, reply: FastifyReply): unknown {
  if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store')
  if (route.produces || answer instanceof StreamableFile || answer === undefined) return answer
  void reply.type('application/json; charset=utf-8')
  return JSON.stringify(answer)
}
