import type { RegistrationPaperView } from '@weibao/contracts/registration-paper'
import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('registration_papers')
export class RegistrationPaper {
  @PrimaryColumn('uuid') id!: string
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string
  @Column('uuid', { name: 'file_id' }) fileId!: string
  @Column('text') name!: string
  @Column('text') type!: RegistrationPaperView['type']
  @Column('int', { name: 'size_bytes' }) sizeBytes!: number
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy!: string
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date
}
