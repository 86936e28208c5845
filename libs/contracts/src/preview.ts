import { z } from 'zod'
import { flipSchema, ticketReasonSchema } from './allocation.js'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  idSchema,
  instantSchema,
  localDaySchema,
} from './basics.js'
import { wantedLineSchema } from './demand.js'
import { route } from './route.js'

/** What a demand would get if it were opened now, while it is still being written. */

const previewPartSchema = z.object({
  lotId: idSchema,
  lotCode: z.string(),
  productName: bilingualSchema,
  cooperativeId: idSchema,
  cooperativeName: bilingualSchema,
  packages: countSchema,
  massGrams: countSchema,
  unitPriceFen: fenSchema,
  goodsFen: fenSchema,
  freightFen: fenSchema,
  leavesOn: localDaySchema,
  arrivesOn: localDaySchema,
})

const previewLineSchema = z
  .object({
    reason: ticketReasonSchema,
    /** False: working it out was cut short; so much there is for the line, and perhaps more. */
    isExact: z.boolean(),
    wantedGrams: countSchema,
    matchedGrams: countSchema,
    lotsOfGoods: countSchema,
    /** Goods and freight of what is matched, a kilogram, rounded up; null: nothing is. */
    landedFenPerKg: fenSchema.nullable(),
    cooperativeCount: countSchema,
    parts: z.array(previewPartSchema),
    flip: flipSchema.nullable(),
  })
  .meta({ id: 'DemandPreviewLine' })
export type DemandPreviewLine = z.infer<typeof previewLineSchema>

export const demandPreviewSchema = z
  .object({
    /** `warming`: the market is being read. `unavailable`: nobody answers; the next round will. */
    state: z.enum(['ready', 'warming', 'unavailable']),
    /** When the market that the answer is by was last known to be the present one; null unless ready. */
    asOf: instantSchema.nullable(),
    /** One a line asked, in order; empty unless ready. */
    lines: z.array(previewLineSchema),
  })
  .meta({ id: 'DemandPreview' })
export type DemandPreview = z.infer<typeof demandPreviewSchema>

const askPreviewSchema = z
  .strictObject({
    deliveryPointId: idSchema.nullable().default(null),
    budgetLineId: idSchema.nullable().default(null),
    lines: z.array(wantedLineSchema).min(1).max(100),
  })
  .meta({ id: 'AskDemandPreview' })
export type AskPreviewBody = z.output<typeof askPreviewSchema>

export const previewRoutes = {
  ask: route({
    method: 'POST',
    path: '/buyers/:buyerId/demand-previews',
    summary: 'What a demand would get if it were opened now; changes nothing',
    access: 'demand:manage',
    params: z.strictObject({ buyerId: idSchema }),
    body: askPreviewSchema,
    response: demandPreviewSchema,
    rate: 'search',
    problems: ['object.not-found'],
  }),
}
