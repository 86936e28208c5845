import type { ProblemText } from '../problem-text.js'

export const paymentsProblems = {
  'payment.not-open': {
    kind: 'conflict',
    'zh-CN': '这笔订单已不在待付款状态，请刷新查看。',
    en: 'This order is no longer waiting for payment. Refresh to see how it stands.',
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
