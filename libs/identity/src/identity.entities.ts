import { Attempt } from './access/attempt.entity.js'
import { AuditEntry } from './audit/audit-entry.entity.js'
import { Challenge } from './codes/challenge.entity.js'
import { MachineKey } from './organisations/machine-key.entity.js'
import { Invitation, Member } from './organisations/member.entity.js'
import { Organisation } from './organisations/organisation.entity.js'
import { RegistrationPaper } from './organisations/registration-paper.entity.js'
import { Consent } from './people/consent.entity.js'
import { Person } from './people/person.entity.js'
import { RecoveryCode, SecondFactor } from './second-factor/second-factor.entity.js'
import { SessionEntry } from './sessions/session.entity.js'

/** All tables of identity. */
export const identityEntities = [
  Person,
  Consent,
  SessionEntry,
  SecondFactor,
  RecoveryCode,
  Challenge,
  Attempt,
  Organisation,
  RegistrationPaper,
  Member,
  Invitation,
  MachineKey,
  AuditEntry,
]
