import { z } from 'zod'
import {
  bilingualSchema,
  fenSchema,
  gramsSchema,
  idSchema,
  pageQuerySchema,
  pageSchema,
  quantitySchema,
  slugSchema,
  textSchema,
} from './basics.js'
import { pictureSchema, temperatureModeSchema } from './product.js'
import { route } from './route.js'
import { priceBreakSchema } from './sku.js'

/** Gift boxes: skus of one cooperative, packed together and sold at a price of their own. */

export const MAX_COMPONENTS = 8
const MAX_IN_BOX = 20

const componentSchema = z
  .object({
    skuId: idSchema,
    /** Packages of it in one box. */
    quantity: quantitySchema,
    productSlug: z.string(),
    name: bilingualSchema,
    skuName: bilingualSchema,
    pack: bilingualSchema,
    packGrams: gramsSchema,
    /** What one package costs by itself. */
    priceFen: fenSchema,
    picture: pictureSchema,
    townshipName: bilingualSchema,
    isRecognised: z.boolean(),
  })
  .meta({ id: 'BundleComponent' })
export type BundleComponent = z.infer<typeof componentSchema>

export const bundleCardSchema = z
  .object({
    id: idSchema,
    slug: z.string(),
    name: bilingualSchema,
    cooperativeId: idSchema,
    cooperativeSlug: z.string(),
    cooperativeName: bilingualSchema,
    priceFen: fenSchema,
    /** What the contents cost one by one. */
    partsFen: fenSchema,
    grams: gramsSchema,
    /** Boxes that can be made of what is left. */
    left: z.int(),
    isOnSale: z.boolean(),
    isAdultOnly: z.boolean(),
    /** Whether all that is in it is recognised. */
    isRecognised: z.boolean(),
    components: z.array(componentSchema),
  })
  .meta({ id: 'BundleCard' })
export type BundleCard = z.infer<typeof bundleCardSchema>

export const bundleSchema = bundleCardSchema
  .extend({
    story: bilingualSchema,
    priceBreaks: z.array(priceBreakSchema),
    temperatureMode: temperatureModeSchema,
    isReturnException: z.boolean(),
    /** Its cooperative is suspended: not on sale at present. */
    isPaused: z.boolean(),
  })
  .meta({ id: 'Bundle' })
export type Bundle = z.infer<typeof bundleSchema>

export const managedBundleSchema = bundleSchema
  .extend({ isActive: z.boolean(), version: z.int() })
  .meta({ id: 'ManagedBundle' })
export type ManagedBundle = z.infer<typeof managedBundleSchema>

export const writeBundleSchema = z
  .strictObject({
    name: z.strictObject({ zh: textSchema(40), en: textSchema(80) }),
    story: z.strictObject({ zh: textSchema(600), en: textSchema(1200) }),
    priceFen: z.int().min(1).max(100_000_000),
    priceBreaks: z
      .array(
        z.strictObject({
          minQuantity: quantitySchema,
          priceFen: z.int().min(1).max(100_000_000),
        }),
      )
      .max(5)
      .default([]),
    components: z
      .array(
        z.strictObject({
          skuId: idSchema,
          quantity: z.int().min(1).max(MAX_IN_BOX),
        }),
      )
      .min(1)
      .max(MAX_COMPONENTS),
    isActive: z.boolean().default(true),
  })
  .meta({ id: 'WriteBundle' })
export type WriteBundle = z.output<typeof writeBundleSchema>

export const bundleListQuerySchema = pageQuerySchema.extend({
  q: textSchema(40).optional(),
  cooperative: slugSchema.optional(),
  minPriceFen: z.coerce.number().int().min(0).max(100_000_000).optional(),
  maxPriceFen: z.coerce.number().int().min(0).max(100_000_000).optional(),
})
export type BundleListQuery = z.output<typeof bundleListQuerySchema>

const ownParamsSchema = z.strictObject({ cooperativeId: idSchema, id: idSchema })

export const bundleRoutes = {
  list: route({
    method: 'GET',
    path: '/bundles',
    summary: 'Gift boxes on offer, cheapest first',
    access: 'public',
    query: bundleListQuerySchema,
    response: pageSchema(bundleCardSchema),
    rate: 'search',
    cacheSeconds: 5,
    readySeconds: 3,
    problems: ['request.cursor-invalid'],
  }),
  get: route({
    method: 'GET',
    path: '/bundles/:slug',
    summary: 'A gift box with what is in it',
    access: 'public',
    params: z.strictObject({ slug: slugSchema }),
    response: bundleSchema,
    cacheSeconds: 5,
    readySeconds: 3,
  }),
  listOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/bundles',
    summary: 'A cooperative’s gift boxes, newest first',
    access: 'product:manage',
    params: z.strictObject({ cooperativeId: idSchema }),
    query: pageQuerySchema,
    response: pageSchema(managedBundleSchema),
  }),
  getOwn: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/bundles/:id',
    summary: 'One of a cooperative’s gift boxes',
    access: 'product:manage',
    params: ownParamsSchema,
    response: managedBundleSchema,
  }),
  create: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/bundles',
    summary: 'Makes a gift box of a cooperative’s own skus',
    access: 'product:manage',
    idempotency: 'required',
    status: 201,
    params: z.strictObject({ cooperativeId: idSchema }),
    body: writeBundleSchema,
    response: managedBundleSchema,
    problems: ['bundle.sku-not-own', 'bundle.sku-twice', 'sku.breaks-not-falling'],
  }),
  edit: route({
    method: 'PUT',
    path: '/cooperatives/:cooperativeId/bundles/:id',
    summary: 'Changes a gift box; orders placed before keep what they were placed for',
    access: 'product:manage',
    params: ownParamsSchema,
    body: writeBundleSchema.extend({ version: z.int().min(1) }),
    response: managedBundleSchema,
    problems: [
      'bundle.sku-not-own',
      'bundle.sku-twice',
      'sku.breaks-not-falling',
      'product.edited-meanwhile',
    ],
  }),
}
