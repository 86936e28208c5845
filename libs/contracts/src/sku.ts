import { z } from 'zod'
import {
  bilingualSchema,
  fenSchema,
  gramsSchema,
  idSchema,
  instantSchema,
  quantitySchema,
  textSchema,
} from './basics.js'

/** Skus: purchasable packages of a product, with price and quantity breaks. */

/** From `minQuantity` packages on, each costs `priceFen`. */
export const priceBreakSchema = z
  .object({ minQuantity: quantitySchema, priceFen: fenSchema })
  .meta({ id: 'PriceBreak' })
export type PriceBreak = z.infer<typeof priceBreakSchema>

export const skuSchema = z
  .object({
    id: idSchema,
    name: bilingualSchema,
    pack: bilingualSchema,
    packGrams: gramsSchema,
    priceFen: fenSchema,
    priceBreaks: z.array(priceBreakSchema),
    /** Null where weight says nothing: crafts, plants. */
    pricePer500gFen: fenSchema.nullable(),
    left: z.int(),
    isOnSale: z.boolean(),
  })
  .meta({ id: 'Sku' })
export type Sku = z.infer<typeof skuSchema>

const editBreaksSchema = z
  .array(z.strictObject({ minQuantity: quantitySchema.min(2), priceFen: fenSchema.min(1) }))
  .max(5)

const packName = z.strictObject({ zh: textSchema(40), en: textSchema(60) })

/** A pack of a product, as it is first declared. */
export const newSkuSchema = z
  .strictObject({
    name: packName,
    packGrams: gramsSchema,
    /** Whether weight is what one pays for, so that the price of 500 g means something. */
    isSoldByWeight: z.boolean(),
    priceFen: fenSchema.min(1),
    priceBreaks: editBreaksSchema.default([]),
  })
  .meta({ id: 'NewSku' })
export type NewSkuBody = z.output<typeof newSkuSchema>

/** Name and grams only as long as the product has never been listed: lots and orders count by them. */
export const editSkuSchema = z
  .strictObject({
    version: z.int().min(1),
    priceFen: fenSchema.min(1).optional(),
    priceBreaks: editBreaksSchema.optional(),
    isActive: z.boolean().optional(),
    name: packName.optional(),
    packGrams: gramsSchema.optional(),
    isSoldByWeight: z.boolean().optional(),
  })
  .meta({ id: 'EditSku' })
export type EditSku = z.output<typeof editSkuSchema>

/** A sku as its cooperative manages it. */
export const managedSkuSchema = z
  .object({
    id: idSchema,
    name: bilingualSchema,
    pack: bilingualSchema,
    packGrams: gramsSchema,
    isSoldByWeight: z.boolean(),
    priceFen: fenSchema,
    priceBreaks: z.array(priceBreakSchema),
    isActive: z.boolean(),
    left: z.int(),
    version: z.int(),
  })
  .meta({ id: 'ManagedSku' })
export type ManagedSku = z.infer<typeof managedSkuSchema>

export const priceChangeSchema = z.object({
  id: idSchema,
  priceFen: fenSchema,
  priceBreaks: z.array(priceBreakSchema),
  changedAt: instantSchema,
  changedBy: z.string().nullable(),
})
