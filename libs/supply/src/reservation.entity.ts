import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('reservations')
export class Reservation {
  @PrimaryColumn('uuid') id!: string
  @Column('text') reference!: string
  @Column('uuid', { name: 'lot_id' }) lotId!: string
  @Column('uuid', { name: 'sku_id' }) skuId!: string
  @Column('int') quantity!: number
  @Column('text', { default: 'held' }) state!: 'held' | 'sold' | 'released' | 'expired'
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'resolved_at', nullable: true }) resolvedAt!: Date | null
}
