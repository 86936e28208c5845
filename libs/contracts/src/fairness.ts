import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  idSchema,
  localDaySchema,
  monthSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { route } from './route.js'

/** What each cooperative offered, and how much of it was matched and delivered; Jain's index over time. */

const gramsSumSchema = z.int()
const figuresSchema = z.object({
  /** What its lots on sale in the period offered, each once. */
  offeredGrams: countSchema,
  /** Allocations proposed in the period and not given up. */
  matchedGrams: countSchema,
  /** Received in the period, returns taken off. */
  deliveredGrams: gramsSumSchema,
})

const indexOfMonthSchema = z.object({
  month: monthSchema,
  /** 0 to 1; null where no cooperative offered enough to be compared, or none of those delivered anything. */
  index: z.number().nullable(),
  /** Cooperatives compared. */
  cooperatives: countSchema,
})
export type FairnessMonth = z.infer<typeof indexOfMonthSchema>

const seriesSchema = z.object({
  from: monthSchema,
  to: monthSchema,
  index: z.number().nullable(),
  cooperatives: countSchema,
  months: z.array(indexOfMonthSchema),
})

const fairnessBandSchema = z.enum(['upper', 'middle', 'lower'])

const ledgerRowSchema = figuresSchema.extend({ cooperativeId: idSchema, name: bilingualSchema })
export type FairnessRow = z.infer<typeof ledgerRowSchema>

const ledgerSchema = seriesSchema
  .extend({ rows: z.array(ledgerRowSchema) })
  .meta({ id: 'FairnessLedger' })
export type FairnessLedger = z.infer<typeof ledgerSchema>

const ownSchema = seriesSchema
  .extend({
    own: figuresSchema,
    ownMonths: z.array(figuresSchema.extend({ month: monthSchema })),
    /** Which third of the cooperatives compared it is in; null when it is not compared. */
    band: fairnessBandSchema.nullable(),
  })
  .meta({ id: 'OwnFairness' })
export type OwnFairness = z.infer<typeof ownSchema>

const sourceSchema = z.object({
  id: idSchema,
  number: z.string(),
  name: bilingualSchema,
  day: localDaySchema,
  state: z.string(),
  massGrams: gramsSumSchema,
  roundId: idSchema.nullable(),
})
export type FairnessSource = z.infer<typeof sourceSchema>

/** Months, both included; the last twelve when absent, thirty-six at most up to the last. */
const rangeSchema = z.strictObject({
  from: monthSchema.optional(),
  to: monthSchema.optional(),
})
export type FairnessRange = z.output<typeof rangeSchema>

export const fairnessRoutes = {
  index: route({
    method: 'GET',
    path: '/fairness',
    summary: 'The published fairness index of the last twelve months',
    access: 'public',
    response: seriesSchema.meta({ id: 'FairnessIndex' }),
    cacheSeconds: 60,
  }),
  ledger: route({
    method: 'GET',
    path: '/reports/fairness',
    summary:
      'Each cooperative’s matched and delivered share of what it offered, and the index by month',
    access: 'round:read',
    query: rangeSchema,
    response: ledgerSchema,
  }),
  rows: route({
    method: 'GET',
    path: '/reports/fairness/rows',
    summary: 'The lots or allocations behind a figure of a cooperative, newest first',
    access: 'round:read',
    query: pageQuerySchema.extend({
      of: z.enum(['offered', 'matched']),
      cooperativeId: idSchema,
      from: monthSchema,
      to: monthSchema,
    }),
    response: pageSchema(sourceSchema),
  }),
  exportLedger: route({
    method: 'GET',
    path: '/reports/fairness/export',
    summary: 'The ledger by month as a sheet, with rule version, filters and digest',
    access: 'round:read',
    query: rangeSchema.extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    produces: 'file',
    rate: 'heavy',
  }),
  own: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/fairness',
    summary: 'A cooperative’s own figures beside the published index, and the third that it is in',
    access: 'allocation:read',
    params: z.strictObject({ cooperativeId: idSchema }),
    query: rangeSchema,
    response: ownSchema,
  }),
}
