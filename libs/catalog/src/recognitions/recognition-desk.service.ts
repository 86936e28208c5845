import { Injectable } from '@nestjs/common'
import type {
  DecideRecognition,
  RecognitionRow,
  RecognitionState,
} from '@weibao/contracts/recognition'
import { papersNeeded } from '@weibao/contracts/product-rules'
import { Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  Actor,
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Tx,
} from '@weibao/platform'
import { CatalogNotices } from '../approval/catalog.notices.js'
import { PapersInForce } from '../papers/papers-in-force.service.js'
import { ProductChangeRepository } from '../products/product-change.repository.js'
import { RecognitionRepository, type RecognitionDecision } from './recognition.repository.js'
import { Recognitions } from './recognitions.service.js'

const BATCH = 200
const NO_DATES = { validFrom: null, validTo: null }

/** Recognitions as a cooperative asks for them and the liaison decides them. */
@Injectable()
export class RecognitionDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: RecognitionRepository,
    private readonly recognitions: Recognitions,
    private readonly changes: ProductChangeRepository,
    private readonly papers: PapersInForce,
    private readonly notices: CatalogNotices,
  ) {}

  /** A cooperative asks for one of its listed products, with its papers in force. */
  async applyFor(actor: Actor, cooperativeId: Id, productId: Id): Promise<RecognitionRow> {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      const product = await this.changes.ownForUpdate(tx, cooperativeId, productId)
      if (!product) throw notFound()
      if (product.state !== 'listed') throw refusal('recognition.not-listed')
      await this.papers.mustHave(tx, product, papersNeeded(product))
      await this.papers.mustBeInForce(tx, product)
      const appliedOn = localDay(this.clock.now())
      const id = await this.recognitions.apply(tx, {
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
    return this.unitOfWork.run((tx) => {
      const decided = { decidedOn: today, decidedBy: actor.personId, reason: body.reason }
      return this.decide(tx, id, { state, ...dates, ...decided }, actor)
    })
  }

  /** Job: recognitions past their last day lapse. What was sold under them stays as it was. */
  async lapseDue(): Promise<void> {
    const today = localDay(this.clock.now())
    const lapsed = { state: 'lapsed', ...NO_DATES, decidedOn: today, decidedBy: null } as const
    for (const id of await this.repository.due(this.unitOfWork.reader, today, BATCH))
      await this.unitOfWork.run((tx) => this.decide(tx, id, { ...lapsed, reason: '到期' }, null))
  }

  private async decide(
    tx: Tx,
    id: Id,
    decision: RecognitionDecision,
    actor: Actor | null,
  ): Promise<RecognitionRow> {
    await this.recognitions.decide(tx, id, decision, actor)
    const decided = await this.get(tx, id)
    await this.notices.recognitionDecided(tx, decided)
    return decided
  }

  private async get(tx: Tx, id: Id): Promise<RecognitionRow> {
    const found = await this.repository.byId(tx, id)
    if (!found) throw notFound()
    return found
  }
}
