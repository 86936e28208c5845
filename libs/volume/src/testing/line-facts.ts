import { newId } from '@weibao/kernel'
import type { LineFacts } from '../line-facts.js'

/** A jar of honey sold to a household of Baoshan: counts under the built-in rules. */
export function makeFacts(traits: Partial<LineFacts> = {}): LineFacts {
  return {
    orderLineId: newId(),
    orderId: newId(),
    orderNumber: 'WB20261125-0001',
    cooperative: { id: newId(), name: { zh: '塔城蜂业合作社', en: 'Tacheng Bees' } },
    product: { id: newId(), name: { zh: '百花蜜', en: 'Wildflower honey' } },
    township: 'tacheng',
    category: 'honey',
    buyer: {
      kind: 'person',
      organisationId: null,
      personId: newId(),
      isInBaoshan: true,
      subdistrictCode: '310113003',
    },
    channel: 'online-retail',
    purchaseKind: 'direct',
    attribution: '310113003',
    isFromWeixi: true,
    isRecognised: true,
    hasBenefitRecord: true,
    goodsFen: 11_600,
    quantity: 2,
    massGrams: 1000,
    occurredAt: new Date('2026-11-25T02:00:00Z'),
    ...traits,
  }
}
