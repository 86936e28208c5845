import { Injectable } from '@nestjs/common'
import { Organisations } from '@weibao/identity'
import { localDay } from '@weibao/kernel'
import { rows, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { BenefitRecords } from '@weibao/supply'
import { Volume } from '@weibao/volume'
import type { AllocationRow } from './allocation.repository.js'

/** The first of the four totals, written with what the counting rules ask of both sides and of the goods. */
@Injectable()
export class IntendedVolume {
  constructor(
    private readonly settings: Settings,
    private readonly benefits: BenefitRecords,
    private readonly organisations: Organisations,
    private readonly volume: Volume,
  ) {}

  /** 意向: what both sides have agreed on, under the allocation's id until an order line takes over. */
  async count(tx: Tx, found: AllocationRow, occurredAt: Date): Promise<void> {
    const day = localDay(occurredAt)
    const organisations = await this.organisations.findMany(tx, [
      found.buyerId,
      found.cooperativeId,
    ])
    const buyer = organisations.find(({ id }) => id === found.buyerId)
    const cooperative = organisations.find(({ id }) => id === found.cooperativeId)
    const channels = await this.settings.get(tx, 'programme.channels', day)
    const channel = channels.find(({ code }) => code === found.channel)
    const recognised = await rows(
      tx,
      'select 1 from recognition_facts where product_id = $1 and $2 between valid_from and valid_to',
      [found.productId, day],
    )
    await this.volume.count(tx, 'intended', {
      orderLineId: found.id,
      orderId: found.demandId,
      orderNumber: found.number,
      cooperative: {
        id: found.cooperativeId,
        name: { zh: cooperative?.nameZh ?? '', en: cooperative?.nameEn ?? '' },
      },
      product: {
        id: found.productId,
        name: { zh: found.productNameZh, en: found.productNameEn },
      },
      township: found.townshipCode,
      category: found.categoryCode,
      buyer: {
        kind: 'organisation',
        organisationId: found.buyerId,
        personId: null,
        isInBaoshan: buyer?.region === 'baoshan',
        subdistrictCode: found.subdistrictCode,
      },
      channel: found.channel,
      purchaseKind: channel?.purchaseKind ?? 'direct',
      attribution: found.buyerId,
      isFromWeixi: true,
      isRecognised: recognised.length > 0,
      hasBenefitRecord: await this.benefits.hasRecord(tx, found.cooperativeId, day),
      goodsFen: found.goodsFen,
      freightFen: found.freightFen,
      quantity: found.packages,
      massGrams: found.massGrams,
      occurredAt,
    })
  }
}
