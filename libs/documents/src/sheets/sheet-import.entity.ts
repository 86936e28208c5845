import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A file that an organisation has imported: the same one is not imported twice. */
@Entity('sheet_imports')
export class SheetImportRecord {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string
  @PrimaryColumn('text') kind!: string
  @PrimaryColumn('text') digest!: string
  @Column('int') made!: number
  @Column('int') changed!: number
  @Column('int') unchanged!: number
  @Column('uuid', { name: 'imported_by', nullable: true }) importedBy!: string | null
  @Column('timestamptz', { name: 'imported_at' }) importedAt!: Date
}
