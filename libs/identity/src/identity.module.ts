import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DocumentsModule } from '@weibao/documents'
import { Authenticator } from '@weibao/platform'
import { Attempts } from './access/attempts.service.js'
import { Secrets } from './access/secrets.js'
import { AffectedPeople } from './audit/affected-people.service.js'
import { AuditDesk } from './audit/audit-desk.service.js'
import { identityEntities } from './identity.entities.js'
import { AuditController } from './audit/audit.controller.js'
import { Audit } from './audit/audit.service.js'
import { AccountMessages } from './codes/account-messages.js'
import { ChallengeRepository } from './codes/challenge.repository.js'
import { Challenges } from './codes/challenges.service.js'
import { InvitationRecords } from './organisations/invitation-records.js'
import { InvitationRepository } from './organisations/invitation.repository.js'
import { Invitations } from './organisations/invitations.service.js'
import { MachineKeyDesk } from './organisations/machine-key-desk.service.js'
import { MachineKeyRepository } from './organisations/machine-key.repository.js'
import { MachineKeys } from './organisations/machine-keys.service.js'
import { MemberDesk } from './organisations/member-desk.service.js'
import { InvitationController, MemberController } from './organisations/member.controller.js'
import { MemberRepository } from './organisations/member.repository.js'
import { Members } from './organisations/members.service.js'
import { OrganisationDesk } from './organisations/organisation-desk.service.js'
import {
  MachineKeyController,
  OrganisationController,
} from './organisations/organisation.controller.js'
import { OrganisationRepository } from './organisations/organisation.repository.js'
import { Organisations } from './organisations/organisations.service.js'
import { RegistrationPaperController } from './organisations/registration-paper.controller.js'
import { RegistrationPaperRepository } from './organisations/registration-paper.repository.js'
import { RegistrationPapers } from './organisations/registration-papers.service.js'
import { AccountController, PersonalDataController } from './people/account.controller.js'
import { AccountRepository } from './people/account.repository.js'
import { AccountDesk, PasswordChange } from './people/account.service.js'
import { ContactChange } from './people/contact-change.service.js'
import { CredentialCheck, PasswordSetting } from './people/credentials.service.js'
import { PasswordReset } from './people/password-reset.service.js'
import { Passwords } from './people/passwords.service.js'
import { PeopleDeskRepository } from './people/people-desk.repository.js'
import { PeopleDesk, PersonAdministration } from './people/people-desk.service.js'
import { PeopleController } from './people/people.controller.js'
import { People } from './people/people.service.js'
import { PersonRepository } from './people/person.repository.js'
import { RegistrationController } from './people/registration.controller.js'
import { Registration } from './people/registration.service.js'
import { Erasure } from './personal-data/erasure.service.js'
import { IdentityData } from './personal-data/identity-data.js'
import { PersonalDataDesk } from './personal-data/personal-data-desk.service.js'
import { PersonalData } from './personal-data/personal-data.service.js'
import { SecondFactorDesk } from './second-factor/second-factor-desk.service.js'
import { SecondFactorRecords } from './second-factor/second-factor-records.js'
import { SecondFactorController } from './second-factor/second-factor.controller.js'
import { SecondFactorRepository } from './second-factor/second-factor.repository.js'
import { SecondFactors } from './second-factor/second-factors.service.js'
import { Devices } from './sessions/devices.js'
import { SessionAuthenticator } from './sessions/session-authenticator.js'
import { SessionCookies } from './sessions/session-cookies.js'
import { SessionDesk } from './sessions/session-desk.service.js'
import { SessionController } from './sessions/session.controller.js'
import { SessionEnding } from './sessions/session-ending.js'
import { SessionRepository } from './sessions/session.repository.js'
import { Sessions } from './sessions/sessions.service.js'
import { SignIn } from './sessions/sign-in.service.js'
import { Welcome } from './sessions/welcome.service.js'

/** What this library alone uses. */
const inner = [
  Secrets,
  Attempts,
  Passwords,
  PersonRepository,
  PeopleDeskRepository,
  AccountRepository,
  AccountDesk,
  AccountMessages,
  PasswordChange,
  PasswordReset,
  PasswordSetting,
  CredentialCheck,
  ContactChange,
  Registration,
  PeopleDesk,
  PersonAdministration,
  SessionEnding,
  Challenges,
  ChallengeRepository,
  Sessions,
  SessionDesk,
  SessionRepository,
  SessionCookies,
  Devices,
  SignIn,
  Welcome,
  SecondFactorRepository,
  SecondFactorDesk,
  SecondFactorRecords,
  OrganisationRepository,
  OrganisationDesk,
  RegistrationPapers,
  RegistrationPaperRepository,
  MemberRepository,
  MemberDesk,
  Invitations,
  InvitationRecords,
  InvitationRepository,
  MachineKeys,
  MachineKeyDesk,
  MachineKeyRepository,
  AuditDesk,
  IdentityData,
  PersonalDataDesk,
  Erasure,
]
/** What others use: they tell who calls, write the audit log, and create people for seed and tests. */
const shared = [
  SessionAuthenticator,
  Audit,
  AffectedPeople,
  PersonalData,
  People,
  Organisations,
  Members,
  SecondFactors,
]

/** Who people are and what they may do. Needs a global `IdentityConfig`; gives `Authenticator`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(identityEntities), DocumentsModule],
  controllers: [
    SessionController,
    SecondFactorController,
    RegistrationController,
    AccountController,
    PersonalDataController,
    OrganisationController,
    RegistrationPaperController,
    MemberController,
    InvitationController,
    MachineKeyController,
    PeopleController,
    AuditController,
  ],
  providers: [...inner, ...shared, { provide: Authenticator, useExisting: SessionAuthenticator }],
  exports: [Authenticator, ...shared],
})
export class IdentityModule {}
