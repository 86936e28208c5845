import { z } from 'zod'
import { idParamsSchema, idSchema, instantSchema } from './basics.js'
import { route } from './route.js'

/** The papers an organisation applies with: scans of its registration certificate and the like. */

export const MAX_REGISTRATION_PAPERS = 10

export const registrationPaperSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    /** A photograph is kept as WebP, whatever it came as. */
    type: z.enum(['application/pdf', 'image/webp']),
    sizeBytes: z.int().positive(),
    uploadedAt: instantSchema,
    /** At `/files/:id`. */
    fileId: idSchema,
  })
  .meta({ id: 'RegistrationPaper' })
export type RegistrationPaperView = z.infer<typeof registrationPaperSchema>

const papersSchema = z.object({
  items: z.array(registrationPaperSchema).max(MAX_REGISTRATION_PAPERS),
})

export const registrationPaperRoutes = {
  list: route({
    method: 'GET',
    path: '/organisations/:id/registration-papers',
    summary: 'The papers of a registration, for who handed them in and who decides on it',
    access: 'account:manage',
    params: idParamsSchema,
    response: papersSchema,
    problems: ['object.not-found'],
  }),
  add: route({
    method: 'POST',
    path: '/organisations/:id/registration-papers',
    summary: 'Adds a scan or photograph of a paper to a registration: PDF, JPEG, PNG or WebP',
    access: 'account:manage',
    params: idParamsSchema,
    consumes: 'multipart',
    response: registrationPaperSchema,
    status: 201,
    rate: 'heavy',
    problems: [
      'object.not-found',
      'organisation.papers-full',
      'file.missing',
      'file.too-large',
      'file.type-not-allowed',
      'file.damaged',
      'file.too-many-pixels',
    ],
  }),
  remove: route({
    method: 'DELETE',
    path: '/organisations/:id/registration-papers/:paperId',
    summary: 'Takes a paper off a registration that is not approved yet',
    access: 'account:manage',
    params: z.strictObject({ id: idSchema, paperId: idSchema }),
    problems: ['object.not-found', 'organisation.paper-fixed'],
  }),
}
