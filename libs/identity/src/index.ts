export { Audit, type AuditFact } from './audit/audit.service.js'
export { IdentityConfig } from './identity-config.js'
export { IdentityModule } from './identity.module.js'
export { People, type NewPerson } from './people/people.service.js'
