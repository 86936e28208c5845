import { Injectable } from '@nestjs/common'
import type { OrganisationView } from '@weibao/contracts/organisation'
import type { OrganisationKind } from '@weibao/contracts/permissions'
import { Clock, newId, type Id } from '@weibao/kernel'
import { UnitOfWork, violatedConstraint, refusal, type Reader, type Tx } from '@weibao/platform'
import { Audit, type AuditFact } from '../audit/audit.service.js'
import type { Organisation, OrganisationStatus } from './organisation.entity.js'
import { OrganisationRepository, type OrganisationFacts } from './organisation.repository.js'

type Given = Pick<OrganisationFacts, 'nameZh' | 'nameEn' | 'shortNameZh' | 'shortNameEn' | 'region'>

export interface NewOrganisation extends Given, Partial<Omit<OrganisationFacts, keyof Given>> {
  readonly kind: OrganisationKind
  readonly status?: OrganisationStatus
  readonly isDemonstration?: boolean
}

/** Organisations as other libraries, the seed and tests need them. */
@Injectable()
export class Organisations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly organisations: OrganisationRepository,
    private readonly audit: Audit,
  ) {}

  /** Creates an organisation, approved unless said otherwise. */
  create(organisation: NewOrganisation): Promise<Id> {
    return this.unitOfWork.run((tx) => this.insert(tx, organisation, null))
  }

  async insert(tx: Tx, given: NewOrganisation, actor: AuditFact['actor']): Promise<Id> {
    const [id, now] = [newId(), this.clock.now()]
    const status = given.status ?? 'approved'
    await this.organisations.insert(tx, {
      placeCode: null,
      address: null,
      registrationNumber: null,
      licenceNumber: null,
      licenceIssuer: null,
      licenceExpiresOn: null,
      legalRepresentative: null,
      isDemonstration: false,
      ...given,
      id,
      status,
      createdAt: now,
      approvedAt: status === 'approved' || status === 'suspended' ? now : null,
    })
    await this.audit.record(tx, {
      act: 'organisation.created',
      actor,
      organisationId: id,
      object: { kind: 'organisation', id },
      after: { kind: given.kind, status, region: given.region },
    })
    return id
  }

  find(reader: Reader, id: Id): Promise<Organisation | null> {
    return this.organisations.find(reader, id)
  }

  /** Those that exist, in no order. */
  findMany(reader: Reader, ids: readonly Id[]): Promise<Organisation[]> {
    return this.organisations.findMany(reader, ids)
  }
}

/** Turns a second organisation with one registration number into a refusal. */
export function asRefusal(error: unknown): unknown {
  return violatedConstraint(error) === 'organisations_registration_once'
    ? refusal('organisation.registered-already')
    : error
}

export function toOrganisationView(organisation: Organisation): OrganisationView {
  return {
    id: organisation.id,
    kind: organisation.kind,
    status: organisation.status,
    name: { zh: organisation.nameZh, en: organisation.nameEn },
    shortName: { zh: organisation.shortNameZh, en: organisation.shortNameEn },
    region: organisation.region,
    placeCode: organisation.placeCode,
    address: organisation.address,
    isDemonstration: organisation.isDemonstration,
    licence: {
      registrationNumber: organisation.registrationNumber,
      licenceNumber: organisation.licenceNumber,
      licenceIssuer: organisation.licenceIssuer,
      licenceExpiresOn: organisation.licenceExpiresOn,
      legalRepresentative: organisation.legalRepresentative,
    },
    version: organisation.version,
    createdAt: organisation.createdAt.toISOString(),
    approvedAt: organisation.approvedAt?.toISOString() ?? null,
  }
}
