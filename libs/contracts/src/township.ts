import { z } from 'zod'
import { bilingualSchema } from './basics.js'
import { route } from './route.js'

export const townshipCodeSchema = z
  .string()
  .regex(/^[a-z]+$/)
  .max(30)
  .meta({ id: 'TownshipCode', example: 'yezhi' })

export const townshipSchema = z
  .object({
    code: z.string(),
    name: bilingualSchema,
    kind: z.enum(['town', 'township']),
    intro: bilingualSchema,
    villages: z.array(bilingualSchema),
    productCount: z.int(),
    cooperativeCount: z.int(),
  })
  .meta({ id: 'Township' })
export type Township = z.infer<typeof townshipSchema>

export const townshipRoutes = {
  list: route({
    method: 'GET',
    path: '/townships',
    summary: 'The ten townships of Weixi',
    access: 'public',
    response: z.object({ items: z.array(townshipSchema) }),
    cacheSeconds: 60,
  }),
}
