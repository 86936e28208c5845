import { z } from 'zod'
import { bilingualSchema, fenSchema, gramsSchema, idSchema, quantitySchema } from './basics.js'
import { route } from './route.js'

/** A shopper's cart: a guest's by cookie, a person's by session. Prices and stock are today's. */

export const MAX_CART_LINES = 50
export const MAX_CART_BUNDLES = 6

/** `paused`: its cooperative is suspended; on sale again once that ends. */
const obstacleSchema = z
  .enum(['sold-out', 'too-few-left', 'not-on-sale', 'paused', 'business-only'])
  .nullable()

const cartLineSchema = z
  .object({
    skuId: idSchema,
    productSlug: z.string(),
    name: bilingualSchema,
    skuName: bilingualSchema,
    packGrams: gramsSchema,
    quantity: quantitySchema,
    unitPriceFen: fenSchema,
    lineTotalFen: fenSchema,
    /** Packages that could be had now. */
    availableQuantity: z.int(),
    /** Why it cannot be ordered as it stands; null when it can. */
    obstacle: obstacleSchema,
    needsAdult: z.boolean(),
    needsReturnConsent: z.boolean(),
  })
  .meta({ id: 'CartLine' })
export type CartLine = z.infer<typeof cartLineSchema>

const cartBundleSchema = z
  .object({
    bundleId: idSchema,
    slug: z.string(),
    name: bilingualSchema,
    /** What one box holds. */
    components: z.array(
      z.object({
        skuId: idSchema,
        productSlug: z.string(),
        name: bilingualSchema,
        skuName: bilingualSchema,
        quantity: quantitySchema,
      }),
    ),
    grams: gramsSchema,
    quantity: quantitySchema,
    unitPriceFen: fenSchema,
    totalFen: fenSchema,
    /** Boxes that could be had now. */
    availableQuantity: z.int(),
    obstacle: obstacleSchema,
    needsAdult: z.boolean(),
    needsReturnConsent: z.boolean(),
  })
  .meta({ id: 'CartBundle' })
export type CartBundle = z.infer<typeof cartBundleSchema>

export const cartSchema = z
  .object({
    cooperatives: z.array(
      z.object({
        cooperativeId: idSchema,
        cooperativeSlug: z.string(),
        name: bilingualSchema,
        goodsFen: fenSchema,
        lines: z.array(cartLineSchema),
        bundles: z.array(cartBundleSchema),
      }),
    ),
    goodsFen: fenSchema,
    quantity: z.int(),
  })
  .meta({ id: 'Cart' })
export type Cart = z.infer<typeof cartSchema>

const bundleParamsSchema = z.strictObject({ bundleId: idSchema })
const skuParamsSchema = z.strictObject({ skuId: idSchema })

export const cartRoutes = {
  get: route({
    method: 'GET',
    path: '/cart',
    summary: 'The visitor’s cart with today’s prices and stock',
    access: 'public',
    response: cartSchema,
  }),
  setLine: route({
    method: 'PUT',
    path: '/cart/lines/:skuId',
    summary: 'Puts so many packages of a sku into the cart',
    access: 'public',
    params: skuParamsSchema,
    body: z.strictObject({ quantity: quantitySchema }),
    response: cartSchema,
    problems: ['cart.sku-not-on-sale', 'cart.cooperative-paused', 'cart.full'],
  }),
  removeLine: route({
    method: 'DELETE',
    path: '/cart/lines/:skuId',
    summary: 'Takes a sku out of the cart',
    access: 'public',
    params: skuParamsSchema,
    response: cartSchema,
  }),
  setBundle: route({
    method: 'PUT',
    path: '/cart/bundles/:bundleId',
    summary: 'Puts so many gift boxes of a kind into the cart',
    access: 'public',
    params: bundleParamsSchema,
    body: z.strictObject({ quantity: quantitySchema }),
    response: cartSchema,
    problems: ['cart.bundle-not-on-sale', 'cart.cooperative-paused', 'cart.too-many-bundles'],
  }),
  removeBundle: route({
    method: 'DELETE',
    path: '/cart/bundles/:bundleId',
    summary: 'Takes a kind of gift box out of the cart',
    access: 'public',
    params: bundleParamsSchema,
    response: cartSchema,
  }),
}
