import { Injectable, type OnModuleInit } from '@nestjs/common'
import { keeperRoleOf } from '@weibao/contracts/permissions'
import {
  MAX_REGISTRATION_PAPERS,
  type RegistrationPaperView,
} from '@weibao/contracts/registration-paper'
import { acceptFile, acceptImage, Files } from '@weibao/documents'
import { Clock, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Actor, type Reader, type Tx } from '@weibao/platform'
import { Audit } from '../audit/audit.service.js'
import { Members } from './members.service.js'
import type { Organisation } from './organisation.entity.js'
import { OrganisationRepository } from './organisation.repository.js'
import type { RegistrationPaper } from './registration-paper.entity.js'
import { RegistrationPaperRepository } from './registration-paper.repository.js'

const PURPOSE = 'registration-paper'

const reviewActOf = {
  cooperative: 'cooperative:approve',
  buyer: 'buyer:approve',
  administration: null,
} as const satisfies Record<Organisation['kind'], string | null>

type Change = 'registration-paper.added' | 'registration-paper.removed'

/** What an application is judged on: seen by its applicant and keepers, and by who decides on it. */
@Injectable()
export class RegistrationPapers implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly organisations: OrganisationRepository,
    private readonly papers: RegistrationPaperRepository,
    private readonly members: Members,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.files.allowReading(PURPOSE, async (actor, { ownerOrganisationId: id }) => {
      const { reader } = this.unitOfWork
      const organisation = id && (await this.organisations.find(reader, id))
      return !!organisation && this.mayRead(reader, actor, organisation)
    })
  }

  async list(actor: Actor, organisationId: Id): Promise<RegistrationPaperView[]> {
    const { reader } = this.unitOfWork
    const organisation = await this.organisations.find(reader, organisationId)
    if (!organisation || !(await this.mayRead(reader, actor, organisation))) throw notFound()
    return (await this.papers.list(reader, organisationId)).map(toView)
  }

  /** Keeps a paper: a PDF as it is, a photograph without what it tells beside. */
  async add(
    actor: Actor,
    organisationId: Id,
    upload: { readonly name: string; readonly bytes: Buffer },
  ): Promise<RegistrationPaperView> {
    // Whose it is comes before looking at the file, which costs.
    const { reader } = this.unitOfWork
    const known = await this.organisations.find(reader, organisationId)
    if (!known || !(await this.isOwn(reader, actor, known))) throw notFound()
    const accepted = acceptFile(upload.bytes, ['pdf', 'jpeg', 'png', 'webp'])
    const kept = accepted.extension === 'pdf' ? accepted : await acceptImage(upload.bytes)
    const put = await this.files.put(kept.bytes)
    return this.unitOfWork.run(async (tx) => {
      await this.lockOwn(tx, actor, organisationId)
      if ((await this.papers.countOf(tx, organisationId)) >= MAX_REGISTRATION_PAPERS)
        throw refusal('organisation.papers-full', { max: MAX_REGISTRATION_PAPERS })
      const fileId = await this.files.keep(tx, {
        put,
        name: upload.name,
        extension: kept.extension,
        mime: kept.mime,
        purpose: PURPOSE,
        ownerOrganisationId: organisationId,
      })
      const paper: RegistrationPaper = {
        id: newId(),
        organisationId,
        fileId,
        name: upload.name,
        type: kept.extension === 'pdf' ? 'application/pdf' : 'image/webp',
        sizeBytes: put.sizeBytes,
        uploadedBy: actor.personId,
        uploadedAt: this.clock.now(),
      }
      await this.papers.insert(tx, paper)
      await this.organisations.countChange(tx, organisationId)
      await this.record(tx, 'registration-paper.added', actor, paper, put.sha256)
      return toView(paper)
    })
  }

  /** Takes one off while nothing was decided on it; what an approval was given on stays. */
  async remove(actor: Actor, organisationId: Id, id: Id): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { approvedAt } = await this.lockOwn(tx, actor, organisationId)
      if (approvedAt) throw refusal('organisation.paper-fixed')
      const name = await this.papers.remove(tx, organisationId, id)
      if (name === null) throw notFound()
      await this.organisations.countChange(tx, organisationId)
      await this.record(tx, 'registration-paper.removed', actor, { id, organisationId })
    })
  }

  /** Under the lock of the organisation: an application without a paper is no application yet. */
  async mustBeThere(tx: Tx, organisationId: Id): Promise<void> {
    if ((await this.papers.countOf(tx, organisationId)) === 0)
      throw refusal('organisation.papers-missing')
  }

  /** Keepers edit; an applicant edits while the decision is open. */
  async mayEdit(reader: Reader, actor: Actor, organisation: Organisation): Promise<boolean> {
    return (
      actor.mayFor('organisation:edit', organisation.id) ||
      this.isApplicant(reader, actor, organisation)
    )
  }

  private async mayRead(reader: Reader, actor: Actor, organisation: Organisation) {
    const review = reviewActOf[organisation.kind]
    const decides = review !== null && actor.mayFor(review, organisation.id)
    return decides || this.isOwn(reader, actor, organisation)
  }

  /** An operator may correct an organisation, and neither sees nor changes its papers for that. */
  private async isOwn(reader: Reader, actor: Actor, organisation: Organisation) {
    const isKeeper =
      actor.mayFor('organisation:edit', organisation.id) && !actor.mayAny('organisation:edit')
    return isKeeper || this.isApplicant(reader, actor, organisation)
  }

  private async isApplicant(reader: Reader, actor: Actor, { id, kind, status }: Organisation) {
    if (status !== 'applied' && status !== 'refused') return false
    return (await this.members.roleOf(reader, id, actor.personId)) === keeperRoleOf[kind]
  }

  private async lockOwn(tx: Tx, actor: Actor, organisationId: Id): Promise<Organisation> {
    const organisation = await this.organisations.lock(tx, organisationId)
    if (!organisation || !(await this.isOwn(tx, actor, organisation))) throw notFound()
    return organisation
  }

  /** The file's digest says later what was there; its name may tell of a person. */
  private record(
    tx: Tx,
    act: Change,
    actor: Actor,
    { id, organisationId }: Pick<RegistrationPaper, 'id' | 'organisationId'>,
    sha256?: string,
  ): Promise<void> {
    const object = { kind: 'registration-paper', id } as const
    return this.audit.record(tx, {
      act,
      actor,
      object,
      organisationId,
      ...(sha256 ? { after: { sha256 } } : {}),
    })
  }
}

function toView(paper: RegistrationPaper): RegistrationPaperView {
  const { id, name, type, sizeBytes, uploadedAt, fileId } = paper
  return { id, name, type, sizeBytes, uploadedAt: uploadedAt.toISOString(), fileId }
}
