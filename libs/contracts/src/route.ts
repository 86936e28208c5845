import type { z } from 'zod'
import type { Permission } from './permissions.js'
import type { ProblemCode } from './problems.js'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who may call: `public` (anybody), `signed-in` (any session), or an act of the permission matrix.
 * Without it a route does not type-check, and the app does not start.
 */
export type Access = 'public' | 'signed-in' | Permission

/**
 * One operation of the API, declared once: the server's decorator, validation, the OpenAPI document
 * and the typed client all read it. `path` is below `/api`, parameters as `:name`.
 */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly access: Access
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Absent: 204 without a body. */
  readonly response?: z.ZodType
  readonly status?: 200 | 201 | 202 | 204
  /** Refusals beside the usual ones (input, access, limits) that this route gives. */
  readonly problems?: readonly ProblemCode[]
  /** `required` for what touches money or stock: the `Idempotency-Key` header. */
  readonly idempotency?: 'required' | 'accepted'
  /** Class of the rate limit (platform/rate-limits.ts); `standard` when absent. */
  readonly rate?: 'standard' | 'search' | 'checkout' | 'sign-in' | 'heavy' | 'unlimited'
  /** Same bytes for everybody for so many seconds: cached, with an ETag. Public GETs only. */
  readonly cacheSeconds?: number
  /**
   * The bytes are kept ready in each process for so long, and sent before anything else is asked; for up to two
   * seconds more while one request computes the next.
   */
  readonly readySeconds?: number
  /** What comes back when it is not JSON. */
  readonly produces?: 'events' | 'file'
  /** What goes in when it is not JSON: one file field of multipart/form-data, or raw bytes. */
  readonly consumes?: 'multipart' | 'raw'
}

/** Declares a route; keeps the literal types. */
export function route<const R extends Route>(declared: R): R {
  return declared
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined
type Input<T> = T extends z.ZodType ? z.input<T> : undefined

/** What the handler of a route gets: parsed and typed. */
export interface InputOf<R extends Route> {
  readonly params: Output<R['params']>
  readonly query: Output<R['query']>
  readonly body: Output<R['body']>
}

/** What the handler of a route returns. */
export type AnswerOf<R extends Route> = R['response'] extends z.ZodType
  ? z.input<R['response']>
  : void

/** What a caller sends. */
export type RequestOf<R extends Route> = {
  [K in 'params' | 'query' | 'body' as R[K] extends z.ZodType ? K : never]: Input<R[K]>
}

/** What a caller receives. */
export type ResponseOf<R extends Route> = R['response'] extends z.ZodType
  ? z.output<R['response']>
  : undefined
