import { Column, Entity, PrimaryColumn } from 'typeorm'

@Entity('categories')
export class Category {
  @PrimaryColumn('text') code!: string
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('int') position!: number
  @Column('boolean', { name: 'is_business_only', default: false }) isBusinessOnly!: boolean
}

@Entity('townships')
export class Township {
  @PrimaryColumn('text') code!: string
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('text') kind!: 'town' | 'township'
  @Column('text', { name: 'intro_zh' }) introZh!: string
  @Column('text', { name: 'intro_en' }) introEn!: string
  @Column('text', { array: true, default: '{}' }) villages!: string[]
  @Column('int') position!: number
}

@Entity('cooperative_profiles')
export class CooperativeProfile {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string
  @Column('text') slug!: string
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('text', { name: 'township_code' }) townshipCode!: string
  @Column('text', { array: true, default: '{}' }) villages!: string[]
  @Column('text', { name: 'summary_zh' }) summaryZh!: string
  @Column('text', { name: 'summary_en' }) summaryEn!: string
  @Column('text', { name: 'story_zh' }) storyZh!: string
  @Column('text', { name: 'story_en' }) storyEn!: string
  @Column('int', { name: 'member_farmers' }) memberFarmers!: number
  @Column('int', { name: 'founded_year', nullable: true }) foundedYear!: number | null
  @Column('boolean', { name: 'is_demonstration', default: false }) isDemonstration!: boolean
  @Column('date', { name: 'joined_on' }) joinedOn!: string
  /** Against lost edits. */
  @Column('int', { default: 1 }) version!: number
}
