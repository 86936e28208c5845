import type { ProblemText } from '../problem-text.js'

export const settlementProblems = {
  'settlement.period-not-over': {
    kind: 'conflict',
    'zh-CN': '{period} 还没有过完，不能结算。',
    en: '{period} is not over yet and cannot be settled.',
  },
  'settlement.not-payable': {
    kind: 'conflict',
    'zh-CN': '结算单 {number} 不能打款：已在打款中、已付清，或金额不大于零。',
    en: 'Settlement {number} cannot be paid out: it is under way, paid, or not above zero.',
  },
  'payout.no-account': {
    kind: 'conflict',
    'zh-CN': '{name} 还没有登记收款账户。',
    en: '{name} has no payout account yet.',
  },
  'payout.same-person': {
    kind: 'conflict',
    'zh-CN': '制作打款文件的人不能自己确认，请由另一位管理员确认。',
    en: 'Who made the file cannot confirm it. Another officer has to.',
  },
  'payout.reference-used': {
    kind: 'conflict',
    'zh-CN': '这个银行流水号已用于另一笔打款，请核对。',
    en: 'This bank reference is on another payout. Please check it.',
  },
} as const satisfies Record<string, ProblemText>
