import type { ProblemText } from '../problem-text.js'

export const matchingProblems = {
  'round.under-way': {
    kind: 'conflict',
    'zh-CN': '撮合轮次 {number} 正在进行，同一时间只能有一轮。请等它结束，或先取消它。',
    en: 'Round {number} is under way, and there is one at a time. Wait until it ends, or cancel it first.',
  },
  'round.no-result': {
    kind: 'conflict',
    'zh-CN': '轮次 {number} 没有结果：尚未完成、已取消或已失败。',
    en: 'Round {number} has no result: it is not done, was cancelled, or failed.',
  },
  'allocation.too-late': {
    kind: 'conflict',
    'zh-CN': '答复期限已过（{deadline}），这份撮合结果已失效。',
    en: 'The time to answer is over ({deadline}); this proposal has lapsed.',
  },
  'allocation.over-budget': {
    kind: 'conflict',
    'zh-CN': '预算“{name}”只剩 ¥{leftYuan}，不够接受这些。',
    en: 'Budget line “{name}” has only ¥{leftYuan} left: not enough to accept this.',
  },
  'allocation.same-approver': {
    kind: 'conflict',
    'zh-CN': '{number} 您已接受过，超过限额的须由另一位审批人复核。',
    en: 'You have accepted {number} already; above the limit another approver must.',
  },
} as const satisfies Record<string, ProblemText>
