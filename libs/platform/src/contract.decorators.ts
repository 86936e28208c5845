import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common'
import type { Route } from '@weibao/contracts/route'
import type { FastifyRequest } from 'fastify'
import { invariant } from '@weibao/kernel'
import type { Actor } from './actor.js'
import { currentContext } from './request-context.js'

export const ROUTE = Symbol('weibao:route')

/** Serves a route of the contracts: path, method, access, schemas and limits all come from it. */
export function Serve(route: Route): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
    HttpCode(route.status ?? (route.response || route.produces ? 200 : 204)),
    SetMetadata(ROUTE, route),
  )
}

export interface ValidatedRequest extends FastifyRequest {
  validated?: { params: unknown; query: unknown; body: unknown }
}

/** The parsed `params`, `query` and `body` of the route: `InputOf<typeof route>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { validated } = context.switchToHttp().getRequest<ValidatedRequest>()
  invariant(validated, 'Input() outside of a contract route')
  return validated
})

/** Who calls. The route must not be public. */
export const CurrentActor = createParamDecorator((): Actor => {
  const actor = currentContext()?.actor
  invariant(actor, 'CurrentActor() on a public route')
  return actor
})

/** Who calls, or null: for public routes that know their visitor. */
export const Visitor = createParamDecorator((): Actor | null => currentContext()?.actor ?? null)
