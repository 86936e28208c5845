import { z } from 'zod'
import { bilingualSchema } from './basics.js'
import { route } from './route.js'

/** Whom a buyer asks for help, and the periods that the rules of today give. */

export const serviceDeskSchema = z
  .object({
    phone: z.string(),
    email: z.string(),
    hours: bilingualSchema,
    address: bilingualSchema,
    holdMinutes: z.int(),
    autoAcceptDays: z.int(),
    returnDays: z.int(),
    claimDays: z.int(),
    answerHours: z.int(),
  })
  .meta({ id: 'ServiceDesk' })
export type ServiceDesk = z.infer<typeof serviceDeskSchema>

export const serviceDeskRoutes = {
  get: route({
    method: 'GET',
    path: '/service-desk',
    summary: 'Whom to ask for help, and the periods in force today',
    access: 'public',
    response: serviceDeskSchema,
    cacheSeconds: 60,
  }),
}
