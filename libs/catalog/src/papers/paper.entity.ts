import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { RecognitionState } from '../recognitions/recognition.lifecycle.js'

@Entity('recognitions')
export class Recognition {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'product_id' }) productId!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('text') number!: string
  @Column('text', { default: 'applied' }) state!: RecognitionState
  @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null
  @Column('date', { name: 'applied_on' }) appliedOn!: string
  @Column('uuid', { name: 'applied_by', nullable: true }) appliedBy!: string | null
  @Column('date', { name: 'decided_on', nullable: true }) decidedOn!: string | null
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null
  @Column('text', { default: '' }) reason!: string
  @Column('boolean', { name: 'is_demonstration', default: false }) isDemonstration!: boolean
}

@Entity('papers')
export class Paper {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'cooperative_id' }) cooperativeId!: string
  @Column('uuid', { name: 'product_id', nullable: true }) productId!: string | null
  @Column('text') kind!: string
  @Column('text') number!: string
  @Column('date', { name: 'issued_on' }) issuedOn!: string
  @Column('date', { name: 'expires_on', nullable: true }) expiresOn!: string | null
  @Column('boolean', { name: 'is_demonstration', default: false }) isDemonstration!: boolean
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: string | null
}

@Entity('paper_alerts')
export class PaperAlert {
  @PrimaryColumn('uuid', { name: 'paper_id' }) paperId!: string
  /** Days before the expiry at which it was due; 0 on expiry. */
  @PrimaryColumn('int') days!: number
  @Column('timestamptz', { name: 'given_at' }) givenAt!: Date
}
