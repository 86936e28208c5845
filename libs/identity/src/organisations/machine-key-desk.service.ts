import { Injectable } from '@nestjs/common'
import type { CreateMachineKey, MachineKeyView } from '@weibao/contracts/machine-key'
import {
  keeperRoleOf,
  permissions,
  reachOf,
  type OrganisationKind,
  type Permission,
} from '@weibao/contracts/permissions'
import { Clock, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { newToken, tokenHash } from '../access/secrets.js'
import { Audit } from '../audit/audit.service.js'
import { MachineKeyRepository, type KeyRow } from './machine-key.repository.js'
import { OrganisationRepository } from './organisation.repository.js'

const MAX_KEYS = 20
const DAY_MILLIS = 86_400_000

/**
 * What a key of an organisation may be allowed: what its keeper reaches within the organisation,
 * but nothing that asks for a second factor, which a machine has not, and nothing personal.
 */
export function grantableScopes(kind: OrganisationKind): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter(
    (permission) =>
      reachOf(keeperRoleOf[kind], permission) === 'own' && !permissions[permission].secondFactor,
  )
}

/** Making, listing and ending the keys of an organisation. */
@Injectable()
export class MachineKeyDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: MachineKeyRepository,
    private readonly organisations: OrganisationRepository,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, organisationId: Id) {
    actor.mustReach('machine-key:manage', organisationId)
    const { reader } = this.unitOfWork
    const organisation = await this.organisations.find(reader, organisationId)
    if (!organisation) throw notFound()
    const found = await this.keys.list(reader, organisationId)
    return { items: found.map(toView), grantableScopes: grantableScopes(organisation.kind) }
  }

  /** Makes a key; its token is given here and never again. */
  async create(
    actor: Actor,
    organisationId: Id,
    { name, scopes, daysValid }: CreateMachineKey,
  ): Promise<{ key: MachineKeyView; token: string }> {
    actor.mustReach('machine-key:manage', organisationId)
    const token = `wbk_${newToken()}`
    const createdAt = this.clock.now()
    const key = {
      id: newId(),
      organisationId,
      name,
      tokenHash: tokenHash(token),
      tokenHint: token.slice(-4),
      scopes: [...new Set(scopes)],
      createdBy: actor.personId,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + daysValid * DAY_MILLIS),
    }
    await this.unitOfWork.run(async (tx) => {
      const organisation = await this.organisations.lock(tx, organisationId)
      if (!organisation) throw notFound()
      const grantable = grantableScopes(organisation.kind)
      const scope = scopes.find((wanted) => !grantable.includes(wanted))
      if (scope) throw refusal('machine-key.scope-not-allowed', { scope })
      if ((await this.keys.countInForce(tx, organisationId, createdAt)) >= MAX_KEYS)
        throw refusal('machine-key.too-many')
      await this.keys.insert(tx, key)
      const object = { kind: 'machine-key', id: key.id } as const
      const after = { scopes: key.scopes, expiresAt: key.expiresAt }
      const act = 'machine-key.created'
      await this.audit.record(tx, { act, actor, organisationId, object, after })
    })
    return { key: toView({ ...key, lastUsedAt: null, revokedAt: null }), token }
  }

  async revoke(actor: Actor, organisationId: Id, id: Id): Promise<MachineKeyView> {
    actor.mustReach('machine-key:manage', organisationId)
    return this.unitOfWork.run(async (tx) => {
      const key = await this.keys.revoke(tx, id, organisationId, this.clock.now())
      if (!key) throw notFound()
      const object = { kind: 'machine-key', id } as const
      await this.audit.record(tx, { act: 'machine-key.revoked', actor, organisationId, object })
      return toView(key)
    })
  }
}

function toView(key: KeyRow): MachineKeyView {
  return {
    id: key.id,
    name: key.name,
    hint: key.tokenHint,
    scopes: key.scopes,
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }
}
