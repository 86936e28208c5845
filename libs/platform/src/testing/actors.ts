import type { Locale } from '@weibao/contracts/basics'
import type { MemberRole, OrganisationKind } from '@weibao/contracts/permissions'
import { newId, type Id } from '@weibao/kernel'
import { Actor } from '../actor.js'

interface Traits {
  personId?: Id
  organisationId?: Id
  organisationKind?: OrganisationKind
  role?: MemberRole
  hasSecondFactor?: boolean
  locale?: Locale
}

/** An actor for tests of services: a shopper, or with `role` also a member of an organisation. */
export function makeActor({
  personId = newId(),
  organisationId = newId(),
  organisationKind,
  role,
  hasSecondFactor = true,
  locale = 'zh-CN',
}: Traits = {}): Actor {
  const kind =
    organisationKind ?? (role === 'owner' || role === 'clerk' ? 'cooperative' : 'administration')
  return new Actor({
    personId,
    sessionId: newId(),
    memberships: role ? [{ organisationId, organisationKind: kind, role }] : [],
    secondFactorAt: hasSecondFactor ? new Date() : null,
    locale,
    scopes: null,
  })
}
