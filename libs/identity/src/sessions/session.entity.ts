import { Column, Entity, PrimaryColumn } from 'typeorm'

export type SessionState = 'awaiting-second-factor' | 'open'

@Entity('sessions')
export class SessionEntry {
  @PrimaryColumn('uuid') id!: string
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('text') state!: SessionState
  @Column('timestamptz', { name: 'second_factor_at', nullable: true }) secondFactorAt!: Date | null
  @Column('text', { name: 'user_agent', nullable: true }) userAgent!: string | null
  @Column('text', { nullable: true }) address!: string | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date
}
