import { z } from 'zod'
import { idSchema, instantSchema, textSchema } from './basics.js'
import { permissions, type Permission } from './permissions.js'
import { route } from './route.js'

/** Keys by which an organisation's own systems call: `Authorization: Bearer wbk_…`. */

export const scopeSchema = z
  .enum(Object.keys(permissions) as [Permission, ...Permission[]])
  .meta({ id: 'Scope' })

export const machineKeySchema = z
  .object({
    id: idSchema,
    name: z.string(),
    /** The last four characters, to tell keys apart. */
    hint: z.string(),
    scopes: z.array(scopeSchema),
    createdAt: instantSchema,
    expiresAt: instantSchema,
    lastUsedAt: instantSchema.nullable(),
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'MachineKey' })
export type MachineKeyView = z.infer<typeof machineKeySchema>

export const createMachineKeySchema = z.strictObject({
  name: textSchema(60),
  scopes: z.array(scopeSchema).min(1).max(50),
  daysValid: z.int().min(1).max(365),
})
export type CreateMachineKey = z.infer<typeof createMachineKeySchema>

const organisationParams = z.strictObject({ organisationId: idSchema })

export const machineKeyRoutes = {
  list: route({
    method: 'GET',
    path: '/organisations/:organisationId/machine-keys',
    summary: 'Keys of an organisation, newest first',
    access: 'machine-key:manage',
    params: organisationParams,
    response: z.object({
      items: z.array(machineKeySchema),
      /** What a key of this organisation may be allowed. */
      grantableScopes: z.array(scopeSchema),
    }),
    problems: ['object.not-found'],
  }),
  create: route({
    method: 'POST',
    path: '/organisations/:organisationId/machine-keys',
    summary: 'Makes a key; it is shown once',
    access: 'machine-key:manage',
    params: organisationParams,
    body: createMachineKeySchema,
    response: z.object({ key: machineKeySchema, token: z.string() }),
    status: 201,
    problems: ['object.not-found', 'machine-key.scope-not-allowed', 'machine-key.too-many'],
  }),
  revoke: route({
    method: 'POST',
    path: '/organisations/:organisationId/machine-keys/:keyId/revocation',
    summary: 'Ends a key at once',
    access: 'machine-key:manage',
    params: organisationParams.extend({ keyId: idSchema }),
    response: machineKeySchema,
    problems: ['object.not-found'],
  }),
}
