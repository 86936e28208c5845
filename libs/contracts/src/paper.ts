import { z } from 'zod'
import { bilingualSchema, flagSchema, idSchema, localDaySchema, textSchema } from './basics.js'
import { paperKinds } from './paper-kinds.js'
import { paperSchema } from './product.js'
import { route } from './route.js'

/** Papers of cooperatives and their goods: licences, reports and proofs, with expiry. */

export const managedPaperSchema = paperSchema
  .extend({
    id: idSchema,
    productId: idSchema.nullable(),
    productName: bilingualSchema.nullable(),
    /** Days until it expires; negative when it has; null when it does not. */
    daysLeft: z.int().nullable(),
    /** A newer paper of the same kind for the same goods lasts longer. */
    isReplaced: z.boolean(),
    /** The scan, at `/files/:id`. */
    fileId: idSchema.nullable(),
  })
  .meta({ id: 'ManagedPaper' })
export type ManagedPaper = z.infer<typeof managedPaperSchema>

export const addPaperSchema = z
  .strictObject({
    kind: z.enum(paperKinds),
    number: textSchema(60),
    issuedOn: localDaySchema,
    expiresOn: localDaySchema.nullable(),
    /** Null: of the cooperative as a whole. */
    productId: idSchema.nullable(),
  })
  .meta({ id: 'AddPaper' })
export type AddPaper = z.output<typeof addPaperSchema>

const ownParamsSchema = z.strictObject({ cooperativeId: idSchema, id: idSchema })

export const paperRoutes = {
  list: route({
    method: 'GET',
    path: '/cooperatives/:cooperativeId/papers',
    summary: 'A cooperative’s papers, soonest to expire first',
    access: 'product:manage',
    params: z.strictObject({ cooperativeId: idSchema }),
    /** `expiring`: only what expires within the first alert (90 days), or has, and is not replaced. */
    query: z.strictObject({ expiring: flagSchema.optional() }),
    response: z.object({ items: z.array(managedPaperSchema).max(500) }),
  }),
  add: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/papers',
    summary: 'Files a paper; its scan follows',
    access: 'product:manage',
    params: z.strictObject({ cooperativeId: idSchema }),
    body: addPaperSchema,
    response: managedPaperSchema,
    status: 201,
    problems: ['paper.dates-wrong', 'paper.filed-already', 'paper.too-many'],
  }),
  addScan: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/papers/:id/scan',
    summary: 'Adds or replaces the scan of a paper: PDF, JPEG, PNG or WebP',
    access: 'product:manage',
    params: ownParamsSchema,
    consumes: 'multipart',
    response: managedPaperSchema,
    rate: 'heavy',
    problems: [
      'file.missing',
      'file.too-large',
      'file.type-not-allowed',
      'file.damaged',
      'file.too-many-pixels',
    ],
  }),
  remove: route({
    method: 'DELETE',
    path: '/cooperatives/:cooperativeId/papers/:id',
    summary: 'Takes a paper off the file: one entered by mistake',
    access: 'product:manage',
    params: ownParamsSchema,
  }),
}
