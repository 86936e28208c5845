import { z } from 'zod'
import { bilingualSchema, fenSchema, gramsSchema, idSchema, quantitySchema } from './basics.js'
import { route } from './route.js'

/** A shopper's cart: a guest's by cookie, a person's by session. Prices and stock are today's. */

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
    obstacle: z.enum(['sold-out', 'too-few-left', 'not-on-sale', 'business-only']).nullable(),
    needsAdult: z.boolean(),
    needsReturnConsent: z.boolean(),
  })
  .meta({ id: 'CartLine' })
export type CartLine = z.infer<typeof cartLineSchema>

export const cartSchema = z
  .object({
    cooperatives: z.array(
      z.object({
        cooperativeId: idSchema,
        cooperativeSlug: z.string(),
        name: bilingualSchema,
        goodsFen: fenSchema,
        lines: z.array(cartLineSchema),
      }),
    ),
    goodsFen: fenSchema,
    quantity: z.int(),
  })
  .meta({ id: 'Cart' })
export type Cart = z.infer<typeof cartSchema>

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
    problems: ['cart.sku-not-on-sale', 'cart.full'],
  }),
  removeLine: route({
    method: 'DELETE',
    path: '/cart/lines/:skuId',
    summary: 'Takes a sku out of the cart',
    access: 'public',
    params: skuParamsSchema,
    response: cartSchema,
  }),
}
