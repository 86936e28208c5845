import { z } from 'zod'
import {
  bilingualSchema,
  countSchema,
  fenSchema,
  gramsSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
  quantitySchema,
  textSchema,
} from './basics.js'
import { categoryCodeSchema } from './category.js'
import { pictureSchema, temperatureModeSchema } from './product.js'
import { route } from './route.js'
import { priceBreakSchema } from './sku.js'
import { townshipCodeSchema } from './township.js'

/** Lots: harvest batches of a sku, and what the public can trace of them. */

export const lotStateSchema = z
  .enum(['draft', 'open', 'exhausted', 'short', 'withdrawn', 'expired'])
  .meta({ id: 'LotState' })
export type LotState = z.infer<typeof lotStateSchema>

/** Labels that a lot may carry; each needs its paper on file. */
export const lotLabelCodeSchema = z.enum(['green', 'organic', 'ecological', 'hand-picked'])

export const lotCodeSchema = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  .meta({ id: 'LotCode', description: 'Public code on the packing slip', example: '7K3M9P2A' })

export const lotSchema = z
  .object({
    id: idSchema,
    code: z.string(),
    cooperativeId: idSchema,
    skuId: idSchema,
    productSlug: z.string(),
    productName: bilingualSchema,
    skuName: bilingualSchema,
    packGrams: gramsSchema,
    state: lotStateSchema,
    /** Packages: available = quantity − held − sold − writtenOff. */
    quantity: countSchema,
    held: countSchema,
    sold: countSchema,
    writtenOff: countSchema,
    available: countSchema,
    /** Declared short and not settled yet. */
    missing: countSchema,
    harvestFrom: localDaySchema,
    harvestTo: localDaySchema,
    dispatchFrom: localDaySchema,
    dispatchTo: localDaySchema,
    bestBefore: localDaySchema.nullable(),
    townshipCode: z.string(),
    village: z.string(),
    grade: z.enum(['premium', 'first', 'second', 'ungraded']),
    labels: z.array(lotLabelCodeSchema),
    /** What buyer organisations are offered, at the farm gate; retail sells at the sku's price. */
    offeredPriceFen: fenSchema,
    priceBreaks: z.array(priceBreakSchema),
    minimumOrder: quantitySchema,
    temperatureMode: temperatureModeSchema,
    note: z.string(),
    version: z.int(),
    createdAt: instantSchema,
  })
  .meta({ id: 'Lot' })
export type Lot = z.infer<typeof lotSchema>

const lotFields = {
  quantity: quantitySchema,
  harvestFrom: localDaySchema,
  harvestTo: localDaySchema,
  dispatchFrom: localDaySchema,
  dispatchTo: localDaySchema,
  bestBefore: localDaySchema.nullable(),
  townshipCode: townshipCodeSchema,
  village: textSchema(30, 0),
  grade: z.enum(['premium', 'first', 'second', 'ungraded']),
  labels: z.array(lotLabelCodeSchema).max(4),
  offeredPriceFen: fenSchema.min(1),
  priceBreaks: z
    .array(z.strictObject({ minQuantity: quantitySchema.min(2), priceFen: fenSchema.min(1) }))
    .max(5),
  minimumOrder: quantitySchema,
  note: longTextSchema(300),
}

/** A new lot; it stays a draft until opened. */
export const createLotSchema = z
  .strictObject({
    skuId: idSchema,
    ...lotFields,
    labels: lotFields.labels.default([]),
    priceBreaks: lotFields.priceBreaks.default([]),
    minimumOrder: lotFields.minimumOrder.default(1),
    note: lotFields.note.default(''),
    /** Opens it for sale at once. */
    opensNow: z.boolean().default(false),
  })
  .meta({ id: 'CreateLot' })
export type CreateLot = z.output<typeof createLotSchema>

export const editLotSchema = z
  .strictObject({ version: z.int().min(1) })
  .extend(z.strictObject(lotFields).partial().shape)
  .meta({ id: 'EditLot' })
export type EditLot = z.output<typeof editLotSchema>

export const declareShortfallSchema = z
  .strictObject({
    /** Packages that cannot be delivered, of those promised or still on sale. */
    quantity: quantitySchema,
    reason: longTextSchema(300, 4),
  })
  .meta({ id: 'DeclareShortfall' })
export type DeclareShortfall = z.output<typeof declareShortfallSchema>

/** What anybody who holds the goods may know of their lot. */
export const lotTraceSchema = z
  .object({
    code: z.string(),
    productSlug: z.string(),
    productName: bilingualSchema,
    skuName: bilingualSchema,
    picture: pictureSchema,
    township: bilingualSchema,
    village: bilingualSchema.nullable(),
    harvestFrom: localDaySchema,
    harvestTo: localDaySchema,
    dispatchFrom: localDaySchema,
    dispatchTo: localDaySchema,
    bestBefore: localDaySchema.nullable(),
    grade: z.enum(['premium', 'first', 'second', 'ungraded']),
    labels: z.array(z.string()),
    temperatureMode: temperatureModeSchema,
    storage: bilingualSchema,
    state: z.enum(['upcoming', 'on-sale', 'ended']),
    isRecognised: z.boolean(),
    cooperative: z.object({
      slug: z.string(),
      name: bilingualSchema,
      memberFarmers: z.int(),
      isDemonstration: z.boolean(),
    }),
    papers: z.array(
      z.object({ kind: z.string(), number: z.string(), expiresOn: localDaySchema.nullable() }),
    ),
  })
  .meta({ id: 'LotTrace' })
export type LotTrace = z.infer<typeof lotTraceSchema>

/** A lot on offer as anybody may see it: what is left of it, never what buyer organisations are offered it for. */
export const openLotSchema = z
  .object({
    code: z.string(),
    productSlug: z.string(),
    productName: bilingualSchema,
    skuName: bilingualSchema,
    cooperativeSlug: z.string(),
    cooperativeName: bilingualSchema,
    townshipName: bilingualSchema,
    availableGrams: countSchema,
    grade: z.enum(['premium', 'first', 'second', 'ungraded']),
    isRecognised: z.boolean(),
    harvestFrom: localDaySchema,
    harvestTo: localDaySchema,
    dispatchFrom: localDaySchema,
    dispatchTo: localDaySchema,
    bestBefore: localDaySchema.nullable(),
  })
  .meta({ id: 'OpenLot' })
export type OpenLot = z.infer<typeof openLotSchema>

const movementSchema = z
  .object({
    id: idSchema,
    kind: z.enum([
      'declared',
      'edited',
      'held',
      'sold',
      'released',
      'expired',
      'returned',
      'written-off',
    ]),
    quantityDelta: z.int(),
    heldDelta: z.int(),
    soldDelta: z.int(),
    writtenOffDelta: z.int(),
    reference: z.string().nullable(),
    reason: z.string(),
    madeAt: instantSchema,
  })
  .meta({ id: 'LotMovement' })
export type LotMovement = z.infer<typeof movementSchema>

const cooperativeParamsSchema = z.strictObject({ cooperativeId: idSchema })
const ownParamsSchema = z.strictObject({ cooperativeId: idSchema, id: idSchema })

export const lotRoutes = {
  trace: route({
    method: 'GET',
    path: '/lots/:code',
    summary: 'What is known of a lot: from the village to the parcel',
    access: 'public',
    params: z.strictObject({
      code: z
        .string()
        .max(20)
        .transform((text) => text.toUpperCase())
        .pipe(lotCodeSchema),
    }),
    response: lotTraceSchema,
    cacheSeconds: 60,
  }),
  listOpen: route({
    method: 'GET',
    path: '/open-lots',
    summary: 'The supply-and-demand hall: lots on offer, soonest to leave first',
    access: 'public',
    query: pageQuerySchema.extend({
      category: categoryCodeSchema.optional(),
      township: townshipCodeSchema.optional(),
    }),
    response: pageSchema(openLotSchema),
    cacheSeconds: 5,
    readySeconds: 3,
    problems: ['request.cursor-invalid'],
  }),
  listOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/lots',
    summary: 'A cooperative’s lots, newest first',
    access: 'lot:manage',
    params: cooperativeParamsSchema,
    query: pageQuerySchema.extend({
      state: lotStateSchema.optional(),
      skuId: idSchema.optional(),
    }),
    response: pageSchema(lotSchema),
  }),
  getOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/lots/:id',
    summary: 'One of a cooperative’s lots with its movements',
    access: 'lot:manage',
    params: ownParamsSchema,
    response: lotSchema.extend({ movements: z.array(movementSchema) }),
  }),
  create: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots',
    summary: 'Declares a harvest batch of a sku',
    access: 'lot:manage',
    params: cooperativeParamsSchema,
    body: createLotSchema,
    response: lotSchema,
    status: 201,
    idempotency: 'required',
    problems: [
      'lot.window-wrong',
      'lot.township-unknown',
      'sku.breaks-not-falling',
      'product.papers-expired',
    ],
  }),
  edit: route({
    method: 'PATCH',
    path: '/cooperatives/:cooperativeId/lots/:id',
    summary: 'Edits a lot; its quantity never falls under what is held or sold',
    access: 'lot:manage',
    params: ownParamsSchema,
    body: editLotSchema,
    response: lotSchema,
    idempotency: 'required',
    problems: [
      'lot.edited-meanwhile',
      'lot.below-promised',
      'lot.window-wrong',
      'lot.township-unknown',
      'lot.ended',
      'sku.breaks-not-falling',
    ],
  }),
  open: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots/:id/opening',
    summary: 'Offers a lot for sale',
    access: 'lot:manage',
    params: ownParamsSchema,
    response: lotSchema,
    idempotency: 'required',
    problems: [
      'lifecycle.move-not-allowed',
      'lot.window-wrong',
      'lot.shortfall-unsettled',
      'product.papers-expired',
    ],
  }),
  withdraw: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots/:id/withdrawal',
    summary: 'Takes a lot from sale; what is held or sold of it stays promised',
    access: 'lot:manage',
    params: ownParamsSchema,
    body: z.strictObject({ reason: longTextSchema(300, 2) }),
    response: lotSchema,
    idempotency: 'required',
    problems: ['lifecycle.move-not-allowed'],
  }),
  declareShortfall: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots/:id/shortfalls',
    summary: 'Declares what cannot be delivered of a lot; stops its sale',
    access: 'lot:manage',
    params: ownParamsSchema,
    body: declareShortfallSchema,
    response: lotSchema,
    status: 201,
    idempotency: 'required',
    problems: ['lifecycle.move-not-allowed', 'lot.shortfall-too-large'],
  }),
  writeOff: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/lots/:id/write-offs',
    summary: 'Writes off spoilt packages that nobody has ordered',
    access: 'lot:manage',
    params: ownParamsSchema,
    body: z.strictObject({ quantity: quantitySchema, reason: longTextSchema(300, 2) }),
    response: lotSchema,
    status: 201,
    idempotency: 'required',
    problems: ['lot.insufficient'],
  }),
}
