import { Injectable } from '@nestjs/common'
import { Audit } from '@weibao/identity'
import { newId, type Id } from '@weibao/kernel'
import { Actor, notFound, refusal, violatedConstraint, type Tx } from '@weibao/platform'
import { CatalogSearch } from '../search/catalog-search.service.js'
import { recognitionLifecycle } from './recognition.lifecycle.js'
import {
  RecognitionRepository,
  type NewRecognition,
  type RecognitionDecision,
} from './recognition.repository.js'

/** Dated recognition of a product of a cooperative as assistance product. */
@Injectable()
export class Recognitions {
  constructor(
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
}
