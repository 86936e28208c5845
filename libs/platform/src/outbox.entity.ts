import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('outbox')
export class OutboxEntry {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'event_id' }) eventId!: string
  @Column('text') kind!: string
  @Column('text') subscriber!: string
  @Column('jsonb') payload!: Record<string, unknown>
  @Column('text', { default: 'waiting' }) state!: 'waiting' | 'done' | 'dead'
  @Column('int', { default: 0 }) attempts!: number
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
  @Column('timestamptz', { name: 'available_at', default: () => 'now()' }) availableAt!: Date
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null
  @Column('text', { name: 'merge_key', nullable: true }) mergeKey!: string | null
}

@Entity('jobs')
export class JobEntry {
  @PrimaryColumn('text') name!: string
  @Column('int', { name: 'every_seconds' }) everySeconds!: number
  @Column('timestamptz', { name: 'next_run_at' }) nextRunAt!: Date
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null
  @Column('timestamptz', { name: 'last_run_at', nullable: true }) lastRunAt!: Date | null
  @Column('int', { name: 'last_millis', nullable: true }) lastMillis!: number | null
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null
}

@Entity('idempotency_keys')
export class IdempotencyEntry {
  @PrimaryColumn('text') owner!: string
  @PrimaryColumn('text') key!: string
  @Column('text', { name: 'request_hash' }) requestHash!: string
  @Column('text', { default: 'running' }) state!: 'running' | 'done'
  @Column('timestamptz', { name: 'leased_until' }) leasedUntil!: Date
  @Column('int', { nullable: true }) status!: number | null
  @Column('jsonb', { nullable: true }) answer!: unknown
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
}
