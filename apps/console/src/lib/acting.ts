import { useSuspenseQuery } from '@tanstack/react-query'
import { reachOf, type Permission } from '@weibao/contracts/permissions'
import type { MembershipView, Session } from '@weibao/contracts/session'
import { useParams } from 'react-router'
import { sessionQuery } from '../features/sign-in/session.queries'

/** The organisation that the address names, as the person signed in acts for it. */
export interface Acting {
  readonly organisationId: string
  /** Where its pages are: `/c/<id>`, `/b/<id>` or `/a/<id>`. */
  readonly base: string
  readonly memberships: readonly MembershipView[]
  readonly can: (permission: Permission) => boolean
}

export function baseOf(membership: MembershipView): string | null {
  if (membership.organisationKind === 'cooperative') return `/c/${membership.organisationId}`
  if (membership.organisationKind === 'buyer') return `/b/${membership.organisationId}`
  if (membership.organisationKind === 'administration') return `/a/${membership.organisationId}`
  return null
}

/** The memberships with pages here, one for each organisation, those in force first. */
export function workplacesOf(session: Session): MembershipView[] {
  const byOrganisation = new Map<string, MembershipView>()
  for (const membership of session.memberships) {
    const known = byOrganisation.get(membership.organisationId)
    if (baseOf(membership) && (!known || (!known.isInForce && membership.isInForce)))
      byOrganisation.set(membership.organisationId, membership)
  }
  return [...byOrganisation.values()].sort((a, b) => Number(b.isInForce) - Number(a.isInForce))
}

export function actingOf(session: Session, organisationId: string): Acting | null {
  const memberships = session.memberships.filter(
    (membership) => membership.organisationId === organisationId,
  )
  const base = memberships[0] && baseOf(memberships[0])
  if (!base) return null
  return {
    organisationId,
    base,
    memberships,
    can: (permission) => memberships.some(({ role }) => reachOf(role, permission) !== null),
  }
}

/** Within the pages of an organisation only: their loader has refused everybody else. */
export function useActing(): Acting {
  const { organisationId = '' } = useParams()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const acting = actingOf(session, organisationId)
  if (!acting) throw Object.assign(new Error('not a member'), { status: 404 })
  return acting
}
