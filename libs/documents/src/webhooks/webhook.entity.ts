import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('webhook_endpoints')
export class WebhookEndpoint {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string
  @Column('text') url!: string
  @Column('text', { name: 'secret_sealed' }) secretSealed!: string
  @Column('text', { array: true }) kinds!: string[]
  @Column('text', { default: 'active' }) state!: 'active' | 'paused' | 'disabled'
  @Column('int', { name: 'failures_in_a_row', default: 0 }) failuresInARow!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

@Entity('webhook_deliveries')
export class WebhookDelivery {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'endpoint_id' }) endpointId!: string
  @Column('text') kind!: string
  /** The very bytes that are signed and sent, each time alike. */
  @Column('text') body!: string
  @Column('text', { default: 'waiting' }) state!: 'waiting' | 'succeeded' | 'failed'
  @Column('int', { default: 0 }) attempts!: number
  @Column('int', { name: 'last_status', nullable: true }) lastStatus!: number | null
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null
  @Column('int', { name: 'last_millis', nullable: true }) lastMillis!: number | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null
}
