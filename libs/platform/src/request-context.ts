import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from '@weibao/contracts/basics'
import type { Actor } from './actor.js'

/** What is known of the request being served. Absent in the worker. */
export interface RequestContext {
  readonly requestId: string
  readonly locale: Locale
  /** The caller's address as the socket, or the trusted proxy, says. */
  readonly address: string
  actor: Actor | null
  /** The caller's Idempotency-Key, where one was sent. */
  idempotencyKey: string | null
}

const storage = new AsyncLocalStorage<RequestContext>()

export function withContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work)
}

/** The context of the request being served, or null outside of one. */
export function currentContext(): RequestContext | null {
  return storage.getStore() ?? null
}
