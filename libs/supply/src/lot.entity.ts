import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { LotState } from '@weibao/contracts/lot'

@Entity('lots')
export class Lot {
  @PrimaryColumn('uuid') id!: string
  @Column('text') code!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('uuid', { name: 'sku_id' }) skuId!: string
  @Column('text', { default: 'draft' }) state!: LotState
  @Column('int') quantity!: number
  @Column('int', { default: 0 }) held!: number
  @Column('int', { default: 0 }) sold!: number
  @Column('int', { name: 'written_off', default: 0 }) writtenOff!: number
  @Column('int', { name: 'pack_grams' }) packGrams!: number
  @Column('date', { name: 'harvest_from' }) harvestFrom!: string
  @Column('date', { name: 'harvest_to' }) harvestTo!: string
  @Column('date', { name: 'dispatch_from' }) dispatchFrom!: string
  @Column('date', { name: 'dispatch_to' }) dispatchTo!: string
  @Column('date', { name: 'best_before', nullable: true }) bestBefore!: string | null
  @Column('date', { name: 'last_sale_day' }) lastSaleDay!: string
  @Column('text', { name: 'township_code' }) townshipCode!: string
  @Column('text', { default: '' }) village!: string
  @Column('text') grade!: string
  @Column('text', { array: true, default: '{}' }) labels!: string[]
  @Column('bigint', { name: 'offered_price_fen' }) offeredPriceFen!: number
  @Column('jsonb', { name: 'price_breaks', default: [] }) priceBreaks!: unknown
  @Column('int', { name: 'minimum_order', default: 1 }) minimumOrder!: number
  @Column('text', { name: 'temperature_mode' }) temperatureMode!: string
  @Column('text', { default: '' }) note!: string
  @Column('int', { default: 1 }) version!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date
}

@Entity('lot_movements')
export class LotMovement {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'lot_id' }) lotId!: string
  @Column('text') kind!: string
  @Column('int', { name: 'quantity_delta', default: 0 }) quantityDelta!: number
  @Column('int', { name: 'held_delta', default: 0 }) heldDelta!: number
  @Column('int', { name: 'sold_delta', default: 0 }) soldDelta!: number
  @Column('int', { name: 'written_off_delta', default: 0 }) writtenOffDelta!: number
  @Column('text', { nullable: true }) reference!: string | null
  @Column('text', { default: '' }) reason!: string
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: string | null
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date
}

@Entity('shortfalls')
export class Shortfall {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'lot_id' }) lotId!: string
  @Column('int') quantity!: number
  @Column('int') missing!: number
  @Column('text') reason!: string
  @Column('uuid', { name: 'declared_by', nullable: true }) declaredBy!: string | null
  @Column('timestamptz', { name: 'declared_at' }) declaredAt!: Date
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null
}
