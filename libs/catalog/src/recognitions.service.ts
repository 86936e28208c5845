import { Injectable } from '@nestjs/common'
import type {
  DecideRecognition,
  RecognitionRow,
  RecognitionState,
} from '@weibao/contracts/recognition'
import { Audit } from '@weibao/identity'
import { Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  Actor,
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  violatedConstraint,
  type Tx,
} from '@weibao/platform'
import { CatalogSearch } from './catalog-search.service.js'
import { recognitionLifecycle } from './recognition.lifecycle.js'
import {
  RecognitionRepository,
  type NewRecognition,
  type RecognitionDecision,
} from './recognition.repository.js'

const BATCH = 200

/** Dated recognition of a product of a cooperative as assistance product. */
@Injectable()
export class Recognitions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: RecognitionRepository,
    private readonly search: CatalogSearch,
    private readonly audit: Audit,
  ) {}

  /** Records an application; it counts for nothing until decided. One at a time for a product. */
  async apply(tx: Tx, recognition: NewRecognition): Promise<Id> {
    const id = newId()
    await this.repository.insert(tx, id, recognition).catch((error: unknown) => {
      if (violatedConstraint(error) === 'recognitions_one_alive')
        throw refusal('recognition.pending')
      throw error
    })
    return id
  }

  /**
   * Moves a recognition along its lifecycle and shows it in the shop. Refuses whoever applied:
   * proposing and approving are never the same person.
   */
  async decide(tx: Tx, id: Id, decision: RecognitionDecision, actor: Actor | null): Promise<void> {
    const found = await this.repository.forUpdate(tx, id)
    if (!found) throw notFound()
    recognitionLifecycle.move(found.state, decision.state)
    if (found.appliedBy !== null && found.appliedBy === decision.decidedBy)
      throw refusal('recognition.decided-by-applicant')
    await this.repository.save(tx, id, decision)
    await this.search.reindex(tx, [found.productId])
    await this.audit.record(tx, {
      act: 'recognition.decided',
      actor,
      object: { kind: 'recognition', id },
      organisationId: found.cooperativeId,
      before: { state: found.state },
      after: { state: decision.state, validFrom: decision.validFrom, validTo: decision.validTo },
      reason: decision.reason,
    })
  }

  /** A cooperative asks for one of its products. */
  applyFor(actor: Actor, cooperativeId: Id, productId: Id): Promise<RecognitionRow> {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.repository.isOwnProduct(tx, cooperativeId, productId))) throw notFound()
      const appliedOn = localDay(this.clock.now())
      const id = await this.apply(tx, {
        productId,
        cooperativeId,
        number: `RD-${appliedOn.replaceAll('-', '')}-${newId().slice(-6).toUpperCase()}`,
        appliedOn,
        appliedBy: actor.personId,
        isDemonstration: false,
      })
      return this.get(tx, id)
    })
  }

  async list(query: {
    limit: number
    cursor?: string | undefined
    state?: RecognitionState | undefined
  }) {
    const after = decodeCursor(query.cursor, 2)
    const found = await this.repository.list(this.unitOfWork.reader, {
      state: query.state ?? null,
      after: after && { waits: Number(after[0]), id: String(after[1]) },
      limit: query.limit,
    })
    return toPage(
      found,
      query.limit,
      (last) => [last.waits, last.id],
      (each): RecognitionRow => each,
    )
  }

  /** The liaison's decision, today. */
  async decideBy(actor: Actor, id: Id, body: DecideRecognition): Promise<RecognitionRow> {
    const today = localDay(this.clock.now())
    const { state, validFrom, validTo } = body
    if (
      state === 'recognised' &&
      !(validFrom && validTo && validFrom < validTo && validTo >= today)
    )
      throw refusal('recognition.dates-wrong')
    const dates = state === 'recognised' ? { validFrom, validTo } : NO_DATES
    return this.unitOfWork.run(async (tx) => {
      const decided = { decidedOn: today, decidedBy: actor.personId, reason: body.reason }
      await this.decide(tx, id, { state, ...dates, ...decided }, actor)
      return this.get(tx, id)
    })
  }

  /** Job: recognitions past their last day lapse. What was sold under them stays as it was. */
  async lapseDue(): Promise<void> {
    const today = localDay(this.clock.now())
    for (const id of await this.repository.due(this.unitOfWork.reader, today, BATCH))
      await this.unitOfWork.run((tx) =>
        this.decide(
          tx,
          id,
          { state: 'lapsed', ...NO_DATES, decidedOn: today, decidedBy: null, reason: '到期' },
          null,
        ),
      )
  }

  private async get(tx: Tx, id: Id): Promise<RecognitionRow> {
    const found = await this.repository.byId(tx, id)
    if (!found) throw notFound()
    return found
  }
}

const NO_DATES = { validFrom: null, validTo: null }
