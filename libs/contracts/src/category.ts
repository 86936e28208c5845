import { z } from 'zod'
import { bilingualSchema } from './basics.js'
import { route } from './route.js'

export const categoryCodeSchema = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(30)
  .meta({ id: 'CategoryCode', example: 'honey' })

export const categorySchema = z
  .object({
    code: z.string(),
    name: bilingualSchema,
    /** Goods of this category that are listed now. */
    productCount: z.int(),
    /** Medicinal herbs: shown, but sold to organisations only. */
    isBusinessOnly: z.boolean(),
  })
  .meta({ id: 'Category' })
export type Category = z.infer<typeof categorySchema>

export const categoryRoutes = {
  list: route({
    method: 'GET',
    path: '/categories',
    summary: 'The categories of goods, in the order of the shop',
    access: 'public',
    response: z.object({ items: z.array(categorySchema) }),
    cacheSeconds: 60,
  }),
}
