import type { Locale } from '@weibao/contracts/basics'
import { Column, Entity, PrimaryColumn } from 'typeorm'

export type PersonState = 'active' | 'suspended' | 'erased'

@Entity('people')
export class Person {
  @PrimaryColumn('uuid') id!: string
  @Column('text', { name: 'display_name' }) displayName!: string
  @Column('text', { nullable: true }) email!: string | null
  @Column('text', { nullable: true }) mobile!: string | null
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null
  @Column('text') locale!: Locale
  @Column('text', { default: 'active' }) state!: PersonState
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt!: Date | null
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt!: Date | null
}
