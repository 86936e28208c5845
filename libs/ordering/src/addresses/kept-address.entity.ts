import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('kept_addresses')
export class KeptAddressEntity {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('text') recipient!: string
  @Column('text') phone!: string
  @Column('text') province!: string
  @Column('text') city!: string
  @Column('text') district!: string
  @Column('text', { name: 'subdistrict_code', nullable: true }) subdistrictCode!: string | null
  @Column('text') street!: string
  @Column('boolean', { name: 'is_default' }) isDefault!: boolean
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date
}
