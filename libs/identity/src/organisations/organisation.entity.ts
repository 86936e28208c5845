import type { OrganisationKind } from '@weibao/contracts/permissions'
import { Column, Entity, PrimaryColumn } from 'typeorm'

export type OrganisationStatus = 'applied' | 'refused' | 'approved' | 'suspended'

@Entity('organisations')
export class Organisation {
  @PrimaryColumn('uuid') id!: string
  @Column('text') kind!: OrganisationKind
  @Column('text') status!: OrganisationStatus
  @Column('text', { name: 'name_zh' }) nameZh!: string
  @Column('text', { name: 'name_en' }) nameEn!: string
  @Column('text', { name: 'short_name_zh' }) shortNameZh!: string
  @Column('text', { name: 'short_name_en' }) shortNameEn!: string
  @Column('text') region!: 'weixi' | 'baoshan' | 'elsewhere'
  /** Township of Weixi or subdistrict of Baoshan. */
  @Column('text', { name: 'place_code', nullable: true }) placeCode!: string | null
  @Column('text', { nullable: true }) address!: string | null
  @Column('boolean', { name: 'is_demonstration', default: false }) isDemonstration!: boolean
  /** Unified social credit code. */
  @Column('text', { name: 'registration_number', nullable: true })
  registrationNumber!: string | null
  @Column('text', { name: 'licence_number', nullable: true }) licenceNumber!: string | null
  @Column('text', { name: 'licence_issuer', nullable: true }) licenceIssuer!: string | null
  @Column('date', { name: 'licence_expires_on', nullable: true }) licenceExpiresOn!: string | null
  @Column('text', { name: 'legal_representative', nullable: true })
  legalRepresentative!: string | null
  /** Grows with every change of what an approval is given on, its papers too. */
  @Column('int', { default: 1 }) version!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null
}
