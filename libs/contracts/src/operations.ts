import { z } from 'zod'
import {
  countSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { route } from './route.js'

/** Health, live updates, and what an operator sees of the machinery. */

const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded', 'unavailable']),
    checks: z.record(z.string(), z.enum(['ok', 'degraded', 'unavailable'])),
  })
  .meta({ id: 'Health' })

const outboxEntrySchema = z
  .object({
    id: idSchema,
    kind: z.string(),
    subscriber: z.string(),
    state: z.enum(['waiting', 'done', 'dead']),
    attempts: countSchema,
    createdAt: instantSchema,
    availableAt: instantSchema,
    lastError: z.string().nullable(),
  })
  .meta({ id: 'OutboxEntry' })
export type OutboxEntryView = z.infer<typeof outboxEntrySchema>

const jobSchema = z
  .object({
    name: z.string(),
    everySeconds: z.int(),
    nextRunAt: instantSchema,
    lastRunAt: instantSchema.nullable(),
    lastMillis: z.int().nullable(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Job' })
export type JobView = z.infer<typeof jobSchema>

export const operationsRoutes = {
  live: route({
    method: 'GET',
    path: '/health/live',
    summary: 'The process turns',
    access: 'public',
    rate: 'unlimited',
    response: healthSchema,
  }),
  ready: route({
    method: 'GET',
    path: '/health/ready',
    summary: 'The process can serve: database reachable and migrated',
    access: 'public',
    rate: 'unlimited',
    response: healthSchema,
    problems: ['service.busy'],
  }),
  metrics: route({
    method: 'GET',
    path: '/metrics',
    summary: 'Prometheus metrics; from this machine, or with the metrics token',
    access: 'public',
    rate: 'unlimited',
    produces: 'file',
    problems: ['object.not-found'],
  }),
  openapi: route({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This document',
    access: 'public',
    cacheSeconds: 60,
    response: z.record(z.string(), z.unknown()),
  }),
  events: route({
    method: 'GET',
    path: '/events',
    summary: 'Live changes that concern the caller, as server-sent events',
    access: 'live:follow',
    produces: 'events',
  }),
  listOutbox: route({
    method: 'GET',
    path: '/operations/outbox',
    summary: 'Outbox entries by state; dead ones wait for an operator',
    access: 'operations:read',
    query: pageQuerySchema.extend({ state: z.enum(['waiting', 'done', 'dead']).default('dead') }),
    response: pageSchema(outboxEntrySchema),
  }),
  rerunOutbox: route({
    method: 'POST',
    path: '/operations/outbox/:id/rerun',
    summary: 'Puts a dead entry back in line',
    access: 'operations:act',
    params: idParamsSchema,
    response: outboxEntrySchema,
    problems: ['object.not-found'],
  }),
  listJobs: route({
    method: 'GET',
    path: '/operations/jobs',
    summary: 'Scheduled jobs and how their last run went',
    access: 'operations:read',
    response: z.object({ items: z.array(jobSchema) }),
  }),
}
