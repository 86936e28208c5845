import { Injectable } from '@nestjs/common'
import type { DecideReview } from '@weibao/contracts/product-review'
import type { RecognitionRow } from '@weibao/contracts/recognition'
import { Notifier } from '@weibao/documents'
import { Members } from '@weibao/identity'
import type { Tx } from '@weibao/platform'
import type { ReviewRow } from './product-review.repository.js'

/** Tells the people of a cooperative what was decided on its products. */
@Injectable()
export class CatalogNotices {
  constructor(
    private readonly notifier: Notifier,
    private readonly members: Members,
  ) {}

  async reviewed(
    tx: Tx,
    { cooperativeId, productId, productName, kind }: ReviewRow,
    { state, reason }: DecideReview,
  ): Promise<void> {
    const product = {
      cooperativeId,
      productId,
      productZh: productName.zh,
      productEn: productName.en,
    }
    const isChange = kind === 'change'
    for (const personId of await this.members.peopleOf(tx, cooperativeId))
      await this.notifier.notify(
        tx,
        state === 'approved'
          ? { personId, kind: 'product-approved', params: { ...product, isChange } }
          : { personId, kind: 'product-returned', params: { ...product, reason } },
      )
  }

  async recognitionDecided(tx: Tx, recognition: RecognitionRow): Promise<void> {
    const { state, cooperativeId, productId, productName, validTo, reason } = recognition
    if (state === 'applied') return
    const params = {
      ...{ cooperativeId, productId, state, validTo, reason },
      productZh: productName.zh,
      productEn: productName.en,
    }
    for (const personId of await this.members.peopleOf(tx, cooperativeId))
      await this.notifier.notify(tx, { personId, kind: 'recognition-decided', params })
  }
}
