import type { ProblemText } from '../problem-text.js'

export const supplyProblems = {
  'lot.insufficient': {
    kind: 'conflict',
    'zh-CN': '库存不足，目前只剩 {left} 份。请调整数量后再试，尚未扣款。',
    en: 'Not enough left: {left} can be had now. Change the quantity and try again; nothing was charged.',
  },
  'lot.below-promised': {
    kind: 'conflict',
    'zh-CN': '已有 {promised} 份被订购或占用，数量不能改到低于它。确实交不出，请申报缺口。',
    en: '{promised} packages are ordered or held, so the quantity cannot fall below that. If they cannot be delivered, declare a shortfall.',
  },
  'lot.window-wrong': {
    kind: 'invalid',
    'zh-CN': '日期不合理：采收须早于发货，发货须早于保质期，发货截止日不能已过。',
    en: 'The dates do not fit: harvest comes before dispatch, dispatch before best-before, and the last dispatch day must not be past.',
  },
  'lot.township-unknown': {
    kind: 'invalid',
    'zh-CN': '没有这个乡镇，请从维西十个乡镇中选择。',
    en: 'There is no such township. Choose one of the ten of Weixi.',
  },
  'lot.edited-meanwhile': {
    kind: 'conflict',
    'zh-CN': '这个批次刚被别人改过。请刷新后再改，您填写的内容没有保存。',
    en: 'Somebody has just edited this lot. Reload and edit again; what you entered was not saved.',
  },
  'lot.ended': {
    kind: 'conflict',
    'zh-CN': '这个批次已下架或过期，不能再改。',
    en: 'This lot is withdrawn or expired and cannot be edited.',
  },
  'lot.shortfall-too-large': {
    kind: 'invalid',
    'zh-CN': '缺口不能超过 {most} 份（未报损的总数）。',
    en: 'A shortfall is at most {most} packages: what is not written off.',
  },
  'lot.shortfall-unsettled': {
    kind: 'conflict',
    'zh-CN': '还有 {missing} 份缺口没有处理完，暂不能恢复销售。',
    en: '{missing} packages short are not settled yet, so the lot cannot be sold again.',
  },
  'reservation.reference-used': {
    kind: 'conflict',
    'zh-CN': '这笔占用已经存在，请刷新后查看。',
    en: 'These goods are already held under this reference. Reload to see them.',
  },
  'forecast.week-begun': {
    kind: 'invalid',
    'zh-CN': '只能预报还没开始的周，最远 {weeks} 周后。',
    en: 'Only weeks that have not begun can be forecast, up to {weeks} weeks ahead.',
  },
  'forecast.range-wrong': {
    kind: 'invalid',
    'zh-CN': '三个数要从小到大：最少、估计、最多。',
    en: 'The three figures rise: at least, likely, at most.',
  },
  'forecast.changed-meanwhile': {
    kind: 'conflict',
    'zh-CN': '这一周刚才有人报过或改过，请看过最新的数再改。',
    en: 'Somebody stated or changed this week meanwhile. Look at it again, then change it.',
  },
} as const satisfies Record<string, ProblemText>
