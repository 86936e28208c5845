import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  flagSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  monthSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { route } from './route.js'
import {
  buyerKindSchema,
  evidenceGradeSchema,
  periodStateSchema,
  purchaseKindSchema,
  scopeReasonSchema,
  volumeKindSchema,
  volumeStageSchema,
} from './volume.js'

/** Reports over the journals. Every figure opens to its rows by the same filter. */

const sumSchema = z.int()
const codeSchema = z.string().min(1).max(80)

/** What a figure is of. Months are inclusive; absent parts do not narrow. */
export const volumeFilterSchema = z.strictObject({
  stage: volumeStageSchema.default('confirmed'),
  from: monthSchema.optional(),
  to: monthSchema.optional(),
  counted: flagSchema.optional(),
  kind: volumeKindSchema.optional(),
  channel: codeSchema.optional(),
  purchaseKind: purchaseKindSchema.optional(),
  cooperativeId: idSchema.optional(),
  productId: idSchema.optional(),
  township: codeSchema.optional(),
  category: codeSchema.optional(),
  /** Code of a subdistrict of Baoshan, or `none`. */
  subdistrict: codeSchema.optional(),
  buyerKind: buyerKindSchema.optional(),
  attribution: codeSchema.optional(),
  orderId: idSchema.optional(),
})
export type VolumeFilter = z.output<typeof volumeFilterSchema>

const figuresSchema = z
  .object({
    /** Goods value that counts, refunds and adjustments in it. */
    goodsFen: sumSchema,
    /** Goods value outside of the scope: shown, never added. */
    outsideFen: sumSchema,
    freightFen: sumSchema,
    packingFen: sumSchema,
    subsidyFen: sumSchema,
    massGrams: sumSchema,
    entries: countSchema,
  })
  .meta({ id: 'VolumeFigures' })
export type VolumeFigures = z.infer<typeof figuresSchema>

/** Kept apart; no sum of them means anything. */
const stagesSchema = z.object({
  intended: figuresSchema,
  ordered: figuresSchema,
  received: figuresSchema,
  confirmed: figuresSchema,
})

const overviewSchema = z
  .object({
    from: monthSchema,
    to: monthSchema,
    months: z.array(
      z.object({
        month: monthSchema,
        state: periodStateSchema,
        stages: stagesSchema,
        reconciliation: z.object({
          /** Confirmed goods of platform orders, in scope or not, adjustments aside. */
          confirmedFen: sumSchema,
          /** What the ledger says was paid for those goods. */
          ledgerFen: sumSchema,
          differenceFen: sumSchema,
        }),
      }),
    ),
    totals: stagesSchema,
    /** Versions of the counting rules that the entries were judged by; 0 is the built-in one. */
    ruleVersions: z.array(z.int()),
  })
  .meta({ id: 'VolumeOverview' })
export type VolumeOverview = z.infer<typeof overviewSchema>

export const breakdownBySchema = z.enum([
  'month',
  'channel',
  'cooperative',
  'township',
  'category',
  'subdistrict',
  'buyer-kind',
  'purchase-kind',
  'product',
])
export type BreakdownBy = z.infer<typeof breakdownBySchema>

const breakdownSchema = z
  .object({
    by: breakdownBySchema,
    items: z.array(
      figuresSchema.extend({
        /** Value of the filter that opens these rows. */
        key: z.string(),
        /** Null where the key is a code that other lists name. */
        label: bilingualSchema.nullable(),
      }),
    ),
    total: figuresSchema,
  })
  .meta({ id: 'VolumeBreakdown' })
export type VolumeBreakdown = z.infer<typeof breakdownSchema>

/** The attribution of an entry whose unit is not for who reads. */
export const SHARED = 'shared'

export const volumeRowSchema = z
  .object({
    id: idSchema,
    stage: volumeStageSchema,
    kind: volumeKindSchema,
    orderId: idSchema.nullable(),
    orderNumber: z.string().nullable(),
    orderLineId: idSchema.nullable(),
    correctsId: idSchema.nullable(),
    cooperativeId: idSchema,
    cooperativeName: bilingualSchema,
    productId: idSchema,
    productName: bilingualSchema,
    township: z.string(),
    category: z.string(),
    buyerKind: buyerKindSchema,
    /** Null for a person, and where the buyer is not for who reads. */
    buyerOrganisationId: idSchema.nullable(),
    subdistrictCode: z.string().nullable(),
    channel: z.string(),
    purchaseKind: purchaseKindSchema,
    /** Id of an organisation, code of a subdistrict, `retail`, or `shared` where the unit is not for who reads. */
    attribution: z.string(),
    /** Short name of the organisation; null: a code that other lists name. */
    attributionName: bilingualSchema.nullable(),
    evidenceGrade: evidenceGradeSchema,
    goodsFen: sumSchema,
    freightFen: sumSchema,
    packingFen: sumSchema,
    subsidyFen: sumSchema,
    quantity: z.int(),
    massGrams: sumSchema,
    counted: z.boolean(),
    scopeReasons: z.array(scopeReasonSchema),
    ruleVersion: z.int(),
    occurredAt: instantSchema,
    day: localDaySchema,
    period: monthSchema,
    refundId: idSchema.nullable(),
    reason: z.string(),
    authorId: idSchema.nullable(),
    approverId: idSchema.nullable(),
  })
  .meta({ id: 'VolumeRow' })
export type VolumeRow = z.infer<typeof volumeRowSchema>

const mismatchSchema = z.object({
  orderLineId: idSchema,
  orderNumber: z.string().nullable(),
  confirmedFen: sumSchema,
  ledgerFen: sumSchema,
})

export const reportRoutes = {
  overview: route({
    method: 'GET',
    path: '/reports/volume',
    summary: 'The four stages by month with totals, and the ledger beside the confirmed volume',
    access: 'volume:read',
    query: z.strictObject({ from: monthSchema.optional(), to: monthSchema.optional() }),
    response: overviewSchema,
  }),
  breakdown: route({
    method: 'GET',
    path: '/reports/volume/breakdown',
    summary:
      'One stage split by month, channel, cooperative, township, category, subdistrict or buyer',
    access: 'volume:read',
    query: volumeFilterSchema.extend({ by: breakdownBySchema }),
    response: breakdownSchema,
  }),
  exportBreakdown: route({
    method: 'GET',
    path: '/reports/volume/breakdown/export',
    summary:
      'The same as a sheet; small parts are merged for whom single organisations do not concern',
    access: 'volume:read',
    query: volumeFilterSchema.extend({
      by: breakdownBySchema,
      format: z.enum(['csv', 'xlsx']).default('xlsx'),
    }),
    produces: 'file',
    rate: 'heavy',
    problems: ['report.group-too-small'],
  }),
  rows: route({
    method: 'GET',
    path: '/reports/volume/rows',
    summary: 'The entries behind a figure, newest first',
    access: 'volume:read',
    query: volumeFilterSchema.extend(pageQuerySchema.shape),
    response: pageSchema(volumeRowSchema).extend({ total: figuresSchema }),
  }),
  exportRows: route({
    method: 'GET',
    path: '/reports/volume/export',
    summary: 'The entries behind a figure as a sheet, with rule version, filters and digest',
    access: 'volume:read',
    query: volumeFilterSchema.extend({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    produces: 'file',
    rate: 'heavy',
    problems: ['report.too-many-rows'],
  }),
  mismatches: route({
    method: 'GET',
    path: '/reports/volume/mismatches',
    summary: 'Order lines whose confirmed volume is not what the ledger says was paid; 100 at most',
    access: 'volume:read',
    query: z.strictObject({ month: monthSchema }),
    response: z.object({ items: z.array(mismatchSchema) }),
  }),
}
