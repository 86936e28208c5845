import type { MemberRole, OrganisationKind } from '@weibao/contracts/permissions'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('members')
export class Member {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string
  @Column('text', { name: 'organisation_kind' }) organisationKind!: OrganisationKind
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('text') role!: MemberRole
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

@Entity('invitations')
export class Invitation {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string
  @Column('text') role!: MemberRole
  @Column('text') contact!: string
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer
  @Column('uuid', { name: 'invited_by' }) invitedBy!: string
  @Column('text', { default: 'open' }) state!: 'open' | 'accepted' | 'revoked'
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
}
