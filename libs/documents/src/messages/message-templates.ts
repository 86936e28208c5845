import { accountTemplates } from './account-templates.js'
import { afterSaleTemplate } from './after-sale.template.js'
import type { MessageTemplate } from './message-template.js'
import { enTime, yuan, zhDay, zhTime } from './message-formats.js'
import { cooperativeTemplates } from './cooperative-templates.js'
import type { MessageKind, MessageParams } from './message-kinds.js'
import { orderPath } from './order-path.js'
import { orderTemplates } from './order-templates.js'
import { parcelTemplates } from './parcel-templates.js'
import { procurementTemplates } from './procurement-templates.js'

/** The words of every message. A kind or a language that is missing does not compile. */
export const messageTemplates: { readonly [K in MessageKind]: MessageTemplate<MessageParams[K]> } =
  {
    ...accountTemplates,
    'order-placed': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ orderNumber, amountFen, payBefore }) => ({
          subject: `订单 ${orderNumber} 待付款`,
          body: `货已为您留好，应付 ${yuan(amountFen)}，请在 ${zhTime(payBefore)} 前付款，逾期自动取消。`,
        }),
        en: ({ orderNumber, amountFen, payBefore }) => ({
          subject: `Order ${orderNumber} awaits payment`,
          body: `The goods are held for you. Please pay ${yuan(amountFen)} before ${enTime(payBefore)}; after that the order is cancelled.`,
        }),
      },
    },
    'order-paid': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ orderNumber, amountFen }) => ({
          subject: `订单 ${orderNumber} 已付款`,
          body: `已收到 ${yuan(amountFen)}，合作社会尽快发货。`,
        }),
        en: ({ orderNumber, amountFen }) => ({
          subject: `Order ${orderNumber} is paid`,
          body: `We have received ${yuan(amountFen)}. The cooperative will ship soon.`,
        }),
      },
    },
    'order-to-ship': {
      group: 'orders',
      path: ({ cooperativeId, orderId }) =>
        `/console/c/${encodeURIComponent(cooperativeId)}/orders/${encodeURIComponent(orderId)}`,
      words: {
        'zh-CN': ({ orderNumber, shipBefore }) => ({
          subject: `新订单 ${orderNumber} 待发货`,
          body: `买家已付款，请在 ${zhDay(shipBefore)} 前发货。`,
        }),
        en: ({ orderNumber, shipBefore }) => ({
          subject: `New order ${orderNumber} to ship`,
          body: `The buyer has paid. Please ship by ${shipBefore}.`,
        }),
      },
    },
    ...parcelTemplates,
    ...procurementTemplates,
    ...orderTemplates,
    'invoice-requested': {
      group: 'orders',
      path: ({ cooperativeId }) => `/console/c/${encodeURIComponent(cooperativeId)}/invoices`,
      words: {
        'zh-CN': ({ orderNumber }) => ({
          subject: `订单 ${orderNumber} 申请发票`,
          body: '买家申请了发票，请开具后到工作台填写号码并上传文件。',
        }),
        en: ({ orderNumber }) => ({
          subject: `Invoice asked for: order ${orderNumber}`,
          body: 'The buyer asks for an invoice. Please issue it, then enter its number and upload the file in the console.',
        }),
      },
    },
    'invoice-answered': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ orderNumber, isIssued }) => ({
          subject: isIssued
            ? `订单 ${orderNumber} 的发票已开具`
            : `订单 ${orderNumber} 的开票申请被退回`,
          body: isIssued ? '打开订单即可下载。' : '打开订单查看原因，修改后可再次提交。',
        }),
        en: ({ orderNumber, isIssued }) => ({
          subject: isIssued
            ? `The invoice of order ${orderNumber} is ready`
            : `Your invoice request for order ${orderNumber} came back`,
          body: isIssued
            ? 'Open the order to download it.'
            : 'Open the order to see why; you can correct and send it again.',
        }),
      },
    },
    'review-written': {
      group: 'orders',
      path: ({ cooperativeId }) => `/console/c/${encodeURIComponent(cooperativeId)}/reviews`,
      words: {
        'zh-CN': ({ product, rating }) => ({
          subject: `“${product.zh}”有新评价：${rating} 星`,
          body: '买家写了评价，请到工作台查看并回复。',
        }),
        en: ({ product, rating }) => ({
          subject: `New review of ${product.en}: ${rating} of 5`,
          body: 'A buyer has written a review. Please read and answer it in the console.',
        }),
      },
    },
    'review-reminder': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ product }) => ({
          subject: `收到的“${product.zh}”怎么样？`,
          body: '说说味道和包装，给后来的人做个参考，也让合作社知道哪里做得好。只提醒这一次。',
        }),
        en: ({ product }) => ({
          subject: `How is the ${product.en} that you received?`,
          body: 'A few words on taste and packing help others and tell the cooperative what it does well. This is the only reminder.',
        }),
      },
    },
    'review-answered': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ product }) => ({
          subject: `合作社回复了您对“${product.zh}”的评价`,
          body: '点开订单即可查看回复。',
        }),
        en: ({ product }) => ({
          subject: `Your review of ${product.en} has been answered`,
          body: 'Open the order to read the answer.',
        }),
      },
    },
    'after-sale-moved': afterSaleTemplate,
    'webhook-disabled': {
      group: 'orders',
      path: ({ organisationId, side }) =>
        `/console/${side === 'buyer' ? 'b' : 'c'}/${encodeURIComponent(organisationId)}/webhooks`,
      words: {
        'zh-CN': ({ host }) => ({
          subject: `推送地址 ${host} 已停用`,
          body: '连续多次推送失败，系统已停止向它推送。修好后请到工作台重新启用，漏掉的可以补发。',
        }),
        en: ({ host }) => ({
          subject: `Your webhook address ${host} is switched off`,
          body: 'Too many deliveries in a row have failed, so nothing is sent to it any more. Once it is mended, switch it on in the console; what it missed can be sent again.',
        }),
      },
    },
    'refund-paid': {
      group: 'orders',
      path: orderPath,
      words: {
        'zh-CN': ({ orderNumber, amountFen }) => ({
          subject: `订单 ${orderNumber} 已退款`,
          body: `已退回 ${yuan(amountFen)}，到账时间以支付方式为准。`,
        }),
        en: ({ orderNumber, amountFen }) => ({
          subject: `Refund for order ${orderNumber}`,
          body: `We have returned ${yuan(amountFen)}. When it arrives depends on your means of payment.`,
        }),
      },
    },
    ...cooperativeTemplates,
  }
