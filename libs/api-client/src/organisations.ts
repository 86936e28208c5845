import type { machineKeyRoutes } from '@weibao/contracts/machine-key'
import type { invitationRoutes, memberRoutes } from '@weibao/contracts/member'
import type { organisationRoutes } from '@weibao/contracts/organisation'
import type { registrationPaperRoutes } from '@weibao/contracts/registration-paper'
import { endpoint } from './http.js'
import { uploadEndpoint } from './upload.js'

export const organisations = {
  list: endpoint<typeof organisationRoutes.list>('GET', '/organisations'),
  get: endpoint<typeof organisationRoutes.get>('GET', '/organisations/:id'),
  apply: endpoint<typeof organisationRoutes.apply>('POST', '/organisations'),
  edit: endpoint<typeof organisationRoutes.edit>('PUT', '/organisations/:id'),
  approve: endpoint<typeof organisationRoutes.approve>('POST', '/organisations/:id/approval'),
  refuse: endpoint<typeof organisationRoutes.refuse>('POST', '/organisations/:id/refusal'),
  suspend: endpoint<typeof organisationRoutes.suspend>('POST', '/organisations/:id/suspension'),
  reinstate: endpoint<typeof organisationRoutes.reinstate>(
    'POST',
    '/organisations/:id/reinstatement',
  ),
}

export const registrationPapers = {
  list: endpoint<typeof registrationPaperRoutes.list>(
    'GET',
    '/organisations/:id/registration-papers',
  ),
  add: uploadEndpoint<typeof registrationPaperRoutes.add>(
    'POST',
    '/organisations/:id/registration-papers',
  ),
  remove: endpoint<typeof registrationPaperRoutes.remove>(
    'DELETE',
    '/organisations/:id/registration-papers/:paperId',
  ),
}

export const members = {
  list: endpoint<typeof memberRoutes.list>('GET', '/organisations/:organisationId/members'),
  add: endpoint<typeof memberRoutes.add>('POST', '/organisations/:organisationId/members'),
  changeRole: endpoint<typeof memberRoutes.changeRole>(
    'PUT',
    '/organisations/:organisationId/members/:memberId',
  ),
  remove: endpoint<typeof memberRoutes.remove>(
    'DELETE',
    '/organisations/:organisationId/members/:memberId',
  ),
  leave: endpoint<typeof memberRoutes.leave>('DELETE', '/account/memberships/:id'),
}

export const invitations = {
  list: endpoint<typeof invitationRoutes.list>('GET', '/organisations/:organisationId/invitations'),
  create: endpoint<typeof invitationRoutes.create>(
    'POST',
    '/organisations/:organisationId/invitations',
  ),
  revoke: endpoint<typeof invitationRoutes.revoke>(
    'DELETE',
    '/organisations/:organisationId/invitations/:invitationId',
  ),
  preview: endpoint<typeof invitationRoutes.preview>('POST', '/invitations/:id/preview'),
  accept: endpoint<typeof invitationRoutes.accept>('POST', '/invitations/:id/acceptance'),
}

export const machineKeys = {
  list: endpoint<typeof machineKeyRoutes.list>(
    'GET',
    '/organisations/:organisationId/machine-keys',
  ),
  create: endpoint<typeof machineKeyRoutes.create>(
    'POST',
    '/organisations/:organisationId/machine-keys',
  ),
  revoke: endpoint<typeof machineKeyRoutes.revoke>(
    'POST',
    '/organisations/:organisationId/machine-keys/:keyId/revocation',
  ),
}
