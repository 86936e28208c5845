import type { ProblemText } from '../problem-text.js'

export const journalsProblems = {
  'setting.not-yours': {
    kind: 'forbidden',
    'zh-CN': '这项设置由其他岗位负责修改。',
    en: 'This setting is edited by another role.',
  },
  'setting.starts-too-early': {
    kind: 'invalid',
    'zh-CN': '生效日期最早为 {earliest}。已经按原设置计算的内容不会改变。',
    en: 'The earliest day this can begin is {earliest}. What was already decided keeps its setting.',
  },
  'setting.changed-meanwhile': {
    kind: 'conflict',
    'zh-CN': '这项设置刚被他人修改，请刷新查看后再改。',
    en: 'Somebody has just changed this setting. Refresh, look again, then edit.',
  },
  'ledger.posting-differs': {
    kind: 'conflict',
    'zh-CN': '同一业务编号已记过一笔不同的账，未重复入账，请联系运维核对。',
    en: 'A different posting exists under the same reference. Nothing was booked; ask the operator to check.',
  },
  'ledger.posting-reversed': {
    kind: 'conflict',
    'zh-CN': '这笔账已被冲销，须用新的业务编号重新入账。',
    en: 'This posting was reversed; book again under a new reference.',
  },
  'ledger.not-reversible': {
    kind: 'conflict',
    'zh-CN': '冲销分录不能再次冲销。',
    en: 'A reversal cannot be reversed again.',
  },
  'volume.entry-differs': {
    kind: 'conflict',
    'zh-CN': '这笔业务已按不同的数字计入，未重复计入，请核对。',
    en: 'This was already counted with other figures. Nothing was counted again; please check.',
  },
  'volume.reversal-too-large': {
    kind: 'conflict',
    'zh-CN': '冲减金额超过已计入的金额，请核对。',
    en: 'The reversal is larger than what was counted. Please check it.',
  },
  'volume.adjustment-own': {
    kind: 'forbidden',
    'zh-CN': '提出调整的人不能审批自己的调整，请另一位同事审批。',
    en: 'Who proposes an adjustment cannot decide on it. Ask a colleague.',
  },
  'volume.adjustment-decided': {
    kind: 'conflict',
    'zh-CN': '这笔调整已经审批过，请刷新查看。',
    en: 'This adjustment was already decided. Refresh to see how.',
  },
  'volume.adjustment-too-large': {
    kind: 'conflict',
    'zh-CN': '调整后金额会小于零，请核对。',
    en: 'The adjustment would make the amount negative. Please check it.',
  },
  'period.not-over': {
    kind: 'conflict',
    'zh-CN': '{month} 尚未结束，不能结账。',
    en: '{month} is not over yet and cannot be closed.',
  },
  'period.adjustments-pending': {
    kind: 'conflict',
    'zh-CN': '{month} 还有 {count} 笔调整待审批，请先处理。',
    en: '{month} has {count} adjustments waiting for a decision. Decide on them first.',
  },
  'report.too-many-rows': {
    kind: 'conflict',
    'zh-CN': '符合条件的明细超过 {max} 行，请缩小范围后再导出。',
    en: 'More than {max} rows match. Narrow the filter, then export.',
  },
  'report.group-too-small': {
    kind: 'forbidden',
    'zh-CN': '符合条件的不足 {least} 家单位，导出会透露单家单位的采购。请放宽筛选。',
    en: 'Fewer than {least} organisations match: the sheet would tell what single ones bought. Widen the filter.',
  },
} as const satisfies Record<string, ProblemText>
