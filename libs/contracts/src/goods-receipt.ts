import { z } from 'zod'
import {
  countSchema,
  fenSchema,
  gramsSchema,
  idSchema,
  instantSchema,
  longTextSchema,
} from './basics.js'

/** What of an order arrived: packages short and damaged are credited, packages over are noted. */

/** Photographs that show what is short or damaged of one line. */
export const MAX_DIFFERENCE_PHOTOS = 6

const packagesSchema = z.int().min(0).max(100_000)

const differenceSchema = z
  .strictObject({
    orderLineId: idSchema,
    /** Packages that are not there. */
    short: packagesSchema.default(0),
    /** Packages that came and cannot be used. */
    damaged: packagesSchema.default(0),
    /** Packages beyond what was ordered: noted, never charged. */
    over: packagesSchema.default(0),
    /** What the kept packages weigh, where somebody put them on the scales. */
    weighedGrams: gramsSchema.nullable().default(null),
    note: longTextSchema(200).default(''),
    /** Uploaded for the order before (`/orders/:id/after-sale-photos`); they go to the case of the difference. */
    photoIds: z.array(idSchema).max(MAX_DIFFERENCE_PHOTOS).default([]),
  })
  .meta({ id: 'ReceiptDifference' })
export type ReceiptDifference = z.output<typeof differenceSchema>

/** Nothing said means that all is there. */
export const acceptanceSchema = z
  .strictObject({
    differences: z
      .array(differenceSchema)
      .max(200)
      .refine((all) => new Set(all.map((each) => each.orderLineId)).size === all.length)
      .default([]),
  })
  .meta({ id: 'Acceptance' })

export const acceptanceQuoteSchema = z
  .object({ goodsFen: fenSchema, freightFen: fenSchema, totalFen: fenSchema })
  .meta({ id: 'AcceptanceQuote' })

const receiptLineSchema = z
  .object({
    orderLineId: idSchema,
    accepted: countSchema,
    short: countSchema,
    damaged: countSchema,
    /** Packages that after-sale cases had taken before the receipt. */
    inCases: countSchema,
    over: countSchema,
    weighedGrams: gramsSchema.nullable(),
    note: z.string(),
    /** Goods and freight of what was short and damaged. */
    creditFen: fenSchema,
  })
  .meta({ id: 'GoodsReceiptLine' })

export const goodsReceiptSchema = z
  .object({
    kind: z.enum(['buyer', 'automatic']),
    receivedAt: instantSchema,
    creditFen: fenSchema,
    /** The cases that carry the credit, settled with the receipt. */
    caseIds: z.array(idSchema),
    /** Empty: received whole. */
    lines: z.array(receiptLineSchema),
  })
  .meta({ id: 'GoodsReceipt' })
