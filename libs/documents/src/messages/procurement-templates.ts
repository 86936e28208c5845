import type { MessageParams } from './message-kinds.js'
import type { MessageTemplate } from './message-templates.js'

type Kind = 'allocation-lapsed'

const deskOf = ({ organisationId, side }: MessageParams['allocation-lapsed']) =>
  side === 'buyer'
    ? `/console/b/${encodeURIComponent(organisationId)}/results`
    : `/console/c/${encodeURIComponent(organisationId)}/allocations`

/** What buyer organisations and cooperatives are told of what they agreed on. */
export const procurementTemplates: { readonly [K in Kind]: MessageTemplate<MessageParams[K]> } = {
  'allocation-lapsed': {
    group: 'orders',
    path: deskOf,
    words: {
      'zh-CN': ({ number, productZh, side }) => ({
        subject: `撮合 ${number} 逾期未下单，已失效`,
        body:
          side === 'buyer'
            ? `“${productZh}”双方都已确认，但未在期限内下单，货已放开。需求还在，下一轮继续撮合。`
            : `“${productZh}”采购单位未在期限内下单，为其占用的货已放开，可以再卖。`,
      }),
      en: ({ number, productEn, productZh, side }) => ({
        subject: `Allocation ${number} was not ordered in time`,
        body:
          side === 'buyer'
            ? `${productEn || productZh}: agreed by both sides, but not ordered in time. The goods are free again; your demand stays for the next round.`
            : `${productEn || productZh}: the buyer did not order in time. The goods held for it are for sale again.`,
      }),
    },
  },
}
