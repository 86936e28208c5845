import type { ProblemText } from '../problem-text.js'

export const paymentsProblems = {
  'payment.not-open': {
    kind: 'conflict',
    'zh-CN': '这笔订单已不在待付款状态，请刷新查看。',
    en: 'This order is no longer waiting for payment. Refresh to see how it stands.',
  },
  'payment.by-transfer': {
    kind: 'conflict',
    'zh-CN': '这笔订单以对公转账付款，请按订单页上的账户和附言转账。',
    en: 'This order is paid by bank transfer: send the money with the reference shown on its page.',
  },
  'payment.transfer-seen': {
    kind: 'conflict',
    'zh-CN': '已收到这笔订单的转账，正在核对，不能放弃付款。如需退货退款，请在入账后取消订单。',
    en: 'A transfer for this order has come in and is being checked. Cancel the order once it is booked.',
  },
  'payment.signature-invalid': {
    kind: 'invalid',
    status: 400,
    'zh-CN': '签名无效。',
    en: 'The signature is not valid.',
  },
  'payment.provider-unavailable': {
    kind: 'unavailable',
    'zh-CN': '支付服务暂时没有响应。商品已为您保留，请稍后在订单页继续付款。',
    en: 'The payment service does not answer right now. Your goods are held; continue from the order page shortly.',
  },
} as const satisfies Record<string, ProblemText>
