import { Column, Entity, PrimaryColumn } from 'typeorm'

/** When something that may be tried only so often was tried. Keys hold digests, not contacts. */
@Entity('attempts')
export class Attempt {
  @PrimaryColumn('text') key!: string
  @Column('timestamptz', { array: true }) times!: Date[]
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
}
