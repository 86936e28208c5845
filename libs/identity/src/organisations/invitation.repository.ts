import { Injectable } from '@nestjs/common'
import type { OrganisationKind } from '@weibao/contracts/permissions'
import type { Id } from '@weibao/kernel'
import { execute, row, rows, type Reader, type Tx } from '@weibao/platform'
import type { Invitation } from './member.entity.js'
import type { OrganisationStatus } from './organisation.entity.js'

export type InvitationRow = Pick<Invitation, 'id' | 'role' | 'contact' | 'createdAt' | 'expiresAt'>

export type OpenInvitation = Pick<
  Invitation,
  'id' | 'organisationId' | 'role' | 'tokenHash' | 'expiresAt'
> & { kind: OrganisationKind; status: OrganisationStatus; nameZh: string; nameEn: string }

/** All SQL about invitations. */
@Injectable()
export class InvitationRepository {
  async insert(tx: Tx, invitation: Omit<Invitation, 'state'>): Promise<void> {
    await rows(
      tx,
      `insert into invitations (id, organisation_id, role, contact, token_hash, invited_by,
         created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        invitation.id,
        invitation.organisationId,
        invitation.role,
        invitation.contact,
        invitation.tokenHash,
        invitation.invitedBy,
        invitation.createdAt,
        invitation.expiresAt,
      ],
    )
  }

  list(reader: Reader, organisationId: Id): Promise<InvitationRow[]> {
    return rows<InvitationRow>(
      reader,
      `select id, role, contact, created_at as "createdAt", expires_at as "expiresAt"
       from invitations where organisation_id = $1 and state = 'open' order by id desc limit 100`,
      [organisationId],
    )
  }

  async countOpen(tx: Tx, organisationId: Id, now: Date): Promise<number> {
    const found = await row<{ count: number }>(
      tx,
      `select count(*) from invitations
       where organisation_id = $1 and state = 'open' and expires_at > $2`,
      [organisationId, now],
    )
    return found?.count ?? 0
  }

  /** A new invitation takes the place of one that waits. */
  async revokeOf(tx: Tx, organisationId: Id, contact: string): Promise<void> {
    await execute(
      tx,
      `update invitations set state = 'revoked'
       where organisation_id = $1 and contact = $2 and state = 'open'`,
      [organisationId, contact],
    )
  }

  async revoke(tx: Tx, id: Id, organisationId: Id): Promise<boolean> {
    const count = await execute(
      tx,
      `update invitations set state = 'revoked'
       where id = $1 and organisation_id = $2 and state = 'open'`,
      [id, organisationId],
    )
    return count === 1
  }

  findOpen(reader: Reader, id: Id, now: Date): Promise<OpenInvitation | null> {
    return row<OpenInvitation>(
      reader,
      `select i.id, i.organisation_id as "organisationId", i.role, i.token_hash as "tokenHash",
         i.expires_at as "expiresAt", o.kind, o.status, o.name_zh as "nameZh",
         o.name_en as "nameEn"
       from invitations i join organisations o on o.id = i.organisation_id
       where i.id = $1 and i.state = 'open' and i.expires_at > $2`,
      [id, now],
    )
  }

  /** Marks an invitation as accepted; false when it ended meanwhile. */
  async accept(tx: Tx, id: Id): Promise<boolean> {
    const count = await execute(
      tx,
      `update invitations set state = 'accepted' where id = $1 and state = 'open'`,
      [id],
    )
    return count === 1
  }

  /** Forgets those that ended: the contact is somebody's. */
  async deleteEnded(reader: Reader, before: Date): Promise<void> {
    await execute(
      reader,
      `delete from invitations where expires_at < $1 or state <> 'open' and created_at < $1`,
      [before],
    )
  }
}
