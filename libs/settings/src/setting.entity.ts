import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('settings')
export class Setting {
  @PrimaryColumn('text') key!: string
  @PrimaryColumn('int') version!: number
  @Column('date', { name: 'valid_from' }) validFrom!: string
  @Column('jsonb') value!: unknown
  @Column('text') reason!: string
  @Column('uuid', { name: 'author_id' }) authorId!: string
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date
}
