import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type { AddPaper, ManagedPaper } from '@weibao/contracts/paper'
import { acceptFile, acceptImage, Files } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  Actor,
  notFound,
  refusal,
  UnitOfWork,
  violatedConstraint,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { PaperRepository } from './paper.repository.js'

const MAX_PAPERS = 500
/** Purpose of the scans among the files. */
export const SCAN = 'paper-scan'

/** A cooperative's papers: filed with their scan, shown with the days they last. */
@Injectable()
export class Papers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly papers: PaperRepository,
    private readonly files: Files,
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, cooperativeId: Id, isExpiringOnly: boolean): Promise<ManagedPaper[]> {
    actor.mustReach('product:manage', cooperativeId)
    const { reader } = this.unitOfWork
    const today = this.today()
    const { days } = await this.settings.get(reader, 'papers.expiry-alerts', today)
    const within = isExpiringOnly ? Math.max(...days) : null
    return this.papers.list(reader, cooperativeId, today, within)
  }

  /** Those that cover a product. For callers who have checked the reach. */
  covering(reader: Reader, cooperativeId: Id, productId: Id): Promise<ManagedPaper[]> {
    return this.papers.covering(reader, cooperativeId, productId, this.today())
  }

  async add(actor: Actor, cooperativeId: Id, body: AddPaper): Promise<ManagedPaper> {
    actor.mustReach('product:manage', cooperativeId)
    const isDated =
      body.issuedOn <= this.today() && (body.expiresOn === null || body.expiresOn > body.issuedOn)
    if (!isDated) throw refusal('paper.dates-wrong')
    return this.unitOfWork.run(async (tx) => {
      if ((await this.papers.countOf(tx, cooperativeId)) >= MAX_PAPERS)
        throw refusal('paper.too-many', { max: MAX_PAPERS })
      if (body.productId && !(await this.papers.isOwnProduct(tx, cooperativeId, body.productId)))
        throw notFound()
      const id = newId()
      await this.papers.insert(tx, id, cooperativeId, body).catch((error: unknown) => {
        if (violatedConstraint(error) === 'papers_number_once') throw refusal('paper.filed-already')
        throw error
      })
      await this.record(tx, 'paper.filed', actor, { id, cooperativeId }, body)
      return this.get(tx, cooperativeId, id)
    })
  }

  /** Keeps the scan of a paper: a PDF as it is, a photograph without what it tells beside. */
  async addScan(
    actor: Actor,
    cooperativeId: Id,
    id: Id,
    upload: { readonly name: string; readonly bytes: Buffer },
  ): Promise<ManagedPaper> {
    actor.mustReach('product:manage', cooperativeId)
    await this.get(this.unitOfWork.reader, cooperativeId, id)
    const accepted = acceptFile(upload.bytes, ['pdf', 'jpeg', 'png', 'webp'])
    const kept = accepted.extension === 'pdf' ? accepted : await acceptImage(upload.bytes)
    const put = await this.files.put(kept.bytes)
    return this.unitOfWork.run(async (tx) => {
      await this.get(tx, cooperativeId, id)
      const fileId = await this.files.keep(tx, {
        put,
        name: upload.name,
        extension: kept.extension,
        mime: kept.mime,
        purpose: SCAN,
        ownerOrganisationId: cooperativeId,
      })
      await this.papers.setFile(tx, id, fileId)
      await this.record(tx, 'paper.scanned', actor, { id, cooperativeId }, { fileId })
      return this.get(tx, cooperativeId, id)
    })
  }

  async remove(actor: Actor, cooperativeId: Id, id: Id): Promise<void> {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      const { kind, number, expiresOn } = await this.get(tx, cooperativeId, id)
      await this.papers.remove(tx, id)
      await this.record(
        tx,
        'paper.removed',
        actor,
        { id, cooperativeId },
        { kind, number, expiresOn },
      )
    })
  }

  private async get(reader: Reader, cooperativeId: Id, id: Id): Promise<ManagedPaper> {
    const found = await this.papers.find(reader, cooperativeId, id, this.today())
    if (!found) throw notFound()
    return found
  }

  private record(
    tx: Tx,
    act: AuditAct,
    actor: Actor,
    { id, cooperativeId }: { id: Id; cooperativeId: Id },
    after: object,
  ): Promise<void> {
    const object = { kind: 'paper', id } as const
    return this.audit.record(tx, {
      act,
      actor,
      object,
      organisationId: cooperativeId,
      after: { ...after },
    })
  }

  private today() {
    return localDay(this.clock.now())
  }
}
