import type { Permission } from '@weibao/contracts/permissions'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('machine_keys')
export class MachineKey {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string
  @Column('text') name!: string
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer
  /** The last four characters, to tell keys apart in a list. */
  @Column('text', { name: 'token_hint' }) tokenHint!: string
  @Column('text', { array: true }) scopes!: Permission[]
  @Column('uuid', { name: 'created_by' }) createdBy!: string
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null
}
