import { Column, Entity, PrimaryColumn } from 'typeorm'

export type ChallengePurpose = 'register' | 'reset' | 'contact-change'

@Entity('challenges')
export class Challenge {
  @PrimaryColumn('uuid') id!: string
  @Column('text') purpose!: ChallengePurpose
  @Column('text') contact!: string
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null
  /** Null when no code can be right: there was nothing to confirm, and the message said so. */
  @Column('bytea', { name: 'code_hash', nullable: true }) codeHash!: Buffer | null
  @Column('int', { default: 0 }) tries!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null
}
