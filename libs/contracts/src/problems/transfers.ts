import type { ProblemText } from '../problem-text.js'

export const transferProblems = {
  'transfer.reference-used': {
    kind: 'conflict',
    'zh-CN': '这个银行流水号已经登记过，请核对。',
    en: 'This bank reference is recorded already. Please check it.',
  },
  'transfer.value-day-ahead': {
    kind: 'invalid',
    'zh-CN': '入账日不能晚于今天。',
    en: 'The value day cannot be ahead of today.',
  },
  'transfer.over-amount': {
    kind: 'conflict',
    'zh-CN': '超过这笔来款还没有用掉的金额。',
    en: 'This is more than what is left of the transfer.',
  },
  'transfer.over-payment': {
    kind: 'conflict',
    'zh-CN': '超过这笔付款还差的金额。多出的部分留作未分配，可另行分配或退回。',
    en: 'This is more than the payment still lacks. Leave the rest unassigned: it can pay another or be sent back.',
  },
  'transfer.payment-not-waiting': {
    kind: 'conflict',
    'zh-CN': '这笔付款不等待转账：已收齐、以其他方式付清，或不是对公转账。',
    en: 'This payment waits for no transfer: it is paid, paid otherwise, or not by bank transfer.',
  },
  'transfer.same-person': {
    kind: 'conflict',
    'zh-CN': '登记、提出或制作文件的人不能自己确认，请由另一位管理员确认。',
    en: 'Who recorded, proposed or made it cannot confirm it. Another officer has to.',
  },
  'transfer.changed': {
    kind: 'conflict',
    'zh-CN': '分配在您查看之后有改动，请刷新核对后再确认。',
    en: 'Its assignments have changed since you looked. Refresh, check, and confirm again.',
  },
  'transfer.nothing-to-confirm': {
    kind: 'conflict',
    'zh-CN': '没有等待确认的内容，可能同事已经处理。',
    en: 'Nothing waits to be confirmed; a colleague may have been faster.',
  },
  'transfer.over': {
    kind: 'conflict',
    'zh-CN': '这笔来款还没有确认，或已撤回、冲正，不能这样处理。',
    en: 'The transfer is not confirmed, or was withdrawn or reversed: this cannot be done with it.',
  },
  'transfer.money-used': {
    kind: 'conflict',
    'zh-CN': '这笔钱已付清订单、分配在付款上或正在退回，不能撤回或冲正。',
    en: 'The money has paid an order, is assigned, or is on its way back: it cannot be taken back or reversed.',
  },
  'transfer.refund-stands': {
    kind: 'conflict',
    'zh-CN': '这是订单的退款，不能取消。',
    en: 'This is the refund of an order and cannot be cancelled.',
  },
} as const satisfies Record<string, ProblemText>
