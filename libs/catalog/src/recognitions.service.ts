import { Injectable } from '@nestjs/common'
import { newId, type Id, type LocalDay } from '@weibao/kernel'
import { notFound, row, rows, type Tx } from '@weibao/platform'
import { CatalogSearch } from './catalog-search.service.js'
import { recognitionLifecycle, type RecognitionState } from './recognition.lifecycle.js'

export interface NewRecognition {
  readonly productId: Id
  readonly cooperativeId: Id
  readonly number: string
  readonly appliedOn: LocalDay
  readonly isDemonstration: boolean
}

export interface RecognitionDecision {
  readonly state: RecognitionState
  readonly validFrom: LocalDay | null
  readonly validTo: LocalDay | null
  readonly decidedOn: LocalDay
  readonly decidedBy: Id | null
  readonly reason: string
}

/** Dated recognition of a product of a cooperative as assistance product. */
@Injectable()
export class Recognitions {
  constructor(private readonly search: CatalogSearch) {}

  /** Records an application; it counts for nothing until decided. */
  async apply(tx: Tx, recognition: NewRecognition): Promise<Id> {
    const id = newId()
    await rows(
      tx,
      `insert into recognitions (id, product_id, cooperative_id, number, applied_on, is_demonstration)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        id,
        recognition.productId,
        recognition.cooperativeId,
        recognition.number,
        recognition.appliedOn,
        recognition.isDemonstration,
      ],
    )
    return id
  }

  /** Moves a recognition along its lifecycle and re-indexes the product. */
  async decide(tx: Tx, id: Id, decision: RecognitionDecision): Promise<void> {
    const found = await row<{ state: RecognitionState; productId: Id }>(
      tx,
      'select state, product_id as "productId" from recognitions where id = $1 for update',
      [id],
    )
    if (!found) throw notFound()
    await rows(
      tx,
      `update recognitions set state = $2, valid_from = coalesce($3, valid_from), valid_to = coalesce($4, valid_to),
         decided_on = $5, decided_by = $6, reason = $7 where id = $1`,
      [
        id,
        recognitionLifecycle.move(found.state, decision.state),
        decision.validFrom,
        decision.validTo,
        decision.decidedOn,
        decision.decidedBy,
        decision.reason,
      ],
    )
    await this.search.reindex(tx, [found.productId])
  }
}
