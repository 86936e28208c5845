import type { ProblemText } from '../problem-text.js'

export const afterSaleProblems = {
  'after-sale.goods-gone': {
    kind: 'conflict',
    'zh-CN': '为补发留的货已经放回，请等系统改为退款，或联系买家。',
    en: 'The goods kept for the replacement are no longer held; the case will be refunded.',
  },
  'after-sale.not-possible': {
    kind: 'conflict',
    'zh-CN': '订单发货后才能申请售后；未发货请直接取消订单。',
    en: 'After-sale begins once the order has shipped. Before that, cancel the order.',
  },
  'after-sale.too-late': {
    kind: 'conflict',
    'zh-CN': '已超过可申请的期限（{day} 止）。',
    en: 'The period for this ended on {day}.',
  },
  'after-sale.kind-not-fitting': {
    kind: 'invalid',
    'zh-CN': '无理由退货须退回商品；少发的商品无需退回。',
    en: 'A return without a reason sends the goods back; what was never sent cannot come back.',
  },
  'after-sale.not-returnable': {
    kind: 'conflict',
    'zh-CN': '下单时已确认：该商品不适用七天无理由退货。如有质量问题，请选择相应原因。',
    en: 'As confirmed at checkout, this item is excepted from the return without a reason. If something is wrong with it, choose what.',
  },
  'after-sale.quantity-taken': {
    kind: 'conflict',
    'zh-CN': '可申请的数量只剩 {left} 件，其余已在其他售后中。',
    en: 'Only {left} can be asked for; the rest is in other cases.',
  },
  'after-sale.photos-full': {
    kind: 'conflict',
    'zh-CN': '这笔订单上传的照片已太多，请先提交已有的售后申请。',
    en: 'Too many photographs wait for this order. Submit the case you have first.',
  },
  'after-sale.photos-unknown': {
    kind: 'conflict',
    'zh-CN': '有照片已失效，请删除后重新上传。',
    en: 'A photograph is no longer there. Remove it and upload it again.',
  },
  'after-sale.amount-too-large': {
    kind: 'invalid',
    'zh-CN': '金额不能超过买家申请的 {maxYuan} 元；部分退款须少于该数。',
    en: 'The amount cannot be above the ¥{maxYuan} asked for; a part must be less.',
  },
  'after-sale.lines-not-those': {
    kind: 'invalid',
    'zh-CN': '请逐项填写退回商品中可再售的数量，不超过退回数量。',
    en: 'Say for each returned line how many can be sold again, no more than came back.',
  },
  'after-sale.referee-is-party': {
    kind: 'forbidden',
    'zh-CN': '您是这件售后的当事人，请由其他专员裁定。',
    en: 'You are a party to this case. Another officer has to decide it.',
  },
} as const satisfies Record<string, ProblemText>
