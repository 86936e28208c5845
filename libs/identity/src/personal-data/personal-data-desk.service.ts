import { Injectable } from '@nestjs/common'
import { Clock } from '@weibao/kernel'
import { UnitOfWork, type Actor } from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { PersonRepository } from '../people/person.repository.js'
import { PersonalData } from './personal-data.service.js'

/** Gives a person everything that is kept about them. */
@Injectable()
export class PersonalDataDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: PersonRepository,
    private readonly data: PersonalData,
    private readonly audit: Audit,
  ) {}

  async export(actor: Actor): Promise<{ madeAt: string; parts: Record<string, unknown> }> {
    const { personId } = actor
    const contacts = await this.people.contactsOf(this.unitOfWork.reader, personId)
    const parts = await this.unitOfWork.snapshot((reader) =>
      this.data.export(reader, { personId, contacts }),
    )
    await this.unitOfWork.run((tx) =>
      this.audit.record(tx, {
        act: 'personal-data.exported',
        actor,
        object: { kind: 'person', id: personId },
      }),
    )
    return { madeAt: this.clock.now().toISOString(), parts }
  }
}
