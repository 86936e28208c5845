import { z } from 'zod'
import { bilingualSchema, idSchema, localDaySchema, slugSchema } from './basics.js'
import { paperSchema, productCardSchema } from './product.js'
import { route } from './route.js'

/** Cooperatives as the public sees them. Those of the demonstration are invented and say so. */

export const cooperativeCardSchema = z
  .object({
    id: idSchema,
    slug: z.string(),
    name: bilingualSchema,
    townshipCode: z.string(),
    townshipName: bilingualSchema,
    summary: bilingualSchema,
    memberFarmers: z.int(),
    productCount: z.int(),
    isDemonstration: z.boolean(),
  })
  .meta({ id: 'CooperativeCard' })
export type CooperativeCard = z.infer<typeof cooperativeCardSchema>

export const cooperativeSchema = cooperativeCardSchema
  .extend({
    villages: z.array(bilingualSchema),
    story: bilingualSchema,
    foundedYear: z.int().nullable(),
    /** Licences stay visible (business, food production, …). */
    papers: z.array(paperSchema),
    joinedOn: localDaySchema,
    products: z.array(productCardSchema),
  })
  .meta({ id: 'Cooperative' })
export type Cooperative = z.infer<typeof cooperativeSchema>

export const cooperativeRoutes = {
  list: route({
    method: 'GET',
    path: '/cooperatives',
    summary: 'The cooperatives that sell here',
    access: 'public',
    response: z.object({ items: z.array(cooperativeCardSchema) }),
    cacheSeconds: 60,
  }),
  get: route({
    method: 'GET',
    path: '/cooperatives/:slug',
    summary: 'A cooperative with its licences and goods',
    access: 'public',
    params: z.strictObject({ slug: slugSchema }),
    response: cooperativeSchema,
    cacheSeconds: 30,
  }),
}
