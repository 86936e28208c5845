import { z } from 'zod'
import {
  bilingualSchema,
  fenSchema,
  idSchema,
  instantSchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { route } from './route.js'

/** The least that a buyer files to spend on assistance products from a budget line in its year. */

export const quotaArrangementSchema = z
  .enum(['own-canteen', 'shared', 'outsourced', 'none'])
  .meta({ id: 'QuotaArrangement' })
export type QuotaArrangement = z.infer<typeof quotaArrangementSchema>

export const quotaStateSchema = z.enum(['filed', 'checked', 'returned']).meta({ id: 'QuotaState' })
export type QuotaState = z.infer<typeof quotaStateSchema>

const quotaBudgetLineSchema = z.object({
  id: idSchema,
  year: z.int(),
  kind: z.enum(['canteen', 'trade-union', 'other']),
  name: z.string(),
})

export const quotaSchema = z
  .object({
    id: idSchema,
    buyer: z.object({ id: idSchema, name: bilingualSchema }),
    budgetLine: quotaBudgetLineSchema,
    arrangement: quotaArrangementSchema,
    minimumFen: fenSchema,
    /** Other units whose quota this one files too. */
    sharedWith: z.array(z.string()),
    contractor: z.string().nullable(),
    state: quotaStateSchema,
    returnReason: z.string().nullable(),
    filedAt: instantSchema,
    decidedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Quota' })
export type QuotaView = z.infer<typeof quotaSchema>

/** Exactly what belongs to the arrangement: a sharer names the others, an outsourcer the contractor. */
export const fileQuotaSchema = z
  .strictObject({
    arrangement: quotaArrangementSchema,
    minimumFen: z.int().min(0).max(1_000_000_000_000),
    sharedWith: z.array(textSchema(60, 2)).max(50).default([]),
    contractor: textSchema(60, 2).nullable().default(null),
  })
  .refine(({ arrangement, minimumFen }) => (arrangement === 'none') === (minimumFen === 0), {
    path: ['minimumFen'],
    params: { code: 'field.invalid' },
  })
  .refine(({ arrangement, sharedWith }) => (arrangement === 'shared') === sharedWith.length > 0, {
    path: ['sharedWith'],
    params: { code: 'field.invalid' },
  })
  .refine(
    ({ arrangement, contractor }) => (arrangement === 'outsourced') === (contractor !== null),
    { path: ['contractor'], params: { code: 'field.invalid' } },
  )
  .meta({ id: 'FileQuota' })
export type FileQuotaBody = z.output<typeof fileQuotaSchema>

const decisionParamsSchema = z.strictObject({ id: idSchema })
/** Which filing was read: what was filed since is not decided on. */
const decisionSchema = z.strictObject({ filedAt: instantSchema })
const decisionProblems = [
  'object.not-found',
  'lifecycle.move-not-allowed',
  'quota.own-filing',
  'quota.filed-meanwhile',
] as const

export const quotaRoutes = {
  listOfBuyer: route({
    method: 'GET',
    path: '/buyers/:buyerId/quotas',
    summary: 'A buyer’s quotas, latest year first',
    access: 'demand:read',
    params: z.strictObject({ buyerId: idSchema }),
    query: pageQuerySchema,
    response: pageSchema(quotaSchema),
  }),
  file: route({
    method: 'PUT',
    path: '/buyers/:buyerId/budget-lines/:budgetLineId/quota',
    summary: 'Files a budget line’s quota, or files it again until it is checked',
    access: 'quota:file',
    idempotency: 'required',
    params: z.strictObject({ buyerId: idSchema, budgetLineId: idSchema }),
    body: fileQuotaSchema,
    response: quotaSchema,
    problems: ['object.not-found', 'lifecycle.move-not-allowed', 'quota.above-ceiling'],
  }),
  list: route({
    method: 'GET',
    path: '/quotas',
    summary: 'All quotas, latest first',
    access: 'quota:check',
    query: pageQuerySchema.extend({ state: quotaStateSchema.optional() }),
    response: pageSchema(quotaSchema),
  }),
  check: route({
    method: 'POST',
    path: '/quotas/:id/check',
    summary: 'Confirms that a filed quota is in order',
    access: 'quota:check',
    idempotency: 'required',
    params: decisionParamsSchema,
    body: decisionSchema,
    response: quotaSchema,
    problems: decisionProblems,
  }),
  giveBack: route({
    method: 'POST',
    path: '/quotas/:id/return',
    summary: 'Gives a filed quota back with a reason, to be filed again',
    access: 'quota:check',
    idempotency: 'required',
    params: decisionParamsSchema,
    body: decisionSchema.extend({ reason: longTextSchema(300, 4) }),
    response: quotaSchema,
    problems: decisionProblems,
  }),
}
