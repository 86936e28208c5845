import {
  permissions,
  reachOf,
  type MemberRole,
  type OrganisationKind,
  type Permission,
} from '@weibao/contracts/permissions'
import type { Locale } from '@weibao/contracts/basics'
import type { Id } from '@weibao/kernel'
import { notFound, refusal } from './refusal.js'

export interface Membership {
  readonly organisationId: Id
  readonly organisationKind: OrganisationKind
  readonly role: MemberRole
}

interface ActorData {
  readonly personId: Id
  /** Null for a machine client. */
  readonly sessionId: Id | null
  readonly memberships: readonly Membership[]
  /** Memberships that come into force with the second factor. They give no rights. */
  readonly dormant?: readonly Membership[]
  /** When the second factor was proved in this session. */
  readonly secondFactorAt: Date | null
  readonly locale: Locale
  /** For machine clients: the acts their key allows. Null: all that the roles allow. */
  readonly scopes: readonly Permission[] | null
}

/** Who calls, and how far they reach. Made by identity's authenticator. */
export class Actor {
  readonly personId: Id
  readonly sessionId: Id | null
  readonly memberships: readonly Membership[]
  readonly secondFactorAt: Date | null
  readonly locale: Locale
  private readonly scopes: readonly Permission[] | null
  private readonly dormant: readonly Membership[]

  constructor(data: ActorData) {
    this.personId = data.personId
    this.sessionId = data.sessionId
    this.memberships = data.memberships
    this.secondFactorAt = data.secondFactorAt
    this.locale = data.locale
    this.scopes = data.scopes
    this.dormant = data.dormant ?? []
  }

  /** Whether any role allows the act at all, on some object. */
  may(permission: Permission): boolean {
    if (this.scopes && !this.scopes.includes(permission)) return false
    return (
      (this.scopes === null && reachOf('shopper', permission) !== null) ||
      this.memberships.some((member) => reachOf(member.role, permission) !== null)
    )
  }

  /** Whether the act reaches everybody's objects. */
  mayAny(permission: Permission): boolean {
    if (!this.may(permission)) return false
    return this.memberships.some((member) => reachOf(member.role, permission) === 'any')
  }

  /** Whether the act reaches the objects of an organisation. */
  mayFor(permission: Permission, organisationId: Id): boolean {
    if (!this.may(permission)) return false
    return this.memberships.some((member) => {
      const reach = reachOf(member.role, permission)
      return reach === 'any' || (reach === 'own' && member.organisationId === organisationId)
    })
  }

  /** Refuses with 404, as if it did not exist, when the organisation's objects are out of reach. */
  mustReach(permission: Permission, organisationId: Id): void {
    if (!this.mayFor(permission, organisationId)) throw notFound()
  }

  /** Refuses with 404 unless the object is the person's own, or the act reaches everybody's. */
  mustOwn(permission: Permission, ownerPersonId: Id | null): void {
    const own =
      ownerPersonId === this.personId &&
      reachOf('shopper', permission) === 'own' &&
      this.may(permission)
    if (!own && !this.mayAny(permission)) throw notFound()
  }

  /** The organisations whose objects the act reaches, or `any`: for lists. */
  reachOver(permission: Permission): 'any' | Id[] {
    if (this.mayAny(permission)) return 'any'
    if (!this.may(permission)) return []
    return this.memberships
      .filter((member) => reachOf(member.role, permission) === 'own')
      .map((member) => member.organisationId)
  }

  /** Refuses unless the act is allowed somewhere and its second factor, where needed, is proved. */
  mustBeAllowed(permission: Permission): void {
    const isDormant = this.dormant.some((member) => reachOf(member.role, permission) !== null)
    if (!this.may(permission))
      throw refusal(isDormant ? 'access.second-factor-needed' : 'access.not-allowed')
    if (this.sessionId && permissions[permission].secondFactor && !this.secondFactorAt)
      throw refusal('access.second-factor-needed')
  }
}

/** What of a request identity needs to tell who calls. */
export interface Credentials {
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly authorization: string | undefined
  readonly locale: Locale
}

/** Tells who calls. Implemented by identity. */
export abstract class Authenticator {
  /** The actor of a session cookie or a machine key; null when there is none, or it has ended. */
  abstract authenticate(credentials: Credentials): Promise<Actor | null>
}
