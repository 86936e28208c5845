import { z } from 'zod'
import {
  countSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  localeSchema,
  textSchema,
} from './basics.js'
import { consentVersions } from './consent.js'
import { contactSchema } from './contact.js'
import { route } from './route.js'
import { newPasswordSchema, passwordSchema, sessionSchema } from './session.js'

/** A person's own account: registering, contacts, password, sessions, own data. */

export const displayNameSchema = textSchema(40)
/** Six digits that came by mail or SMS. */
export const codeSchema = z
  .string()
  .max(20)
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
  .refine((code) => /^\d{6}$/.test(code), { params: { code: 'field.format' } })

const consentSchema = z.strictObject({
  terms: z.string().max(20).meta({ example: consentVersions.terms }),
  privacy: z.string().max(20).meta({ example: consentVersions.privacy }),
})

/** A code is on its way. The answer is the same whether the account exists; the message is not. */
export const challengeSchema = z
  .object({ challengeId: idSchema, channel: z.enum(['mail', 'sms']), expiresAt: instantSchema })
  .meta({ id: 'Challenge' })
export type ChallengeView = z.infer<typeof challengeSchema>

export const registerSchema = z.strictObject({
  challengeId: idSchema,
  code: codeSchema,
  password: newPasswordSchema,
  displayName: displayNameSchema,
  locale: localeSchema.default('zh-CN'),
  consent: consentSchema,
})
export type Register = z.infer<typeof registerSchema>

export const registrationRoutes = {
  requestCode: route({
    method: 'POST',
    path: '/codes',
    summary: 'Sends a six-digit code by mail or SMS, to register or to reset the password',
    access: 'public',
    body: z.strictObject({ purpose: z.enum(['register', 'reset']), contact: contactSchema }),
    response: challengeSchema,
    status: 202,
    problems: ['code.too-many'],
    rate: 'sign-in',
  }),
  register: route({
    method: 'POST',
    path: '/registrations',
    summary: 'Creates an account with the code, and signs in',
    access: 'public',
    body: registerSchema,
    response: sessionSchema,
    status: 201,
    problems: ['code.refused', 'consent.outdated', 'service.busy'],
    rate: 'sign-in',
  }),
  resetPassword: route({
    method: 'POST',
    path: '/password-resets',
    summary: 'Sets a new password with the code; ends every session of the person',
    access: 'public',
    body: z.strictObject({
      challengeId: idSchema,
      code: codeSchema,
      password: newPasswordSchema,
    }),
    problems: ['code.refused', 'service.busy'],
    rate: 'sign-in',
  }),
}

export const accountSchema = z
  .object({
    id: idSchema,
    displayName: z.string(),
    locale: localeSchema,
    email: z.string().nullable(),
    mobile: z.string().nullable(),
    createdAt: instantSchema,
    passwordChangedAt: instantSchema.nullable(),
    consents: z.array(
      z.object({
        kind: z.enum(['terms', 'privacy']),
        version: z.string(),
        givenAt: instantSchema,
        withdrawnAt: instantSchema.nullable(),
      }),
    ),
    /** Whether the texts in force are still to be agreed to. */
    isConsentOutdated: z.boolean(),
    secondFactor: z.object({
      isEnabled: z.boolean(),
      enabledAt: instantSchema.nullable(),
      recoveryCodesLeft: countSchema,
    }),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof accountSchema>

const accountSessionSchema = z
  .object({
    id: idSchema,
    isCurrent: z.boolean(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: instantSchema,
    lastSeenAt: instantSchema,
  })
  .meta({ id: 'AccountSession' })
export type AccountSession = z.infer<typeof accountSessionSchema>

const access = 'account:manage'

export const accountRoutes = {
  get: route({
    method: 'GET',
    path: '/account',
    summary: 'The account of the person signed in',
    access,
    response: accountSchema,
  }),
  edit: route({
    method: 'PATCH',
    path: '/account',
    summary: 'Changes display name and language',
    access,
    body: z.strictObject({
      displayName: displayNameSchema.optional(),
      locale: localeSchema.optional(),
    }),
    response: accountSchema,
  }),
  consent: route({
    method: 'POST',
    path: '/account/consents',
    summary: 'Agrees to the terms and the privacy notice in force',
    access,
    body: consentSchema,
    response: accountSchema,
    problems: ['consent.outdated'],
  }),
  changePassword: route({
    method: 'POST',
    path: '/account/password',
    summary: 'Changes the password; ends every other session',
    access,
    body: z.strictObject({ currentPassword: passwordSchema, newPassword: newPasswordSchema }),
    problems: ['password.wrong', 'sign-in.too-many', 'service.busy'],
    rate: 'sign-in',
  }),
  changeContact: route({
    method: 'POST',
    path: '/account/contact-changes',
    summary: 'Begins to add or change the e-mail address or mobile number: sends it a code',
    access,
    body: z.strictObject({ contact: contactSchema, password: passwordSchema }),
    response: challengeSchema,
    status: 202,
    problems: ['password.wrong', 'sign-in.too-many', 'code.too-many', 'service.busy'],
    rate: 'sign-in',
  }),
  confirmContact: route({
    method: 'POST',
    path: '/account/contact-changes/:id/confirmation',
    summary: 'Completes the change of contact with the code',
    access,
    params: idParamsSchema,
    body: z.strictObject({ code: codeSchema }),
    response: accountSchema,
    problems: ['code.refused'],
    rate: 'sign-in',
  }),
  removeContact: route({
    method: 'POST',
    path: '/account/contact-removals',
    summary: 'Removes the e-mail address or the mobile number; one must stay',
    access,
    body: z.strictObject({ channel: z.enum(['mail', 'sms']), password: passwordSchema }),
    response: accountSchema,
    problems: ['password.wrong', 'sign-in.too-many', 'contact.last', 'service.busy'],
    rate: 'sign-in',
  }),
  listSessions: route({
    method: 'GET',
    path: '/account/sessions',
    summary: 'Where the person is signed in',
    access,
    response: z.object({ items: z.array(accountSessionSchema) }),
  }),
  endSession: route({
    method: 'DELETE',
    path: '/account/sessions/:id',
    summary: 'Ends one session',
    access,
    params: idParamsSchema,
    problems: ['object.not-found'],
  }),
  endAllSessions: route({
    method: 'DELETE',
    path: '/account/sessions',
    summary: 'Signs out everywhere, here too',
    access,
  }),
  exportData: route({
    method: 'GET',
    path: '/account/personal-data',
    summary: 'Everything that is kept about the person, as JSON',
    access,
    response: z.object({
      madeAt: instantSchema,
      /** One part for each domain that keeps something. */
      parts: z.record(z.string(), z.unknown()),
    }),
    rate: 'heavy',
  }),
  erase: route({
    method: 'POST',
    path: '/account/erasure',
    summary: 'Closes the account and erases the personal data; the books stay, without a name',
    access,
    body: z.strictObject({ password: passwordSchema }),
    problems: [
      'password.wrong',
      'sign-in.too-many',
      'account.erasure-blocked',
      'member.last-keeper',
      'service.busy',
    ],
    rate: 'sign-in',
  }),
}
