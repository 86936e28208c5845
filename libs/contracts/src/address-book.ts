import { z } from 'zod'
import { idParamsSchema, idSchema } from './basics.js'
import { addressSchema } from './order.js'
import { route } from './route.js'

/** Addresses that a signed-in person keeps, to choose from at checkout. */

export const MAX_ADDRESSES = 20

export const keptAddressSchema = z
  .object({
    id: idSchema,
    address: addressSchema,
    /** One of a person's addresses is: the one that checkout starts with. */
    isDefault: z.boolean(),
  })
  .meta({ id: 'KeptAddress' })
export type KeptAddress = z.infer<typeof keptAddressSchema>

export const keepAddressSchema = z.strictObject({
  address: addressSchema,
  isDefault: z.boolean().default(false),
})
export type KeepAddress = z.infer<typeof keepAddressSchema>

const access = 'account:manage'

export const addressBookRoutes = {
  list: route({
    method: 'GET',
    path: '/account/addresses',
    summary: 'The person’s addresses, the default one first; 20 at most',
    access,
    response: z.object({ items: z.array(keptAddressSchema).max(MAX_ADDRESSES) }),
  }),
  keep: route({
    method: 'POST',
    path: '/account/addresses',
    summary: 'Keeps an address; the same one again stays one. The first is the default',
    access,
    body: keepAddressSchema,
    response: keptAddressSchema,
    problems: ['address.too-many'],
  }),
  change: route({
    method: 'PUT',
    path: '/account/addresses/:id',
    summary: 'Changes an address, or makes it the default; orders keep the address they were given',
    access,
    params: idParamsSchema,
    body: keepAddressSchema,
    response: keptAddressSchema,
    problems: ['object.not-found'],
  }),
  remove: route({
    method: 'DELETE',
    path: '/account/addresses/:id',
    summary: 'Forgets an address; the one changed last becomes the default if it was',
    access,
    params: idParamsSchema,
    problems: ['object.not-found'],
  }),
}
