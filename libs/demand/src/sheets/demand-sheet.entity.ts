import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('demand_sheets')
export class DemandSheetEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'buyer_id' }) buyerId!: string
  @Column('text') digest!: string
  @Column('int', { name: 'row_count' }) rowCount!: number
  @Column('uuid', { name: 'imported_by', nullable: true }) importedBy!: string | null
  @Column('timestamptz', { name: 'imported_at' }) importedAt!: Date
}
