import type { MessageParams } from './message-kinds.js'
import type { MessageTemplate } from './message-template.js'
import { orderPath as path } from './order-path.js'

type ParcelKind = 'order-shipped' | 'order-delivered' | 'order-parcel-missing' | 'recall'

/** What is told of parcels, and of goods that must come back, to whom they go. */
export const parcelTemplates: { readonly [K in ParcelKind]: MessageTemplate<MessageParams[K]> } = {
  'order-shipped': {
    group: 'orders',
    path,
    words: {
      'zh-CN': ({ orderNumber, carrier, trackingNumber, isPartial }) => ({
        subject: `订单 ${orderNumber} ${isPartial ? '部分发货' : '已发货'}`,
        body: isPartial
          ? `其中一个包裹已交${carrier}，单号 ${trackingNumber}；其余商品随后发出。`
          : `包裹已交${carrier}，单号 ${trackingNumber}。收到后请验货并确认收货。`,
      }),
      en: ({ orderNumber, carrier, trackingNumber, isPartial }) => ({
        subject: `Order ${orderNumber} is ${isPartial ? 'partly ' : ''}on its way`,
        body: isPartial
          ? `One parcel is with ${carrier}, number ${trackingNumber}; the rest follows.`
          : `The parcel is with ${carrier}, number ${trackingNumber}. Please check it on arrival and confirm receipt.`,
      }),
    },
  },
  'order-delivered': {
    group: 'orders',
    path,
    words: {
      'zh-CN': ({ orderNumber, carrier, trackingNumber }) => ({
        subject: `订单 ${orderNumber} 的包裹已送达`,
        body: `${carrier} ${trackingNumber} 已送达。请验货；没有问题请确认收货，有问题可申请售后。`,
      }),
      en: ({ orderNumber, carrier, trackingNumber }) => ({
        subject: `A parcel of order ${orderNumber} has arrived`,
        body: `${carrier} ${trackingNumber} is delivered. Please check it and confirm receipt, or report what is wrong.`,
      }),
    },
  },
  'order-parcel-missing': {
    group: 'orders',
    path,
    words: {
      'zh-CN': ({ orderNumber, carrier, trackingNumber, fate }) => ({
        subject: `订单 ${orderNumber} 的包裹${fate === 'lost' ? '丢失' : '被退回'}`,
        body: `${carrier} ${trackingNumber} 未能送达。这笔订单不会自动确认收货，可在订单页申请售后退款。`,
      }),
      en: ({ orderNumber, carrier, trackingNumber, fate }) => ({
        subject: `A parcel of order ${orderNumber} ${fate === 'lost' ? 'is lost' : 'was returned'}`,
        body: `${carrier} ${trackingNumber} did not arrive. The order is not accepted automatically; you can ask for a refund on its page.`,
      }),
    },
  },
  recall: {
    group: 'orders',
    path,
    words: {
      'zh-CN': ({ orderNumber, productZh, lotCode, reason }) => ({
        subject: `召回通知：${productZh}，批次 ${lotCode}`,
        body: `您在订单 ${orderNumber} 中买到这一批次，请停止食用并保留包装。原因：${reason}。可在订单页申请售后。`,
      }),
      en: ({ orderNumber, productEn, lotCode, reason }) => ({
        subject: `Recall: ${productEn}, lot ${lotCode}`,
        body: `Your order ${orderNumber} contains this lot. Please do not eat it and keep the packaging. Reason: ${reason}. You can report it on the order page.`,
      }),
    },
  },
}
