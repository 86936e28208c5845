import type { z } from 'zod'
import type { Source } from './listing.js'
import type { KnownParameters } from './parameter.schema.js'
import { retrieveSchema } from './resource.schema.js'
import type { Sandbox } from './sandbox.js'
import type { Kind, Kinds } from './store.js'
import { noSuch } from './stripe.errors.js'
import type { WebhookDispatcher } from './webhook-dispatcher.js'

export interface ApiContext {
  readonly box: Sandbox
  readonly webhooks: WebhookDispatcher
  readonly id: string
}

export interface Endpoint<T extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly schema: T
  readonly known?: KnownParameters
  answer(context: ApiContext, input: z.output<T>): object
}

const NAMES: Readonly<Partial<Record<Kind, string>>> = {
  session: 'checkout.session',
  intent: 'payment_intent',
  balanceTransaction: 'balance_transaction',
  paymentMethod: 'payment_method',
}

/** Finds an object or refuses in Stripe's words. */
export function fetchObject<K extends Kind>(box: Sandbox, kind: K, id: string): Kinds[K] {
  const found = box.store.find(kind, id)
  if (found === undefined)
    throw noSuch(NAMES[kind] ?? kind, id, kind === 'intent' ? 'intent' : 'id')
  return found
}

/** All of a kind, ready to be paged. */
export function sourceOf<K extends Kind>(box: Sandbox, kind: K, url: string): Source<Kinds[K]> {
  return {
    name: NAMES[kind] ?? kind,
    url,
    has: (id) => box.store.has(kind, id),
    from: (after) => box.store.newestFirst(kind, after),
  }
}

/** Keeps the type of the parameters known inside each answer. */
export function endpoint<T extends z.ZodType>(one: Endpoint<T>): Endpoint {
  return one as unknown as Endpoint
}

/** `GET …/:id` of a kind. */
export const retrieve = (path: string, kind: Kind): Endpoint =>
  endpoint({
    method: 'GET',
    path: `${path}/:id`,
    schema: retrieveSchema,
    answer: ({ box, id }) => fetchObject(box, kind, id),
  })
