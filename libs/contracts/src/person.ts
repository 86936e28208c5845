import { z } from 'zod'
import {
  bilingualSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  localeSchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { reasonSchema } from './organisation.js'
import { route } from './route.js'
import { memberRoleSchema } from './session.js'

/** People as an operator sees them: no more than needed, contacts masked. */

const personStateSchema = z.enum(['active', 'suspended', 'erased'])

export const personSchema = z
  .object({
    id: idSchema,
    displayName: z.string(),
    state: personStateSchema,
    locale: localeSchema,
    maskedEmail: z.string().nullable(),
    maskedMobile: z.string().nullable(),
    hasSecondFactor: z.boolean(),
    createdAt: instantSchema,
    memberships: z.array(
      z.object({
        memberId: idSchema,
        organisationId: idSchema,
        organisationName: bilingualSchema,
        role: memberRoleSchema,
      }),
    ),
  })
  .meta({ id: 'Person' })
export type PersonView = z.infer<typeof personSchema>

const reasonBody = z.strictObject({ reason: reasonSchema })
const act = {
  method: 'POST',
  access: 'person:administer',
  params: idParamsSchema,
  body: reasonBody,
  response: personSchema,
} as const

export const personRoutes = {
  list: route({
    method: 'GET',
    path: '/people',
    summary: 'People, newest first; found by name, or by a whole e-mail address or mobile number',
    access: 'person:administer',
    query: pageQuerySchema.extend({
      query: textSchema(254).optional(),
      state: personStateSchema.optional(),
    }),
    response: pageSchema(personSchema),
    problems: ['request.cursor-invalid'],
    rate: 'search',
  }),
  get: route({
    method: 'GET',
    path: '/people/:id',
    summary: 'A person; that it was looked at is recorded',
    access: 'person:administer',
    params: idParamsSchema,
    response: personSchema,
    problems: ['object.not-found'],
  }),
  suspend: route({
    ...act,
    path: '/people/:id/suspension',
    summary: 'Suspends an account: its sessions end at once',
    problems: [
      'object.not-found',
      'person.is-yourself',
      'member.last-keeper',
      'lifecycle.move-not-allowed',
    ],
  }),
  reinstate: route({
    ...act,
    path: '/people/:id/reinstatement',
    summary: 'Ends a suspension',
    problems: ['object.not-found', 'lifecycle.move-not-allowed'],
  }),
  resetSecondFactor: route({
    ...act,
    path: '/people/:id/second-factor-reset',
    summary: 'Takes the second factor off a person who lost it; their sessions end',
    problems: ['object.not-found', 'person.is-yourself', 'second-factor.not-enabled'],
  }),
}
