import type { accountRoutes, registrationRoutes } from '@weibao/contracts/account'
import type { secondFactorRoutes } from '@weibao/contracts/second-factor'
import type { sessionRoutes } from '@weibao/contracts/session'
import { endpoint } from './http.js'

export const session = {
  get: endpoint<typeof sessionRoutes.get>('GET', '/session'),
  signIn: endpoint<typeof sessionRoutes.signIn>('POST', '/session'),
  proveSecondFactor: endpoint<typeof sessionRoutes.proveSecondFactor>(
    'POST',
    '/session/second-factor',
  ),
  signOut: endpoint<typeof sessionRoutes.signOut>('DELETE', '/session'),
}

export const registration = {
  requestCode: endpoint<typeof registrationRoutes.requestCode>('POST', '/codes'),
  register: endpoint<typeof registrationRoutes.register>('POST', '/registrations'),
  resetPassword: endpoint<typeof registrationRoutes.resetPassword>('POST', '/password-resets'),
}

export const account = {
  get: endpoint<typeof accountRoutes.get>('GET', '/account'),
  edit: endpoint<typeof accountRoutes.edit>('PATCH', '/account'),
  consent: endpoint<typeof accountRoutes.consent>('POST', '/account/consents'),
  changePassword: endpoint<typeof accountRoutes.changePassword>('POST', '/account/password'),
  changeContact: endpoint<typeof accountRoutes.changeContact>('POST', '/account/contact-changes'),
  confirmContact: endpoint<typeof accountRoutes.confirmContact>(
    'POST',
    '/account/contact-changes/:id/confirmation',
  ),
  removeContact: endpoint<typeof accountRoutes.removeContact>('POST', '/account/contact-removals'),
  listSessions: endpoint<typeof accountRoutes.listSessions>('GET', '/account/sessions'),
  endSession: endpoint<typeof accountRoutes.endSession>('DELETE', '/account/sessions/:id'),
  endAllSessions: endpoint<typeof accountRoutes.endAllSessions>('DELETE', '/account/sessions'),
  exportData: endpoint<typeof accountRoutes.exportData>('GET', '/account/personal-data'),
  erase: endpoint<typeof accountRoutes.erase>('POST', '/account/erasure'),
}

export const secondFactor = {
  offer: endpoint<typeof secondFactorRoutes.offer>('POST', '/account/second-factor'),
  confirm: endpoint<typeof secondFactorRoutes.confirm>(
    'POST',
    '/account/second-factor/confirmation',
  ),
  renewRecoveryCodes: endpoint<typeof secondFactorRoutes.renewRecoveryCodes>(
    'POST',
    '/account/recovery-codes',
  ),
  remove: endpoint<typeof secondFactorRoutes.remove>('POST', '/account/second-factor/removal'),
}
