import { Injectable } from '@nestjs/common'
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core'
import type { Route } from '@weibao/contracts/route'
import { InvariantError } from '@weibao/kernel'
import { ROUTE } from './contract.decorators.js'

/** Nest marks every handler of a route with this key, ours and any other. */
const NEST_PATH = 'path'

/** All routes that the application serves. */
@Injectable()
export class RoutesRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Throws, so that the application does not start, when a handler has no contract, or two share one. */
  all(): Route[] {
    const routes: Route[] = []
    for (const { instance, metatype } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name]!
        if (Reflect.getMetadata(NEST_PATH, handler) === undefined) continue
        const route = this.reflector.get<Route | undefined>(ROUTE, handler)
        if (!route?.access)
          throw new InvariantError(
            `${metatype?.name ?? '?'}.${name} is a route without an access declaration`,
          )
        routes.push(route)
      }
    }
    refuseTwins(routes)
    return routes
  }
}

function refuseTwins(routes: readonly Route[]): void {
  const seen = new Set<string>()
  for (const { method, path } of routes) {
    const key = `${method} ${path.replace(/:\w+/g, ':')}`
    if (seen.has(key)) throw new InvariantError(`two handlers for ${key}`)
    seen.add(key)
  }
}
