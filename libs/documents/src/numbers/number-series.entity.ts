import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('number_series')
export class NumberSeriesEntry {
  @PrimaryColumn('text') series!: string
  /** `YYYYMM` */
  @PrimaryColumn('text') period!: string
  @Column('int', { name: 'last_number' }) lastNumber!: number
}
