import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('files')
export class StoredFile {
  @PrimaryColumn('uuid') id!: string
  @Column('text') sha256!: string
  @Column('text') name!: string
  @Column('text') type!: string
  @Column('int', { name: 'size_bytes' }) sizeBytes!: number
  @Column('text') purpose!: string
  @Column('uuid', { name: 'owner_person_id', nullable: true }) ownerPersonId!: string | null
  @Column('uuid', { name: 'owner_organisation_id', nullable: true })
  ownerOrganisationId!: string | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}
