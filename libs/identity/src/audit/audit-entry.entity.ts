import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('uuid') id!: string
  @Column('timestamptz') at!: Date
  @Column('text') act!: string
  @Column('text', { name: 'actor_kind' }) actorKind!: 'person' | 'machine' | 'system'
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null
  @Column('text', { name: 'object_kind' }) objectKind!: string
  @Column('text', { name: 'object_id' }) objectId!: string
  @Column('jsonb', { nullable: true }) before!: Record<string, unknown> | null
  @Column('jsonb', { nullable: true }) after!: Record<string, unknown> | null
  @Column('text', { nullable: true }) reason!: string | null
  @Column('text', { name: 'request_id', nullable: true }) requestId!: string | null
  /** /24 or /48 the request came from. */
  @Column('text', { nullable: true }) network!: string | null
}
