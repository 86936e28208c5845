import { yuan } from './message-formats.js'
import type { MessageParams } from './message-kinds.js'
import type { MessageTemplate } from './message-template.js'

type Kind = 'allocation-lapsed' | 'allocation-superseded' | 'allocations-wait-for-second'

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
  'allocation-superseded': {
    group: 'orders',
    path: ({ organisationId }) => `/console/b/${encodeURIComponent(organisationId)}/results`,
    words: {
      'zh-CN': ({ number, productZh, reason }) => ({
        subject: `撮合 ${number} 的批次供不上了，正在为您另找`,
        body: `“${productZh}”原定的批次缺货（${reason}），这一份已失效，没有产生费用。系统会按同样的要求另配，配到后请在撮合结果里答复。`,
      }),
      en: ({ number, productEn, productZh, reason }) => ({
        subject: `The lot of allocation ${number} cannot give it; another is looked for`,
        body: `${productEn || productZh}: its lot fell short (${reason}), so this allocation is over and costs nothing. The next best is matched to the same line; answer it among your results.`,
      }),
    },
  },
  'allocations-wait-for-second': {
    group: 'orders',
    path: ({ organisationId }) =>
      `/console/b/${encodeURIComponent(organisationId)}/results?state=second`,
    words: {
      'zh-CN': ({ count, amountFen }) => ({
        subject: `${count} 份撮合结果待您复核`,
        body: `合计 ${yuan(amountFen)}，超过预算的复核限额，另一位审批人已接受。请在答复期限内复核，逾期货就放开。`,
      }),
      en: ({ count, amountFen }) => ({
        subject: count === 1 ? 'An allocation waits for you' : `${count} allocations wait for you`,
        body: `${yuan(amountFen)} in all, above the limit of the budget line. Another approver has accepted; please decide in time, or the goods are free again.`,
      }),
    },
  },
}
