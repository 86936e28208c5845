import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('harvest_forecasts')
export class HarvestForecastEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  /** Its Monday. */
  @Column('date') week!: string
  @Column('bigint', { name: 'low_grams' }) lowGrams!: number
  @Column('bigint', { name: 'likely_grams' }) likelyGrams!: number
  @Column('bigint', { name: 'high_grams' }) highGrams!: number
  @Column('text', { default: '' }) note!: string
  @Column('int') version!: number
  @Column('timestamptz', { name: 'stated_at' }) statedAt!: Date
}

@Entity('harvest_forecast_changes')
export class HarvestForecastChangeEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'forecast_id' }) forecastId!: string
  @Column('int') version!: number
  @Column('bigint', { name: 'low_grams' }) lowGrams!: number
  @Column('bigint', { name: 'likely_grams' }) likelyGrams!: number
  @Column('bigint', { name: 'high_grams' }) highGrams!: number
  @Column('text') note!: string
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date
}
