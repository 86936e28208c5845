import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  idSchema,
  localDaySchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { quotaSchema } from './quota.js'
import { route } from './route.js'

/** How far a buyer's money of a year has come on its way to its quota; each figure opens to its rows. */

export const cockpitStageSchema = z.enum([
  'demanded',
  'matched',
  'ordered',
  'received',
  'confirmed',
])
export type CockpitStage = z.infer<typeof cockpitStageSchema>

const sumSchema = z.int()

const stageSchema = z.object({
  /** Goods that count; of demands what they could cost at most, freight included. */
  amountFen: sumSchema,
  /** Goods that do not count: shown, never added. */
  outsideFen: sumSchema,
  freightFen: sumSchema,
  massGrams: sumSchema,
  rows: countSchema,
})
export type CockpitFigures = z.infer<typeof stageSchema>

const forecastSchema = z.object({
  expectedFen: sumSchema,
  /** By the errors of the same forecast in the past; null while there are none. */
  range: z.object({ lowFen: sumSchema, highFen: sumSchema }).nullable(),
})

const cockpitLineSchema = z.object({
  /** Null: bought without a budget line. */
  budgetLine: z
    .object({
      id: idSchema,
      kind: z.enum(['canteen', 'trade-union', 'other']),
      name: z.string(),
      ceilingFen: fenSchema.nullable(),
    })
    .nullable(),
  quota: quotaSchema.pick({ id: true, state: true, minimumFen: true }).nullable(),
  /** One after another, of the same goods: never added. */
  stages: z.object({
    demanded: stageSchema,
    matched: stageSchema,
    ordered: stageSchema,
    received: stageSchema,
    confirmed: stageSchema,
  }),
  /** What of the quota is neither matched nor ordered. */
  gapFen: fenSchema,
  /** Confirmed at the end of the year; null for other years than this. */
  forecast: forecastSchema.nullable(),
})
export type CockpitLine = z.infer<typeof cockpitLineSchema>

const cockpitSchema = z
  .object({
    year: z.int(),
    /** Years that have a budget line, latest first. */
    years: z.array(z.int()),
    forecastTo: localDaySchema,
    lines: z.array(cockpitLineSchema),
  })
  .meta({ id: 'QuotaCockpit' })
export type QuotaCockpit = z.infer<typeof cockpitSchema>

const cockpitRowSchema = z
  .object({
    id: idSchema,
    /** Of the demand, the allocation or the order. */
    number: z.string(),
    day: localDaySchema,
    state: z.string(),
    name: bilingualSchema,
    cooperativeName: bilingualSchema.nullable(),
    amountFen: sumSchema,
    freightFen: sumSchema,
    massGrams: sumSchema,
    counted: z.boolean(),
    /** What it became, or belongs to. */
    orderId: idSchema.nullable(),
    demandId: idSchema.nullable(),
  })
  .meta({ id: 'QuotaCockpitRow' })
export type CockpitRow = z.infer<typeof cockpitRowSchema>

const basketItemSchema = z.object({
  productId: idSchema,
  productName: bilingualSchema,
  productSlug: z.string(),
  categoryCode: z.string(),
  categoryName: bilingualSchema,
  cooperativeId: idSchema,
  cooperativeName: bilingualSchema,
  packs: countSchema,
  packGrams: countSchema,
  massGrams: countSchema,
  priceFen: fenSchema,
  goodsFen: fenSchema,
  /** Price and freight of a kilogram at the door in Baoshan: what a demand's ceiling begins with. */
  landedFenPerKg: fenSchema,
})
export type BasketItem = z.infer<typeof basketItemSchema>

const basketSchema = z
  .object({
    budgetLineId: idSchema,
    gapFen: fenSchema,
    totalFen: fenSchema,
    items: z.array(basketItemSchema),
  })
  .meta({ id: 'QuotaBasket' })
export type QuotaBasket = z.infer<typeof basketSchema>

const yearSchema = z.coerce.number().int().min(2020).max(2100)
const buyerParamsSchema = z.strictObject({ buyerId: idSchema })

export const quotaCockpitRoutes = {
  get: route({
    method: 'GET',
    path: '/buyers/:buyerId/quota-cockpit',
    summary:
      'Quota and budget of a year beside what was demanded, matched, ordered, received, confirmed',
    access: 'demand:read',
    params: buyerParamsSchema,
    query: z.strictObject({ year: yearSchema.optional() }),
    response: cockpitSchema,
  }),
  rows: route({
    method: 'GET',
    path: '/buyers/:buyerId/quota-cockpit/rows',
    summary: 'The demand lines, allocations or volume entries behind a figure, newest first',
    access: 'demand:read',
    params: buyerParamsSchema,
    query: pageQuerySchema.extend({
      year: yearSchema,
      stage: cockpitStageSchema,
      /** Absent: what was bought without a budget line. */
      budgetLineId: idSchema.optional(),
    }),
    response: pageSchema(cockpitRowSchema),
  }),
  basket: route({
    method: 'GET',
    path: '/buyers/:buyerId/budget-lines/:budgetLineId/basket',
    summary: 'Recognised goods in season and still left that would close the gap to the quota',
    access: 'demand:read',
    params: z.strictObject({ buyerId: idSchema, budgetLineId: idSchema }),
    response: basketSchema,
    problems: ['object.not-found'],
  }),
}
