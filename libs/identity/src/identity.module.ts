import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Authenticator } from '@weibao/platform'
import { Attempt } from './access/attempt.entity.js'
import { Attempts } from './access/attempts.service.js'
import { Secrets } from './access/secrets.js'
import { AuditEntry } from './audit/audit-entry.entity.js'
import { Audit } from './audit/audit.service.js'
import { Challenge } from './codes/challenge.entity.js'
import { MachineKey } from './organisations/machine-key.entity.js'
import { MachineKeyRepository } from './organisations/machine-key.repository.js'
import { MachineKeys } from './organisations/machine-keys.service.js'
import { Invitation, Member } from './organisations/member.entity.js'
import { Organisation } from './organisations/organisation.entity.js'
import { Consent } from './people/consent.entity.js'
import { Passwords } from './people/passwords.service.js'
import { People } from './people/people.service.js'
import { Person } from './people/person.entity.js'
import { PersonRepository } from './people/person.repository.js'
import { RecoveryCode, SecondFactor } from './second-factor/second-factor.entity.js'
import { SecondFactorRepository } from './second-factor/second-factor.repository.js'
import { Devices } from './sessions/devices.js'
import { SessionAuthenticator } from './sessions/session-authenticator.js'
import { SessionCookies } from './sessions/session-cookies.js'
import { SessionController } from './sessions/session.controller.js'
import { SessionEntry } from './sessions/session.entity.js'
import { SessionRepository } from './sessions/session.repository.js'
import { Sessions } from './sessions/sessions.service.js'
import { SignIn } from './sessions/sign-in.service.js'
import { Welcome } from './sessions/welcome.service.js'

const entities = [
  Person,
  Consent,
  SessionEntry,
  SecondFactor,
  RecoveryCode,
  Challenge,
  Attempt,
  Organisation,
  Member,
  Invitation,
  MachineKey,
  AuditEntry,
]

/** Who people are and what they may do. Needs a global `IdentityConfig`; gives `Authenticator`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [SessionController],
  providers: [
    Secrets,
    Attempts,
    Audit,
    Passwords,
    People,
    PersonRepository,
    Sessions,
    SessionRepository,
    SessionCookies,
    Devices,
    SignIn,
    Welcome,
    SecondFactorRepository,
    MachineKeys,
    MachineKeyRepository,
    SessionAuthenticator,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [Authenticator, SessionAuthenticator, Audit, People],
})
export class IdentityModule {}
