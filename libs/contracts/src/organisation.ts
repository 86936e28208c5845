import { z } from 'zod'
import {
  bilingualSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  localDaySchema,
  pageQuerySchema,
  pageSchema,
  textSchema,
} from './basics.js'
import { route } from './route.js'
import { organisationKindSchema, organisationStatusSchema } from './session.js'

/** Cooperatives, buyer organisations, and the offices of the administration. */

export const regionSchema = z.enum(['weixi', 'baoshan', 'elsewhere']).meta({ id: 'Region' })
export const placeCodeSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,30}$/)
  .meta({ description: 'Township of Weixi or subdistrict of Baoshan', example: 'yezhi' })

/** 统一社会信用代码: eighteen characters, no I, O, S, V, Z. */
const registrationNumberSchema = z
  .string()
  .max(40)
  .transform((text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  .refine((text) => /^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(text), { params: { code: 'field.format' } })

const licenceSchema = z.object({
  registrationNumber: z.string().nullable(),
  licenceNumber: z.string().nullable(),
  licenceIssuer: z.string().nullable(),
  licenceExpiresOn: localDaySchema.nullable(),
  legalRepresentative: z.string().nullable(),
})

export const organisationSchema = z
  .object({
    id: idSchema,
    kind: organisationKindSchema,
    status: organisationStatusSchema,
    name: bilingualSchema,
    shortName: bilingualSchema,
    region: regionSchema,
    placeCode: z.string().nullable(),
    address: z.string().nullable(),
    /** Of invented organisations of the demonstration. */
    isDemonstration: z.boolean(),
    licence: licenceSchema,
    /** Which state this is: an application is decided on as it was read. */
    version: z.int(),
    createdAt: instantSchema,
    approvedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Organisation' })
export type OrganisationView = z.infer<typeof organisationSchema>

const namesSchema = z.strictObject({ zh: textSchema(80), en: textSchema(120) })
const shortNamesSchema = z.strictObject({ zh: textSchema(20), en: textSchema(40) })

export const editOrganisationSchema = z.strictObject({
  name: namesSchema,
  shortName: shortNamesSchema,
  region: regionSchema,
  placeCode: placeCodeSchema.nullable(),
  address: textSchema(200).nullable(),
  licence: z.strictObject({
    registrationNumber: registrationNumberSchema.nullable(),
    licenceNumber: textSchema(60).nullable(),
    licenceIssuer: textSchema(80).nullable(),
    licenceExpiresOn: localDaySchema.nullable(),
    legalRepresentative: textSchema(40).nullable(),
  }),
})
export type EditOrganisation = z.infer<typeof editOrganisationSchema>

export const applyOrganisationSchema = editOrganisationSchema.extend({
  kind: z.enum(['cooperative', 'buyer']),
})
export type ApplyOrganisation = z.infer<typeof applyOrganisationSchema>

export const reasonSchema = textSchema(300, 4)
const reasonBodySchema = z.strictObject({ reason: reasonSchema })
/** Which state of the application was read: what was changed since is not decided on. */
const readBodySchema = z.strictObject({ version: z.int().min(1) })

const decision = {
  method: 'POST',
  access: 'organisation:approve',
  params: idParamsSchema,
  response: organisationSchema,
  problems: ['object.not-found', 'lifecycle.move-not-allowed'],
} as const

export const organisationRoutes = {
  list: route({
    method: 'GET',
    path: '/organisations',
    summary: 'Organisations within reach, newest first',
    access: 'organisation:read',
    query: pageQuerySchema.extend({
      kind: organisationKindSchema.optional(),
      status: organisationStatusSchema.optional(),
      region: regionSchema.optional(),
      query: textSchema(40).optional(),
    }),
    response: pageSchema(organisationSchema),
  }),
  get: route({
    method: 'GET',
    path: '/organisations/:id',
    summary: 'An organisation with its licence; cooperatives that sell here are open to everybody',
    access: 'public',
    params: idParamsSchema,
    response: organisationSchema,
    problems: ['object.not-found'],
  }),
  apply: route({
    method: 'POST',
    path: '/organisations',
    summary: 'Applies to take part as a cooperative or a buyer organisation',
    access: 'account:manage',
    body: applyOrganisationSchema,
    response: organisationSchema,
    status: 201,
    problems: ['organisation.registered-already', 'organisation.too-many'],
    idempotency: 'accepted',
  }),
  edit: route({
    method: 'PUT',
    path: '/organisations/:id',
    summary: 'Corrects names, place and licence; a refused application is handed in again',
    access: 'account:manage',
    params: idParamsSchema,
    body: editOrganisationSchema,
    response: organisationSchema,
    problems: [
      'object.not-found',
      'organisation.registered-already',
      'organisation.identity-fixed',
      'organisation.papers-missing',
    ],
  }),
  approve: route({
    ...decision,
    path: '/organisations/:id/approval',
    summary: 'Approves an application: Weixi’s liaison cooperatives, Baoshan’s officer buyers',
    body: readBodySchema,
    problems: [
      ...decision.problems,
      'organisation.papers-missing',
      'organisation.edited-meanwhile',
    ],
  }),
  refuse: route({
    ...decision,
    path: '/organisations/:id/refusal',
    summary: 'Refuses an application, with the reason',
    body: readBodySchema.extend({ reason: reasonSchema }),
    problems: [...decision.problems, 'organisation.edited-meanwhile'],
  }),
  suspend: route({
    ...decision,
    path: '/organisations/:id/suspension',
    summary: 'Suspends an organisation: its members and keys lose their rights at once',
    body: reasonBodySchema,
  }),
  reinstate: route({
    ...decision,
    path: '/organisations/:id/reinstatement',
    summary: 'Ends a suspension',
    body: reasonBodySchema,
  }),
}
