export { AffectedPeople } from './audit/affected-people.service.js'
export { Audit, type AuditFact } from './audit/audit.service.js'
export { IdentityConfig } from './identity-config.js'
export { IdentityModule } from './identity.module.js'
export { Members } from './organisations/members.service.js'
export type { Organisation } from './organisations/organisation.entity.js'
export { OrganisationDesk } from './organisations/organisation-desk.service.js'
export { Organisations, type NewOrganisation } from './organisations/organisations.service.js'
export { People, type NewPerson } from './people/people.service.js'
export {
  PersonalData,
  type DataSubject,
  type PersonalDataPart,
} from './personal-data/personal-data.service.js'
export { SecondFactors } from './second-factor/second-factors.service.js'
