import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('second_factors')
export class SecondFactor {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string
  @Column('bytea', { name: 'secret_sealed' }) secretSealed!: Buffer
  @Column('text') state!: 'offered' | 'confirmed'
  /** The last 30-second step whose code was used: no code is good twice. */
  @Column('int', { name: 'last_step', default: 0 }) lastStep!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null
}

@Entity('recovery_codes')
export class RecoveryCode {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'person_id' }) personId!: string
  @Column('bytea', { name: 'code_hash' }) codeHash!: Buffer
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}
