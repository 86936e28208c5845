import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  flagSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { categoryCodeSchema } from './category.js'
import { route } from './route.js'

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
const managedBudgetLineSchema = budgetLineSchema
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
const managedDeliveryPointSchema = deliveryPointSchema
  .extend({ isActive: z.boolean() })
  .meta({ id: 'ManagedDeliveryPoint' })
export type ManagedDeliveryPointView = z.infer<typeof managedDeliveryPointSchema>

export const demandGradeSchema = z.enum(['premium', 'first', 'second', 'ungraded'])
export const demandStateSchema = z.enum(['open', 'closed', 'cancelled']).meta({ id: 'DemandState' })
export type DemandState = z.infer<typeof demandStateSchema>

const massSchema = z.int().min(1000).max(100_000_000).multipleOf(10)

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
    wantedGrams: massSchema,
    minimumGrams: z.int().min(0).max(100_000_000).multipleOf(10).default(0),
    worstGrade: demandGradeSchema.default('ungraded'),
    maxLandedFenPerKg: z.int().min(1).max(10_000_000),
    deliverFrom: localDaySchema,
    deliverTo: localDaySchema,
    minShelfDays: z.int().min(0).max(3650).default(0),
    recognisedOnly: z.boolean().default(false),
  })
  .meta({ id: 'WantedLine' })

export const openDemandSchema = z
  .strictObject({
    title: textSchema(60, 2),
    deliveryPointId: idSchema,
    budgetLineId: idSchema,
    isNamed: z.boolean().default(false),
    cutOffOn: localDaySchema,
    lines: z.array(wantedLineSchema).min(1).max(100),
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
    lines: z.array(lineTermsSchema.extend({ id: idSchema })).max(100),
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
const editBudgetLineSchema = z
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
const editDeliveryPointSchema = addDeliveryPointSchema
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

const buyerParamsSchema = z.strictObject({ buyerId: idSchema })
const buyerObjectParamsSchema = z.strictObject({ buyerId: idSchema, id: idSchema })

export const demandRoutes = {
  list: route({
    method: 'GET',
    path: '/buyers/:buyerId/demands',
    summary: 'A buyer’s demands, newest first',
    access: 'demand:read',
    params: buyerParamsSchema,
    query: pageQuerySchema.extend({ state: demandStateSchema.optional() }),
    response: pageSchema(demandSchema),
  }),
  get: route({
    method: 'GET',
    path: '/buyers/:buyerId/demands/:id',
    summary: 'One demand with its lines',
    access: 'demand:read',
    params: buyerObjectParamsSchema,
    response: demandSchema,
    problems: ['object.not-found'],
  }),
  open: route({
    method: 'POST',
    path: '/buyers/:buyerId/demands',
    summary: 'States what is needed; from now on rounds match it',
    access: 'demand:manage',
    idempotency: 'required',
    status: 201,
    params: buyerParamsSchema,
    body: openDemandSchema,
    response: demandSchema,
    problems: [
      'object.not-found',
      'demand.goods-unknown',
      'demand.window-past',
      'demand.budget-year',
    ],
  }),
  amend: route({
    method: 'PATCH',
    path: '/buyers/:buyerId/demands/:id',
    summary:
      'Amends an open demand before its cut-off; lines of which something is allocated only widen',
    access: 'demand:manage',
    params: buyerObjectParamsSchema,
    body: amendDemandSchema,
    response: demandSchema,
    problems: [
      'object.not-found',
      'lifecycle.move-not-allowed',
      'demand.past-cut-off',
      'demand.changed-meanwhile',
      'demand.line-allocated',
      'demand.goods-unknown',
      'demand.window-past',
      'demand.budget-year',
    ],
  }),
  cancel: route({
    method: 'POST',
    path: '/buyers/:buyerId/demands/:id/cancellation',
    summary: 'Takes a demand back before its cut-off, with a reason; what is allocated stays',
    access: 'demand:manage',
    idempotency: 'required',
    params: buyerObjectParamsSchema,
    body: z.strictObject({ reason: textSchema(200, 2) }),
    response: demandSchema,
    problems: ['object.not-found', 'lifecycle.move-not-allowed', 'demand.past-cut-off'],
  }),
  listChanges: route({
    method: 'GET',
    path: '/buyers/:buyerId/demands/:id/changes',
    summary: 'What was changed of a demand and by whom, latest first',
    access: 'demand:read',
    params: buyerObjectParamsSchema,
    query: pageQuerySchema,
    response: pageSchema(demandChangeSchema),
    problems: ['object.not-found'],
  }),
  listBudgetLines: route({
    method: 'GET',
    path: '/buyers/:buyerId/budget-lines',
    summary: 'A buyer’s budget lines, latest year first',
    access: 'demand:read',
    params: buyerParamsSchema,
    response: z.object({ items: z.array(managedBudgetLineSchema) }),
  }),
  openBudgetLine: route({
    method: 'POST',
    path: '/buyers/:buyerId/budget-lines',
    summary: 'Sets up a budget line of a year with its ceiling',
    access: 'budget:manage',
    idempotency: 'required',
    status: 201,
    params: buyerParamsSchema,
    body: openBudgetLineSchema,
    response: managedBudgetLineSchema,
    problems: ['demand.name-taken'],
  }),
  editBudgetLine: route({
    method: 'PATCH',
    path: '/buyers/:buyerId/budget-lines/:id',
    summary: 'Changes name, ceiling and approval limit; not under what is accepted and ordered',
    access: 'budget:manage',
    params: buyerObjectParamsSchema,
    body: editBudgetLineSchema,
    response: managedBudgetLineSchema,
    problems: [
      'object.not-found',
      'demand.name-taken',
      'budget.changed-meanwhile',
      'budget.below-taken',
      'quota.above-ceiling',
    ],
  }),
  listDeliveryPoints: route({
    method: 'GET',
    path: '/buyers/:buyerId/delivery-points',
    summary: 'Where a buyer receives goods',
    access: 'demand:read',
    params: buyerParamsSchema,
    query: z.strictObject({ withInactive: flagSchema.optional() }),
    response: z.object({ items: z.array(managedDeliveryPointSchema) }),
  }),
  addDeliveryPoint: route({
    method: 'POST',
    path: '/buyers/:buyerId/delivery-points',
    summary: 'Adds a kitchen, warehouse or office where goods are received',
    access: 'demand:manage',
    idempotency: 'required',
    status: 201,
    params: buyerParamsSchema,
    body: addDeliveryPointSchema,
    response: managedDeliveryPointSchema,
    problems: ['demand.name-taken'],
  }),
  editDeliveryPoint: route({
    method: 'PATCH',
    path: '/buyers/:buyerId/delivery-points/:id',
    summary: 'Changes who receives where; one no longer in use takes no new demand',
    access: 'demand:manage',
    params: buyerObjectParamsSchema,
    body: editDeliveryPointSchema,
    response: managedDeliveryPointSchema,
    problems: ['object.not-found', 'demand.name-taken'],
  }),
  hall: route({
    method: 'GET',
    path: '/open-needs',
    summary: 'The supply-and-demand hall: what buyers need now, soonest first',
    access: 'public',
    query: pageQuerySchema.extend({
      category: categoryCodeSchema.optional(),
      subdistrict: z
        .string()
        .regex(/^310113\d{3}$/)
        .optional(),
    }),
    response: pageSchema(openNeedSchema),
    cacheSeconds: 5,
    readySeconds: 3,
  }),
}
