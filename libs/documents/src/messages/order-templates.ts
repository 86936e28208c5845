import type { CancelledFor, MessageParams } from './message-kinds.js'
import type { MessageTemplate } from './message-template.js'
import { orderPath } from './order-path.js'

type Cancelled = MessageParams['order-cancelled']

/** The end of an order: received, or cancelled. To its buyer, and with `cooperativeId` to its cooperative. */
export const orderTemplates: {
  readonly [K in 'order-accepted' | 'order-cancelled']: MessageTemplate<MessageParams[K]>
} = {
  'order-accepted': {
    group: 'orders',
    path: orderPath,
    words: {
      'zh-CN': ({ orderNumber, isAutomatic, cooperativeId }) => ({
        subject: `订单 ${orderNumber} 已收货`,
        body: cooperativeId
          ? `${isAutomatic ? '到期自动确认收货' : '买家已确认收货'}，货款计入应得。`
          : isAutomatic
            ? '已到期自动确认收货。如有问题，仍可申请售后。'
            : '感谢您确认收货。如有问题，仍可申请售后。',
      }),
      en: ({ orderNumber, isAutomatic, cooperativeId }) => ({
        subject: `Order ${orderNumber} is received`,
        body: cooperativeId
          ? `${isAutomatic ? 'The period ended and it was received automatically' : 'The buyer has confirmed receipt'}; what it earns you is booked.`
          : isAutomatic
            ? 'Receipt was confirmed automatically at the end of the period. You can still report a problem.'
            : 'Thank you for confirming receipt. You can still report a problem.',
      }),
    },
  },
  'order-cancelled': {
    group: 'orders',
    path: orderPath,
    words: {
      'zh-CN': (params) => ({
        subject: `订单 ${params.orderNumber} 已取消`,
        body: `${zhOf(params)}${params.text ? `说明：${params.text}` : ''}`,
      }),
      en: (params) => ({
        subject: `Order ${params.orderNumber} is cancelled`,
        body: `${enOf(params)}${params.text ? ` They say: ${params.text}` : ''}`,
      }),
    },
  },
}

const ZH: Readonly<Record<Exclude<CancelledFor, 'not-wanted'>, string>> = {
  'goods-lost': '很抱歉，货物损毁，合作社无法发货。已付的款项全部原路退回。',
  shortfall: '很抱歉，采收不足，合作社无法发货。已付的款项全部原路退回。',
  'cannot-send': '很抱歉，合作社无法寄出这笔订单。已付的款项全部原路退回。',
  'not-paid': '没有在时限内付款，订单已取消，没有扣款。',
  'sold-out': '付款到账时货已售完。已付的款项全部原路退回。',
}

const EN: Readonly<Record<Exclude<CancelledFor, 'not-wanted'>, string>> = {
  'goods-lost':
    'We are sorry: the goods were spoilt and cannot be sent. All that you paid goes back the way it came.',
  shortfall:
    'We are sorry: the harvest fell short and the goods cannot be sent. All that you paid goes back the way it came.',
  'cannot-send':
    'We are sorry: the cooperative cannot send this order. All that you paid goes back the way it came.',
  'not-paid': 'It was not paid in time and is cancelled; nothing was charged.',
  'sold-out':
    'When the payment arrived the goods were gone. All that you paid goes back the way it came.',
}

function zhOf({ reason, cooperativeId }: Cancelled): string {
  if (cooperativeId) return '买家取消了订单，请不要再发货；商品已恢复销售。'
  if (!reason || reason === 'not-wanted') return '订单已取消。如已付款，款项将原路退回。'
  return ZH[reason]
}

function enOf({ reason, cooperativeId }: Cancelled): string {
  if (cooperativeId)
    return 'The buyer has cancelled it. Please do not ship it; the goods are on sale again.'
  if (!reason || reason === 'not-wanted')
    return 'The order is cancelled. If you had paid, the money goes back the way it came.'
  return EN[reason]
}
