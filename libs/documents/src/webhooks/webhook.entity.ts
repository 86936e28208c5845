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
  /** The secret before, which signs beside the new one until it ends. */
  @Column('text', { name: 'previous_secret_sealed', nullable: true })
  previousSecretSealed!: string | null
  @Column('timestamptz', { name: 'previous_secret_until', nullable: true })
  previousSecretUntil!: Date | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

/** One call of a delivery and how it was answered: written once. */
@Entity('webhook_attempts')
export class WebhookAttempt {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'delivery_id' }) deliveryId!: string
  @Column('timestamptz', { name: 'attempted_at' }) attemptedAt!: Date
  @Column('int', { nullable: true }) status!: number | null
  @Column('text', { nullable: true }) error!: string | null
  @Column('int') millis!: number
  @Column('text') answer!: string
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
