import { z } from 'zod'
import { bilingualSchema, idSchema, instantSchema } from './basics.js'
import { contactSchema } from './contact.js'
import { route } from './route.js'
import { memberRoleSchema, organisationKindSchema } from './session.js'

/** Who belongs to an organisation, in which role, and who is invited. */

export const memberSchema = z
  .object({
    id: idSchema,
    personId: idSchema,
    displayName: z.string(),
    role: memberRoleSchema,
    maskedEmail: z.string().nullable(),
    maskedMobile: z.string().nullable(),
    hasSecondFactor: z.boolean(),
    isSuspended: z.boolean(),
    memberSince: instantSchema,
  })
  .meta({ id: 'Member' })
export type MemberView = z.infer<typeof memberSchema>

export const invitationSchema = z
  .object({
    id: idSchema,
    role: memberRoleSchema,
    maskedContact: z.string(),
    createdAt: instantSchema,
    expiresAt: instantSchema,
    isExpired: z.boolean(),
  })
  .meta({ id: 'Invitation' })
export type InvitationView = z.infer<typeof invitationSchema>

const organisationParams = z.strictObject({ organisationId: idSchema })
const memberParams = organisationParams.extend({ memberId: idSchema })
const tokenBody = z.strictObject({ token: z.string().min(20).max(100) })
const invitationParams = z.strictObject({ id: idSchema })

export const memberRoutes = {
  list: route({
    method: 'GET',
    path: '/organisations/:organisationId/members',
    summary: 'Members of an organisation',
    access: 'member:read',
    params: organisationParams,
    response: z.object({ items: z.array(memberSchema) }),
    problems: ['object.not-found'],
  }),
  add: route({
    method: 'POST',
    path: '/organisations/:organisationId/members',
    summary: 'Makes a person a member without an invitation (operator)',
    access: 'person:administer',
    params: organisationParams,
    body: z.strictObject({ personId: idSchema, role: memberRoleSchema }),
    response: memberSchema,
    status: 201,
    problems: ['object.not-found', 'member.already', 'member.role-not-of-kind'],
  }),
  changeRole: route({
    method: 'PUT',
    path: '/organisations/:organisationId/members/:memberId',
    summary: 'Gives a member another role',
    access: 'member:manage',
    params: memberParams,
    body: z.strictObject({ role: memberRoleSchema }),
    response: memberSchema,
    problems: ['object.not-found', 'member.last-keeper', 'member.role-not-of-kind'],
  }),
  remove: route({
    method: 'DELETE',
    path: '/organisations/:organisationId/members/:memberId',
    summary: 'Ends a membership; its rights end at once',
    access: 'member:manage',
    params: memberParams,
    problems: ['object.not-found', 'member.last-keeper'],
  }),
  leave: route({
    method: 'DELETE',
    path: '/account/memberships/:id',
    summary: 'Leaves an organisation',
    access: 'account:manage',
    params: invitationParams,
    problems: ['object.not-found', 'member.last-keeper'],
  }),
}

export const invitationRoutes = {
  list: route({
    method: 'GET',
    path: '/organisations/:organisationId/invitations',
    summary: 'Invitations that wait',
    access: 'member:manage',
    params: organisationParams,
    response: z.object({ items: z.array(invitationSchema) }),
    problems: ['object.not-found'],
  }),
  create: route({
    method: 'POST',
    path: '/organisations/:organisationId/invitations',
    summary: 'Invites by e-mail or mobile number; the link is good once, for seven days',
    access: 'member:manage',
    params: organisationParams,
    body: z.strictObject({ contact: contactSchema, role: memberRoleSchema }),
    response: invitationSchema,
    status: 201,
    problems: [
      'object.not-found',
      'member.role-not-of-kind',
      'invitation.too-many',
      'code.too-many',
    ],
  }),
  revoke: route({
    method: 'DELETE',
    path: '/organisations/:organisationId/invitations/:invitationId',
    summary: 'Takes an invitation back',
    access: 'member:manage',
    params: organisationParams.extend({ invitationId: idSchema }),
    problems: ['object.not-found'],
  }),
  preview: route({
    method: 'POST',
    path: '/invitations/:id/preview',
    summary: 'What an invitation is for',
    access: 'public',
    params: invitationParams,
    body: tokenBody,
    response: z.object({
      organisationName: bilingualSchema,
      organisationKind: organisationKindSchema,
      role: memberRoleSchema,
      expiresAt: instantSchema,
    }),
    problems: ['invitation.ended'],
    rate: 'sign-in',
  }),
  accept: route({
    method: 'POST',
    path: '/invitations/:id/acceptance',
    summary: 'Accepts an invitation: the person signed in becomes a member',
    access: 'account:manage',
    params: invitationParams,
    body: tokenBody,
    response: z.object({ memberId: idSchema, organisationId: idSchema }),
    status: 201,
    problems: ['invitation.ended', 'member.already'],
    rate: 'sign-in',
  }),
}
