import { z } from 'zod'
import {
  bilingualSchema,
  idSchema,
  instantSchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { categoryCodeSchema } from './category.js'
import {
  availabilitySchema,
  pictureSchema,
  recognitionSchema,
  temperatureModeSchema,
} from './product.js'
import { route } from './route.js'
import { editSkuSchema, managedSkuSchema, newSkuSchema, priceChangeSchema } from './sku.js'
import { townshipCodeSchema } from './township.js'

/** Products as their cooperative makes and tends them, up to the hand-over to the liaison. */

export const productStateSchema = z
  .enum(['draft', 'submitted', 'listed', 'returned', 'withdrawn'])
  .meta({ id: 'ProductState' })
export type ProductState = z.infer<typeof productStateSchema>

const originScopeSchema = z.enum(['township', 'county'])

/** What the liaison approves: a change of it is shown only once it is approved. */
export const approvedFactsSchema = z
  .object({
    name: bilingualSchema,
    categoryCode: z.string(),
    originScope: originScopeSchema,
    townshipCode: z.string(),
    villages: z.array(z.string()),
    temperatureMode: temperatureModeSchema,
    isAdultOnly: z.boolean(),
    isBusinessOnly: z.boolean(),
    isProtectedSpecies: z.boolean(),
    compliance: z.array(bilingualSchema),
  })
  .meta({ id: 'ApprovedFacts' })
export type ApprovedFacts = z.infer<typeof approvedFactsSchema>

/** The latest word on a product: waiting with the liaison, approved, or returned with a reason. */
export const reviewSummarySchema = z
  .object({
    id: idSchema,
    /** `listing`: the whole product. `change`: sensitive facts of a listed one. */
    kind: z.enum(['listing', 'change']),
    state: z.enum(['waiting', 'approved', 'returned', 'recalled']),
    facts: approvedFactsSchema,
    submittedAt: instantSchema,
    decidedAt: instantSchema.nullable(),
    reason: z.string(),
  })
  .meta({ id: 'ProductReviewSummary' })
export type ReviewSummary = z.infer<typeof reviewSummarySchema>

/** A product as its cooperative manages it. */
export const managedProductSchema = approvedFactsSchema
  .extend({
    id: idSchema,
    slug: z.string(),
    story: bilingualSchema,
    storage: bilingualSchema,
    use: bilingualSchema,
    harvestMonths: z.array(z.int()),
    shelfLifeDays: z.int().nullable(),
    isGift: z.boolean(),
    isCanteen: z.boolean(),
    isReturnException: z.boolean(),
    picture: pictureSchema,
    /** Photographs, the first of them on the cards; none: the drawn picture, where there is one. */
    pictures: z.array(pictureSchema.extend({ id: idSchema })),
    state: productStateSchema,
    availability: availabilitySchema,
    left: z.int(),
    isRecognised: z.boolean(),
    recognition: recognitionSchema.nullable(),
    review: reviewSummarySchema.nullable(),
    /** Goes up with each edit; send it back so that nobody overwrites a colleague. */
    version: z.int(),
    updatedAt: instantSchema,
    skus: z.array(managedSkuSchema),
  })
  .meta({ id: 'ManagedProduct' })
export type ManagedProduct = z.infer<typeof managedProductSchema>

const line = (max: number) => z.strictObject({ zh: textSchema(max, 0), en: textSchema(max, 0) })
const lines = (max: number) => z.strictObject({ zh: longTextSchema(max), en: longTextSchema(max) })

const factFields = {
  /** A draft may lack its English name; what is handed in may not. */
  name: z.strictObject({ zh: textSchema(60), en: textSchema(60, 0) }),
  categoryCode: categoryCodeSchema,
  originScope: originScopeSchema,
  townshipCode: townshipCodeSchema,
  villages: z.array(textSchema(30)).max(10),
  story: lines(1000),
  storage: lines(300),
  use: lines(500),
  harvestMonths: z
    .array(z.int().min(1).max(12))
    .max(12)
    .transform((months) => [...new Set(months)].sort((a, b) => a - b)),
  shelfLifeDays: z.int().min(1).max(7300).nullable(),
  temperatureMode: temperatureModeSchema,
  isGift: z.boolean(),
  isCanteen: z.boolean(),
  isAdultOnly: z.boolean(),
  isBusinessOnly: z.boolean(),
  isProtectedSpecies: z.boolean(),
  compliance: z.array(line(200)).max(6),
}

export const createProductSchema = z
  .strictObject({ ...factFields, skus: z.array(newSkuSchema).min(1).max(10) })
  .meta({ id: 'CreateProduct' })
export type CreateProduct = z.output<typeof createProductSchema>
export type ProductFacts = Omit<CreateProduct, 'skus'>

export const editProductSchema = z
  .strictObject({ version: z.int().min(1) })
  .extend(z.strictObject(factFields).partial().shape)
  .meta({ id: 'EditProduct' })
export type EditProduct = z.output<typeof editProductSchema>

const cooperativeParamsSchema = z.strictObject({ cooperativeId: idSchema })
const ownParamsSchema = z.strictObject({ cooperativeId: idSchema, id: idSchema })
const OWN = '/cooperatives/:cooperativeId/products/:id'

export const productManagementRoutes = {
  listOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/products',
    summary: 'A cooperative’s products with their skus',
    access: 'product:manage',
    params: cooperativeParamsSchema,
    query: pageQuerySchema.extend({
      q: textSchema(40).optional(),
      state: productStateSchema.optional(),
    }),
    response: pageSchema(managedProductSchema),
  }),
  getOwn: route({
    method: 'GET',
    path: OWN,
    summary: 'One of a cooperative’s products',
    access: 'product:manage',
    params: ownParamsSchema,
    response: managedProductSchema,
  }),
  create: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/products',
    summary: 'Makes a product with its skus as a draft',
    access: 'product:manage',
    params: cooperativeParamsSchema,
    body: createProductSchema,
    response: managedProductSchema,
    status: 201,
    idempotency: 'required',
    problems: ['product.place-unknown', 'product.too-many', 'sku.breaks-not-falling'],
  }),
  edit: route({
    method: 'PATCH',
    path: OWN,
    summary: 'Edits a product; of a listed one, sensitive facts wait for approval',
    access: 'product:manage',
    params: ownParamsSchema,
    body: editProductSchema,
    response: managedProductSchema,
    problems: ['product.edited-meanwhile', 'product.under-review', 'product.place-unknown'],
  }),
  submit: route({
    method: 'POST',
    path: `${OWN}/submission`,
    summary: 'Hands a product in for approval',
    access: 'product:manage',
    params: ownParamsSchema,
    response: managedProductSchema,
    problems: ['lifecycle.move-not-allowed', 'product.incomplete', 'product.papers-missing'],
  }),
  recall: route({
    method: 'DELETE',
    path: `${OWN}/submission`,
    summary: 'Takes back what waits for approval',
    access: 'product:manage',
    params: ownParamsSchema,
    response: managedProductSchema,
    problems: ['product.not-under-review'],
  }),
  withdraw: route({
    method: 'POST',
    path: `${OWN}/withdrawal`,
    summary: 'Takes a product off the list; orders that exist are fulfilled',
    access: 'product:manage',
    params: ownParamsSchema,
    response: managedProductSchema,
    problems: ['lifecycle.move-not-allowed'],
  }),
  addSku: route({
    method: 'POST',
    path: `${OWN}/skus`,
    summary: 'Adds a pack to a product',
    access: 'product:manage',
    params: ownParamsSchema,
    body: newSkuSchema,
    response: managedProductSchema,
    status: 201,
    idempotency: 'required',
    problems: ['product.under-review', 'sku.breaks-not-falling', 'sku.too-many'],
  }),
  editSku: route({
    method: 'PATCH',
    path: '/cooperatives/:cooperativeId/skus/:id',
    summary: 'Changes price, quantity breaks or sale of a sku; the old price stays on record',
    access: 'product:manage',
    params: ownParamsSchema,
    body: editSkuSchema,
    response: managedProductSchema,
    problems: ['product.edited-meanwhile', 'sku.breaks-not-falling', 'sku.pack-fixed'],
  }),
  priceHistory: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/skus/:id/price-changes',
    summary: 'The prices a sku has had, newest first',
    access: 'product:manage',
    params: ownParamsSchema,
    response: z.object({ items: z.array(priceChangeSchema) }),
  }),
}
