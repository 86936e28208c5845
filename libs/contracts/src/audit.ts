import { z } from 'zod'
import { idSchema, instantSchema, pageQuerySchema, pageSchema } from './basics.js'
import { route } from './route.js'

/** Who changed what, when and why. Append-only. */

export const auditEntrySchema = z
  .object({
    id: idSchema,
    at: instantSchema,
    act: z.string(),
    actorKind: z.enum(['person', 'machine', 'system']),
    actorId: idSchema.nullable(),
    /** Display name of the person, or name of the key; null when the system acted. */
    actorName: z.string().nullable(),
    organisationId: idSchema.nullable(),
    objectKind: z.string(),
    objectId: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    reason: z.string().nullable(),
    requestId: z.string().nullable(),
    /** Network (/24 or /48) the request came from. */
    network: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntryView = z.infer<typeof auditEntrySchema>

const word = z
  .string()
  .regex(/^[a-z0-9.-]+$/)
  .max(60)

export const auditRoutes = {
  list: route({
    method: 'GET',
    path: '/audit-entries',
    summary: 'The audit log, newest first',
    access: 'audit:read',
    query: pageQuerySchema.extend({
      act: word.optional(),
      actorId: idSchema.optional(),
      organisationId: idSchema.optional(),
      objectKind: word.optional(),
      objectId: z.string().min(1).max(100).optional(),
      from: instantSchema.optional(),
      to: instantSchema.optional(),
    }),
    response: pageSchema(auditEntrySchema),
    problems: ['request.cursor-invalid'],
  }),
}
