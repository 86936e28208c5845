import { z } from 'zod'
import { route } from './route.js'
import { passwordSchema, secondFactorCodeSchema } from './session.js'

/** A person's second factor: set up, renewed, removed. */

const recoveryCodesSchema = z.object({
  /** Shown once; each is good once. */
  recoveryCodes: z.array(z.string()),
})

const access = 'account:manage'

export const secondFactorRoutes = {
  offer: route({
    method: 'POST',
    path: '/account/second-factor',
    summary: 'Begins to set up the second factor: a secret for an authenticator app',
    access,
    body: z.strictObject({ password: passwordSchema }),
    response: z.object({
      secret: z.string(),
      uri: z.string(),
      /** The URI as a QR code: an SVG picture as a data URI. */
      qrCode: z.string(),
    }),
    status: 201,
    problems: ['password.wrong', 'sign-in.too-many', 'second-factor.enabled', 'service.busy'],
    rate: 'sign-in',
  }),
  confirm: route({
    method: 'POST',
    path: '/account/second-factor/confirmation',
    summary: 'Completes the set-up with a first code; gives the recovery codes',
    access,
    body: z.strictObject({ code: secondFactorCodeSchema }),
    response: recoveryCodesSchema,
    problems: [
      'second-factor.refused',
      'second-factor.not-enabled',
      'second-factor.enabled',
      'sign-in.too-many',
    ],
    rate: 'sign-in',
  }),
  renewRecoveryCodes: route({
    method: 'POST',
    path: '/account/recovery-codes',
    summary: 'Gives new recovery codes; the old ones end',
    access,
    body: z.strictObject({ password: passwordSchema, code: secondFactorCodeSchema }),
    response: recoveryCodesSchema,
    status: 201,
    problems: [
      'password.wrong',
      'second-factor.refused',
      'second-factor.not-enabled',
      'sign-in.too-many',
      'service.busy',
    ],
    rate: 'sign-in',
  }),
  remove: route({
    method: 'POST',
    path: '/account/second-factor/removal',
    summary: 'Removes the second factor',
    access,
    body: z.strictObject({ password: passwordSchema, code: secondFactorCodeSchema }),
    problems: [
      'password.wrong',
      'second-factor.refused',
      'second-factor.not-enabled',
      'second-factor.required',
      'sign-in.too-many',
      'service.busy',
    ],
    rate: 'sign-in',
  }),
}
