import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('consents')
export class Consent {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('text') kind!: 'terms' | 'privacy'
  @Column('text') version!: string
  @Column('timestamptz', { name: 'given_at' }) givenAt!: Date
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null
}
