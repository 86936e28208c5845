import type { ProblemText } from '../problem-text.js'

export const orderingProblems = {
  'cart.sku-not-on-sale': {
    kind: 'conflict',
    'zh-CN': '这件商品暂不出售，请从购物车移除后再试。',
    en: 'This item is not on sale now. Take it out of the cart and try again.',
  },
  'cart.bundle-not-on-sale': {
    kind: 'conflict',
    'zh-CN': '这款礼盒暂不出售，请从购物车移除后再试。',
    en: 'This gift box is not on sale now. Take it out of the cart and try again.',
  },
  'cart.cooperative-paused': {
    kind: 'conflict',
    'zh-CN': '“{name}”暂不出售：所属合作社暂停供货。请从购物车移除后再试。',
    en: '“{name}” is not on sale now: its cooperative does not supply at present. Take it out of the cart and try again.',
  },
  'cart.too-many-bundles': {
    kind: 'conflict',
    'zh-CN': '购物车最多放 {max} 款礼盒。',
    en: 'A cart holds at most {max} different gift boxes.',
  },
  'cart.full': {
    kind: 'conflict',
    'zh-CN': '购物车最多放 {max} 种商品。',
    en: 'A cart holds at most {max} different items.',
  },
  'address.too-many': {
    kind: 'conflict',
    'zh-CN': '地址簿最多存 {max} 个地址，请先删去不用的。',
    en: 'An address book holds at most {max} addresses. Remove one that you no longer need.',
  },
  'order.total-changed': {
    kind: 'conflict',
    'zh-CN': '价格或运费有变化，合计现为 {totalYuan} 元。请核对后重新提交，尚未扣款。',
    en: 'Prices or freight have changed; the total is now ¥{totalYuan}. Check and submit again; nothing was charged.',
  },
  'order.adult-needed': {
    kind: 'invalid',
    'zh-CN': '购买酒类需确认已满 18 周岁。',
    en: 'To buy alcohol, confirm that you are 18 or older.',
  },
  'order.return-consent-needed': {
    kind: 'invalid',
    'zh-CN': '生鲜商品不适用七天无理由退货，请先确认知悉。',
    en: 'Fresh goods are excepted from the 7-day return. Please confirm that you know.',
  },
  'order.business-only': {
    kind: 'conflict',
    'zh-CN': '中药材仅供单位采购，不零售。',
    en: 'Medicinal herbs are sold to organisations only.',
  },
  'invoice.not-received': {
    kind: 'conflict',
    'zh-CN': '确认收货后才能申请发票；已全额退款的订单不开发票。',
    en: 'An invoice can be asked for once the goods are received, and not for what was refunded in full.',
  },
  'invoice.issued-already': {
    kind: 'conflict',
    'zh-CN': '发票已经开具，不能再改。如有问题请联系合作社。',
    en: 'The invoice has been issued and cannot be changed. Ask the cooperative if something is wrong.',
  },
  'invoice.answered': {
    kind: 'conflict',
    'zh-CN': '这份开票申请已经处理过了。',
    en: 'This request has been answered already.',
  },
  'invoice.number-used': {
    kind: 'conflict',
    'zh-CN': '这个发票号码已经用过，请核对。',
    en: 'This invoice number is in use. Please check it.',
  },
  'review.not-received': {
    kind: 'conflict',
    'zh-CN': '确认收货后才能评价。',
    en: 'Goods can be reviewed once they are received.',
  },
  'review.photos-unknown': {
    kind: 'conflict',
    'zh-CN': '有照片找不到了，请重新上传。',
    en: 'A photograph cannot be found. Please upload it again.',
  },
  'review.photos-full': {
    kind: 'conflict',
    'zh-CN': '上传的照片太多了，请先发表评价。',
    en: 'Too many photographs wait here. Publish the review first.',
  },
  'review.added-already': {
    kind: 'conflict',
    'zh-CN': '已经追评过了，追评只有一次。',
    en: 'Something was added already; that is possible once.',
  },
  'review.addition-over': {
    kind: 'conflict',
    'zh-CN': '评价发表超过 {days} 天，不能再追评。',
    en: 'A review can be added to for {days} days only.',
  },
  'review.own-vote': {
    kind: 'conflict',
    'zh-CN': '不能给自己的评价点“有用”。',
    en: 'You cannot vote for your own review.',
  },
  'review.edit-over': {
    kind: 'conflict',
    'zh-CN': '评价发表超过 {days} 天，不能再修改。',
    en: 'A review can be changed for {days} days only.',
  },
  'review.answered': {
    kind: 'conflict',
    'zh-CN': '这条评价已经回复过了。',
    en: 'This review has been answered already.',
  },
  'recall.made-already': {
    kind: 'conflict',
    'zh-CN': '这个批次已经召回，买家的通知会自动发完。',
    en: 'This lot is recalled already; its buyers are being told.',
  },
  'receipt.more-than-ordered': {
    kind: 'conflict',
    'zh-CN': '短少和破损的数量超过了这一行可验收的 {left} 件，请核对。',
    en: 'More is short and damaged than the {left} packages that this line has left. Please check.',
  },
  'receipt.organisations-only': {
    kind: 'forbidden',
    'zh-CN': '按差异验收只用于单位订单。个人订单有短少或破损，请申请售后。',
    en: 'Only orders of organisations are received with differences. Please open an after-sale case.',
  },
  'shipment.more-than-left': {
    kind: 'conflict',
    'zh-CN': '装入的数量超过了还没发货的数量，请刷新后核对。',
    en: 'The parcel holds more than is left to ship. Reload and check the quantities.',
  },
  'packing.nothing-to-print': {
    kind: 'conflict',
    'zh-CN': '没有符合条件的订单，无需打印装箱单。',
    en: 'No orders match, so there are no packing slips to print.',
  },
  'packing.too-many': {
    kind: 'conflict',
    'zh-CN': '符合条件的订单有 {count} 个，一个文件最多 {most} 张装箱单；请分批打印。',
    en: '{count} orders match, and one file holds {most} slips at most. Print them in parts.',
  },
  'order.rest-too-large': {
    kind: 'conflict',
    'zh-CN': '要取消的数量超过了还没发货的数量，请刷新后核对。',
    en: 'More is to be cancelled than is left to ship. Reload and check the quantities.',
  },
  'shipment.tracking-used': {
    kind: 'conflict',
    'zh-CN': '这个快递单号已用于另一笔订单，请核对。',
    en: 'This tracking number is on another order. Please check it.',
  },
} as const satisfies Record<string, ProblemText>
