import { z } from 'zod'
import {
  bilingualSchema,
  idParamsSchema,
  idSchema,
  localDaySchema,
  longTextSchema,
  pageQuerySchema,
  pageSchema,
} from './basics.js'
import { recognitionSchema } from './product.js'
import { route } from './route.js'

/** Recognition of a product of a cooperative: asked for by the one, decided by the liaison. */

export const recognitionStateSchema = z.enum([
  'applied',
  'recognised',
  'refused',
  'lapsed',
  'revoked',
])
export type RecognitionState = z.infer<typeof recognitionStateSchema>

export const recognitionRowSchema = recognitionSchema
  .extend({
    id: idSchema,
    productId: idSchema,
    productSlug: z.string(),
    productName: bilingualSchema,
    cooperativeId: idSchema,
    cooperativeName: bilingualSchema,
    /** Whether a public source places the product in Weixi. */
    isVerified: z.boolean(),
    appliedOn: localDaySchema,
    decidedOn: localDaySchema.nullable(),
    reason: z.string(),
  })
  .meta({ id: 'RecognitionRow' })
export type RecognitionRow = z.infer<typeof recognitionRowSchema>

export const decideRecognitionSchema = z
  .strictObject({
    state: z.enum(['recognised', 'refused', 'lapsed', 'revoked']),
    /** First and last day it is valid: needed to recognise. */
    validFrom: localDaySchema.nullable().default(null),
    validTo: localDaySchema.nullable().default(null),
    reason: longTextSchema(300, 2),
  })
  .meta({ id: 'DecideRecognition' })
export type DecideRecognition = z.output<typeof decideRecognitionSchema>

export const recognitionRoutes = {
  apply: route({
    method: 'POST',
    path: '/cooperatives/:cooperativeId/products/:id/recognition-applications',
    summary: 'Asks that a product be recognised',
    access: 'product:manage',
    params: z.strictObject({ cooperativeId: idSchema, id: idSchema }),
    response: recognitionRowSchema,
    status: 201,
    problems: [
      'recognition.pending',
      'recognition.not-listed',
      'product.papers-missing',
      'product.papers-expired',
    ],
  }),
  listAll: route({
    method: 'GET',
    path: '/administration/recognitions',
    summary: 'Recognitions, what waits for a decision first',
    access: 'product:approve',
    query: pageQuerySchema.extend({ state: recognitionStateSchema.optional() }),
    response: pageSchema(recognitionRowSchema),
  }),
  decide: route({
    method: 'POST',
    path: '/administration/recognitions/:id/decision',
    summary: 'Recognises, refuses, lets lapse or revokes, with a reason',
    access: 'product:approve',
    params: idParamsSchema,
    body: decideRecognitionSchema,
    response: recognitionRowSchema,
    problems: [
      'lifecycle.move-not-allowed',
      'recognition.dates-wrong',
      'recognition.decided-by-applicant',
    ],
  }),
}
