import { z } from 'zod'
import {
  bilingualSchema,
  idSchema,
  localDaySchema,
  longTextSchema,
  slugSchema,
  textSchema,
} from './basics.js'
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
    /** It is suspended: nothing of it is on sale at present. */
    isPaused: z.boolean(),
    products: z.array(productCardSchema),
  })
  .meta({ id: 'Cooperative' })
export type Cooperative = z.infer<typeof cooperativeSchema>

const FIRST_COOPERATIVES = 1950

/** What a cooperative says of itself on its public page. Its name and township come with its licence. */
const pageFields = {
  villages: z.array(textSchema(20, 2)).max(12),
  summary: z.strictObject({ zh: textSchema(60), en: textSchema(160, 0) }),
  story: z.strictObject({ zh: longTextSchema(1500, 10), en: longTextSchema(3000) }),
  memberFarmers: z.int().min(0).max(100_000),
  foundedYear: z.int().min(FIRST_COOPERATIVES).max(2100).nullable(),
}
export const editCooperativePageSchema = z
  .strictObject({ ...pageFields, version: z.int().min(1) })
  .meta({ id: 'EditCooperativePage' })
export type EditCooperativePage = z.output<typeof editCooperativePageSchema>

export const ownCooperativePageSchema = z
  .object({
    slug: z.string(),
    name: bilingualSchema,
    townshipName: bilingualSchema,
    villages: z.array(z.string()),
    summary: bilingualSchema,
    story: bilingualSchema,
    memberFarmers: z.int(),
    foundedYear: z.int().nullable(),
    version: z.int(),
  })
  .meta({ id: 'OwnCooperativePage' })
export type OwnCooperativePage = z.infer<typeof ownCooperativePageSchema>

const ownParamsSchema = z.strictObject({ cooperativeId: idSchema })

export const cooperativePageRoutes = {
  get: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/page',
    summary: 'The public page of a cooperative, as its owner edits it',
    access: 'product:manage',
    params: ownParamsSchema,
    response: ownCooperativePageSchema,
  }),
  edit: route({
    method: 'PUT',
    path: '/cooperatives/:cooperativeId/page',
    summary: 'Edit what the public reads of a cooperative',
    access: 'product:manage',
    params: ownParamsSchema,
    body: editCooperativePageSchema,
    response: ownCooperativePageSchema,
    problems: ['product.edited-meanwhile', 'cooperative.founded-later'],
  }),
}

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
