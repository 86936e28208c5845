import { defineMessages } from '@weibao/ui'

export const cancelRestMessages = defineMessages({
  'zh-CN': {
    giveUp: '发不了货，取消剩余',
    takeBack: '取消未发货的商品',
    giveUpTitle: '取消剩余商品',
    takeBackTitle: '取消未发货的商品',
    giveUpText:
      '发不出来的商品按缺口处理，货款和对应运费退给买家；已发出的照常验收。取消后不能恢复。',
    takeBackText:
      '还没发货的商品可以取消，货款退回；这笔订单已经发过货，运费不退。取消后不能恢复。',
    lines: '取消哪些',
    linesHelp: '默认取消全部未发货的商品；只取消一部分，就把数量改小。',
    quantityOf: '{name}，取消数量',
    nothing: '至少取消一件',
    why: '原因',
    'goods-lost': '货物损毁、丢失',
    shortfall: '数量不足，采收缺口',
    text: '说明',
    textHelp: '买家看得到，最多 200 字。',
    refund: '将退款 {total}（商品 {goods}，运费 {freight}）',
    keep: '先不取消',
    confirm: '确定取消并退款',
    done: '已取消，退款会原路退回。',
  },
  en: {
    giveUp: 'Cannot deliver the rest',
    takeBack: 'Cancel what is not shipped',
    giveUpTitle: 'Cancel the rest',
    takeBackTitle: 'Cancel what is not shipped',
    giveUpText:
      'What cannot be delivered is written off as a shortfall; its price and its share of the freight go back to the buyer. What was shipped is received as usual. This cannot be undone.',
    takeBackText:
      'What is not shipped yet can be cancelled and its price is refunded; a part has been shipped, so freight is not. This cannot be undone.',
    lines: 'What to cancel',
    linesHelp: 'Everything still to be shipped; lower a quantity to cancel a part of it.',
    quantityOf: '{name}, packages to cancel',
    nothing: 'Cancel at least one package',
    why: 'Why',
    'goods-lost': 'Goods lost or spoilt',
    shortfall: 'The harvest fell short',
    text: 'Explanation',
    textHelp: 'The buyer sees it; 200 characters at most.',
    refund: '{total} goes back (goods {goods}, freight {freight})',
    keep: 'Keep them',
    confirm: 'Cancel and refund',
    done: 'Cancelled; the money goes back the way it came.',
  },
})
