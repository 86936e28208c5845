import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  textSchema,
} from './basics.js'
import { categoryCodeSchema } from './category.js'

/** What a buyer organisation needs, where it is to be delivered, and from which money. */

const budgetKindSchema = z.enum(['canteen', 'trade-union', 'other'])
export type BudgetKind = z.infer<typeof budgetKindSchema>

export const budgetLineSchema = z
  .object({
    id: idSchema,
    year: z.int(),
    kind: budgetKindSchema,
    name: z.string(),
    /** Null: no ceiling. */
    ceilingFen: fenSchema.nullable(),
  })
  .meta({ id: 'BudgetLine' })
export type BudgetLineView = z.infer<typeof budgetLineSchema>

/** As its organisation keeps it. */
export const managedBudgetLineSchema = budgetLineSchema
  .extend({
    /** An acceptance above this waits for a second approver; null: none does. */
    approvalLimitFen: fenSchema.nullable(),
    /** Waiting for an answer. */
    proposedFen: countSchema,
    /** Accepted, confirmed or ordered, and not cancelled. */
    takenFen: countSchema,
    /** Counts edits: whoever edits names what was read. */
    version: countSchema,
  })
  .meta({ id: 'ManagedBudgetLine' })
export type ManagedBudgetLineView = z.infer<typeof managedBudgetLineSchema>

export const deliveryPointSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    subdistrictCode: z.string(),
    street: z.string(),
    contact: z.string(),
    phone: z.string(),
  })
  .meta({ id: 'DeliveryPoint' })
export type DeliveryPointView = z.infer<typeof deliveryPointSchema>

/** As its organisation keeps it. */
export const managedDeliveryPointSchema = deliveryPointSchema
  .extend({ isActive: z.boolean() })
  .meta({ id: 'ManagedDeliveryPoint' })
export type ManagedDeliveryPointView = z.infer<typeof managedDeliveryPointSchema>

export const demandGradeSchema = z.enum(['premium', 'first', 'second', 'ungraded'])
export const demandStateSchema = z.enum(['open', 'closed', 'cancelled']).meta({ id: 'DemandState' })
export type DemandState = z.infer<typeof demandStateSchema>

/** What a line may ask for: the journals and the engine count in tens of grams. */
export const wantedGramsSchema = z.int().min(1000).max(100_000_000).multipleOf(10)

/** A line as its buyer sees it: the maximum price is nobody else's business. */
export const demandLineSchema = z
  .object({
    id: idSchema,
    productId: idSchema.nullable(),
    productName: bilingualSchema.nullable(),
    categoryCode: z.string(),
    categoryName: bilingualSchema,
    wantedGrams: countSchema,
    minimumGrams: countSchema,
    worstGrade: demandGradeSchema,
    maxLandedFenPerKg: fenSchema,
    deliverFrom: localDaySchema,
    deliverTo: localDaySchema,
    minShelfDays: countSchema,
    recognisedOnly: z.boolean(),
  })
  .meta({ id: 'DemandLine' })

export const demandSchema = z
  .object({
    id: idSchema,
    number: z.string(),
    title: z.string(),
    state: demandStateSchema,
    deliveryPoint: deliveryPointSchema,
    budgetLine: budgetLineSchema,
    /** Whether the public hall may name the organisation. */
    isNamed: z.boolean(),
    /** Last day on which it can be matched. */
    cutOffOn: localDaySchema,
    /** Until when it can be changed or taken back; null: no longer. */
    changeableUntil: instantSchema.nullable(),
    openedAt: instantSchema,
    /** Counts amendments: whoever amends names what was read. */
    version: countSchema,
    lines: z.array(demandLineSchema),
  })
  .meta({ id: 'Demand' })
export type DemandView = z.infer<typeof demandSchema>

export const wantedLineSchema = z
  .strictObject({
    productId: idSchema.nullable().default(null),
    categoryCode: categoryCodeSchema,
    wantedGrams: wantedGramsSchema,
    minimumGrams: z.int().min(0).max(100_000_000).multipleOf(10).default(0),
    worstGrade: demandGradeSchema.default('ungraded'),
    maxLandedFenPerKg: z.int().min(1).max(10_000_000),
    deliverFrom: localDaySchema,
    deliverTo: localDaySchema,
    minShelfDays: z.int().min(0).max(3650).default(0),
    recognisedOnly: z.boolean().default(false),
  })
  .meta({ id: 'WantedLine' })

/** Nobody takes less than the least that they take. */
const isWithinWanted = (line: { minimumGrams: number; wantedGrams: number }) =>
  line.minimumGrams <= line.wantedGrams
const aboveWanted = { path: ['minimumGrams'], params: { code: 'field.invalid' } }

export const openDemandSchema = z
  .strictObject({
    title: textSchema(60, 2),
    deliveryPointId: idSchema,
    budgetLineId: idSchema,
    isNamed: z.boolean().default(false),
    cutOffOn: localDaySchema,
    lines: z.array(wantedLineSchema.refine(isWithinWanted, aboveWanted)).min(1).max(100),
  })
  .meta({ id: 'OpenDemand' })
export type OpenDemandBody = z.output<typeof openDemandSchema>

/** What of a line can be amended: all but its category. Null goods: any of the category. */
const lineTermsSchema = wantedLineSchema.omit({ categoryCode: true })
export type LineTerms = z.output<typeof lineTermsSchema>

export const amendDemandSchema = z
  .strictObject({
    /** The version that was read: somebody else's change since is not overwritten. */
    version: countSchema,
    title: textSchema(60, 2),
    cutOffOn: localDaySchema,
    /** Those that change; the others stay as they are. */
    lines: z
      .array(lineTermsSchema.extend({ id: idSchema }).refine(isWithinWanted, aboveWanted))
      .max(100),
  })
  .meta({ id: 'AmendDemand' })
export type AmendDemandBody = z.output<typeof amendDemandSchema>

const changedFieldsSchema = z
  .object({
    title: z.string(),
    cutOffOn: localDaySchema,
    productId: idSchema.nullable(),
    wantedGrams: countSchema,
    minimumGrams: countSchema,
    worstGrade: demandGradeSchema,
    maxLandedFenPerKg: fenSchema,
    deliverFrom: localDaySchema,
    deliverTo: localDaySchema,
    minShelfDays: countSchema,
    recognisedOnly: z.boolean(),
  })
  .partial()

export const demandChangeSchema = z
  .object({
    id: idSchema,
    kind: z.enum(['amended', 'cancelled']),
    /** From 1, in the order of the demand; null: the demand itself. */
    lineNo: z.int().nullable(),
    before: changedFieldsSchema,
    after: changedFieldsSchema,
    reason: z.string(),
    changedAt: instantSchema,
    /** Name of who did; null: a machine, or somebody who is gone. */
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'DemandChange' })
export type DemandChangeView = z.infer<typeof demandChangeSchema>

const budgetFenSchema = z.int().min(100).max(1_000_000_000_000).nullable()

export const openBudgetLineSchema = z.strictObject({
  year: z.int().min(2020).max(2100),
  kind: budgetKindSchema,
  name: textSchema(40, 2),
  ceilingFen: budgetFenSchema,
  approvalLimitFen: budgetFenSchema.default(null),
})
export type OpenBudgetLineBody = z.output<typeof openBudgetLineSchema>

/** Year and kind stay: what was matched was counted by them. */
export const editBudgetLineSchema = z
  .strictObject({
    version: countSchema,
    name: textSchema(40, 2),
    ceilingFen: budgetFenSchema,
    approvalLimitFen: budgetFenSchema,
  })
  .meta({ id: 'EditBudgetLine' })
export type EditBudgetLineBody = z.output<typeof editBudgetLineSchema>

export const addDeliveryPointSchema = z.strictObject({
  name: textSchema(40, 2),
  subdistrictCode: z.string().regex(/^310113\d{3}$/),
  street: textSchema(100, 4),
  contact: textSchema(40),
  phone: z.string().regex(/^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/),
})
export type AddDeliveryPointBody = z.output<typeof addDeliveryPointSchema>

/** Its subdistrict stays: elsewhere is another delivery point. */
export const editDeliveryPointSchema = addDeliveryPointSchema
  .omit({ subdistrictCode: true })
  .extend({ isActive: z.boolean() })
  .meta({ id: 'EditDeliveryPoint' })
export type EditDeliveryPointBody = z.output<typeof editDeliveryPointSchema>

/** An open need as anybody may see it: never the price, the buyer only where it agreed. */
export const openNeedSchema = z
  .object({
    lineId: idSchema,
    productName: bilingualSchema.nullable(),
    productSlug: z.string().nullable(),
    categoryCode: z.string(),
    categoryName: bilingualSchema,
    wantedGrams: countSchema,
    deliverFrom: localDaySchema,
    deliverTo: localDaySchema,
    subdistrictCode: z.string(),
    recognisedOnly: z.boolean(),
    buyerName: bilingualSchema.nullable(),
  })
  .meta({ id: 'OpenNeed' })
export type OpenNeed = z.infer<typeof openNeedSchema>
