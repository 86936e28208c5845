import { z } from 'zod'
import {
  countSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  monthSchema,
  pageQuerySchema,
  pageSchema,
  signedFenSchema,
  textSchema,
} from './basics.js'
import { route } from './route.js'

/** Counted volume: its words, its months, and corrections by two people. */

/** Four totals that are kept apart and never added; only `confirmed` is "the volume". */
export const volumeStageSchema = z
  .enum(['intended', 'ordered', 'received', 'confirmed'])
  .meta({ id: 'VolumeStage' })
export type VolumeStage = z.infer<typeof volumeStageSchema>

export const volumeKindSchema = z
  .enum(['count', 'reversal', 'adjustment'])
  .meta({ id: 'VolumeKind' })
export type VolumeKind = z.infer<typeof volumeKindSchema>

/** 直接采购: the buyer uses the goods. 帮助销售: a Baoshan party resells or organises the sale. */
export const purchaseKindSchema = z.enum(['direct', 'assisted']).meta({ id: 'PurchaseKind' })
export type PurchaseKind = z.infer<typeof purchaseKindSchema>

export const evidenceGradeSchema = z.enum(['A', 'B', 'C']).meta({ id: 'EvidenceGrade' })
export type EvidenceGrade = z.infer<typeof evidenceGradeSchema>

export const buyerKindSchema = z.enum(['organisation', 'person']).meta({ id: 'BuyerKind' })
export type BuyerKind = z.infer<typeof buyerKindSchema>

/** Why an entry is shown outside of the total. */
export const scopeReasonSchema = z
  .enum([
    'not-from-weixi',
    'no-recognition',
    'no-benefit-record',
    'buyer-outside-baoshan',
    'buyer-kind-not-counted',
    'channel-not-counted',
    'resale',
    'evidence-too-weak',
    'not-rated',
  ])
  .meta({ id: 'ScopeReason' })
export type ScopeReason = z.infer<typeof scopeReasonSchema>

export const periodStateSchema = z.enum(['open', 'closing', 'closed']).meta({ id: 'PeriodState' })
export type PeriodState = z.infer<typeof periodStateSchema>

const periodSchema = z
  .object({
    month: monthSchema,
    state: periodStateSchema,
    closingBy: idSchema.nullable(),
    closingAt: instantSchema.nullable(),
    closedBy: idSchema.nullable(),
    closedAt: instantSchema.nullable(),
    entryCount: countSchema,
    /** Counted confirmed volume of the month. */
    confirmedFen: z.int(),
    pendingAdjustments: countSchema,
    /** SHA-256 over the month's entries, once it is closed. */
    digest: z.string().nullable(),
  })
  .meta({ id: 'Period' })
export type PeriodView = z.infer<typeof periodSchema>

export const adjustmentStateSchema = z
  .enum(['proposed', 'approved', 'refused'])
  .meta({ id: 'AdjustmentState' })
export type AdjustmentState = z.infer<typeof adjustmentStateSchema>

const adjustmentSchema = z
  .object({
    id: idSchema,
    entryId: idSchema,
    orderNumber: z.string().nullable(),
    stage: volumeStageSchema,
    /** Month of the entry that it corrects. */
    period: monthSchema,
    goodsFen: signedFenSchema,
    massGrams: z.int(),
    reason: z.string(),
    state: adjustmentStateSchema,
    proposedBy: idSchema,
    proposedAt: instantSchema,
    decidedBy: idSchema.nullable(),
    decidedAt: instantSchema.nullable(),
    decisionNote: z.string(),
  })
  .meta({ id: 'VolumeAdjustment' })
export type AdjustmentView = z.infer<typeof adjustmentSchema>

export const proposeAdjustmentSchema = z
  .strictObject({
    entryId: idSchema,
    /** Added to what was counted; negative takes away. */
    goodsFen: signedFenSchema,
    massGrams: z.int().min(-100_000_000).max(100_000_000).default(0),
    reason: textSchema(300, 4),
  })
  .refine((adjustment) => adjustment.goodsFen !== 0 || adjustment.massGrams !== 0, {
    path: ['goodsFen'],
    params: { code: 'field.required' },
  })
export type ProposeAdjustment = z.infer<typeof proposeAdjustmentSchema>

export const decideAdjustmentSchema = z.strictObject({
  isApproved: z.boolean(),
  note: textSchema(300, 0).default(''),
})
export type DecideAdjustment = z.infer<typeof decideAdjustmentSchema>

const monthParamsSchema = z.strictObject({ month: monthSchema })

export const volumeRoutes = {
  listPeriods: route({
    method: 'GET',
    path: '/periods',
    summary: 'Months with their state and confirmed volume, newest first',
    access: 'volume:read',
    response: z.object({ items: z.array(periodSchema) }),
  }),
  beginClosing: route({
    method: 'POST',
    path: '/periods/:month/closing',
    summary: 'Begins to close a month that is over: from now on it takes adjustments only',
    access: 'period:close',
    params: monthParamsSchema,
    response: periodSchema,
    problems: ['period.not-over', 'lifecycle.move-not-allowed'],
    idempotency: 'required',
  }),
  close: route({
    method: 'POST',
    path: '/periods/:month/closure',
    summary: 'Closes a month for good, with a digest of its entries',
    access: 'period:close',
    params: monthParamsSchema,
    response: periodSchema,
    problems: ['period.adjustments-pending', 'lifecycle.move-not-allowed'],
    idempotency: 'required',
  }),
  listAdjustments: route({
    method: 'GET',
    path: '/volume/adjustments',
    summary: 'Corrections of counted volume, newest first',
    access: 'volume:read',
    query: pageQuerySchema.extend({ state: adjustmentStateSchema.optional() }),
    response: pageSchema(adjustmentSchema),
  }),
  proposeAdjustment: route({
    method: 'POST',
    path: '/volume/adjustments',
    summary: 'Proposes to correct a counted entry, with a reason',
    access: 'volume:adjust',
    body: proposeAdjustmentSchema,
    response: adjustmentSchema,
    status: 201,
    problems: ['object.not-found', 'volume.adjustment-too-large'],
    idempotency: 'required',
  }),
  decideAdjustment: route({
    method: 'POST',
    path: '/volume/adjustments/:id/decision',
    summary: 'Approves or refuses a correction; never by who proposed it',
    access: 'volume:adjust',
    params: idParamsSchema,
    body: decideAdjustmentSchema,
    response: adjustmentSchema,
    problems: [
      'object.not-found',
      'volume.adjustment-own',
      'volume.adjustment-decided',
      'volume.adjustment-too-large',
    ],
    idempotency: 'required',
  }),
}
