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
  quantitySchema,
  textSchema,
} from './basics.js'
import { pictureSchema, temperatureModeSchema } from './product.js'
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

export const movementSchema = z
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
