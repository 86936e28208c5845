import { z } from 'zod'
import { bilingualSchema, idSchema, instantSchema, localeSchema } from './basics.js'
import { contactSchema } from './contact.js'
import { rolesOf, type MemberRole } from './permissions.js'
import { route } from './route.js'

/** Who is signed in, and what they belong to: the first thing both front ends ask for. */

export const organisationKindSchema = z
  .enum(['cooperative', 'buyer', 'administration'])
  .meta({ id: 'OrganisationKind' })
export const organisationStatusSchema = z
  .enum(['applied', 'refused', 'approved', 'suspended'])
  .meta({ id: 'OrganisationStatus' })
export const memberRoleSchema = z
  .enum([...rolesOf.cooperative, ...rolesOf.buyer, ...rolesOf.administration] satisfies [
    MemberRole,
    ...MemberRole[],
  ])
  .meta({ id: 'MemberRole' })

/** A password being set: 8 to 128 code points, any of them, kept exactly as typed. */
export const newPasswordSchema = z
  .string()
  .max(256)
  .refine((text) => [...text].length >= 8, {
    params: { code: 'field.text-too-short', min: 8 },
  })
  .refine((text) => [...text].length <= 128, {
    params: { code: 'field.text-too-long', max: 128 },
  })
  .refine((text) => !/\p{Surrogate}/u.test(text), { params: { code: 'field.text-unsafe' } })
  .meta({ format: 'password', example: '山里的蜜蜂飞过河' })
/** A password being checked. */
export const passwordSchema = z.string().min(1).max(256).meta({ format: 'password' })

const membershipSchema = z
  .object({
    memberId: idSchema,
    organisationId: idSchema,
    organisationKind: organisationKindSchema,
    organisationStatus: organisationStatusSchema,
    name: bilingualSchema,
    shortName: bilingualSchema,
    isDemonstration: z.boolean(),
    role: memberRoleSchema,
    /** Whether the role's rights are in force: organisation approved, second factor where needed. */
    isInForce: z.boolean(),
  })
  .meta({ id: 'Membership' })
export type MembershipView = z.infer<typeof membershipSchema>

export const sessionSchema = z
  .object({
    state: z.enum(['anonymous', 'awaiting-second-factor', 'signed-in']),
    person: z
      .object({
        id: idSchema,
        displayName: z.string(),
        locale: localeSchema,
        email: z.string().nullable(),
        mobile: z.string().nullable(),
      })
      .nullable(),
    /** Every organisation of the person, for the switcher; reach of each role: permissions.ts. */
    memberships: z.array(membershipSchema),
    secondFactor: z.object({
      isEnabled: z.boolean(),
      /** Roles of the administration have no rights before it is set up and used. */
      isRequired: z.boolean(),
      /** Until when acts that need it are open; null when it must be proved (again). */
      provedUntil: instantSchema.nullable(),
    }),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof sessionSchema>

export const signInSchema = z.strictObject({ contact: contactSchema, password: passwordSchema })
export type SignIn = z.infer<typeof signInSchema>

/** Six digits of the authenticator, or a recovery code. */
export const secondFactorCodeSchema = z
  .string()
  .max(40)
  .transform((text) => text.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase())
  .refine((code) => /^\d{6}$|^[a-z2-7]{16}$/.test(code), { params: { code: 'field.format' } })

export const sessionRoutes = {
  get: route({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in, with their organisations and roles',
    access: 'public',
    response: sessionSchema,
  }),
  signIn: route({
    method: 'POST',
    path: '/session',
    summary: 'Signs in by e-mail or mobile number and password; sets the session cookie',
    access: 'public',
    body: signInSchema,
    response: sessionSchema,
    problems: ['sign-in.refused', 'sign-in.too-many', 'account.suspended', 'service.busy'],
    rate: 'sign-in',
  }),
  proveSecondFactor: route({
    method: 'POST',
    path: '/session/second-factor',
    summary: 'Completes signing in, or proves the second factor again, by a code',
    access: 'public',
    body: z.strictObject({ code: secondFactorCodeSchema }),
    response: sessionSchema,
    problems: [
      'access.sign-in-needed',
      'second-factor.refused',
      'second-factor.not-enabled',
      'sign-in.too-many',
    ],
    rate: 'sign-in',
  }),
  signOut: route({
    method: 'DELETE',
    path: '/session',
    summary: 'Signs out here',
    access: 'public',
  }),
}
