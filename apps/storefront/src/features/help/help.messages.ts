import { defineMessages } from '@weibao/ui'

export const helpMessages = defineMessages({
  'zh-CN': {
    title: '帮助与客服',
    home: '首页',
    contact: '联系客服',
    phone: '电话',
    email: '邮箱',
    hours: '服务时间',
    address: '地址',
    orderHint:
      '咨询订单时，请报订单号（在“订单”里可查）。商品本身的问题，在订单里申请售后最快，合作社会在 {hours} 小时内答复。',
    toOrders: '查看我的订单',
    questions: '常见问题',
    complaint: '对处理结果不满意，可在售后里申请平台介入；也可拨打消费者投诉电话 12315。',
    q_pay: '怎么付款？下单后货会留多久？',
    a_pay:
      '支持银行卡、支付宝和微信支付。下单后为您留货 {holdMinutes} 分钟，逾期未付自动取消，货物回到货架；万一款项在取消后到账，能补货的照常发货，补不上的自动全额退回。',
    q_when: '多久能送到？',
    a_when:
      '商品页和结算页都写着预计送达日期：干货常温 4—6 天，鲜货走航空 2—3 天，冷冻 4—6 天。发货后可在订单里看物流。',
    q_accept: '没点“确认收货”会怎样？',
    a_accept: '送达满 {autoAcceptDays} 天自动确认收货；有问题请先申请售后，售后期间不会自动确认。',
    q_broken: '收到坏的、少的、不对的，怎么办？',
    a_broken:
      '确认收货后 {claimDays} 天内，在订单里选择商品、拍照申请售后，可退款、补发或退货。合作社 {answerHours} 小时内不答复，视为同意。',
    q_return: '不想要了可以退吗？',
    a_return:
      '签收后 {returnDays} 天内，未拆封、不影响再售的商品可无理由退货；鲜活易腐等商品除外，结算时会请您确认，确认的内容写在订单里。',
    q_invoice: '能开发票吗？',
    a_invoice: '可以。付款后在订单里填写抬头申请，由合作社开具，开好后在订单里下载。',
    q_office: '单位、工会想集中采购？',
    a_office:
      '在工作台登记为采购单位，经宝山区核准后即可提交采购需求；平台撮合后给出结果和说明，可对公转账。',
    q_cooperative: '合作社想来卖货？',
    a_cooperative: '在工作台提交营业执照和食品证照，经维西县联络员核准后即可上架。',
    q_trace: '怎么知道东西是哪里产的？',
    a_trace: '每件商品的包装单上都有批次码，扫码或在“溯源查询”里输入，可看到村组、采收日期和检测。',
    toConsole: '去工作台登记',
    toTrace: '溯源查询',
  },
  en: {
    title: 'Help and contact',
    home: 'Home',
    contact: 'Ask us',
    phone: 'Telephone',
    email: 'E-mail',
    hours: 'Hours',
    address: 'Address',
    orderHint:
      'Have the order number at hand (see “Orders”). When something is wrong with the goods, a claim in the order is the fastest: the cooperative answers within {hours} hours.',
    toOrders: 'My orders',
    questions: 'Questions often asked',
    complaint:
      'Not content with the outcome? Ask the platform to step in within the claim, or call the consumer hotline 12315.',
    q_pay: 'How do I pay, and how long are goods kept for me?',
    a_pay:
      'By card, Alipay or WeChat Pay. Goods are kept for {holdMinutes} minutes after ordering; unpaid orders are cancelled by themselves. Should money arrive later, the goods are sent if there are any, or all of it is refunded by itself.',
    q_when: 'When will it arrive?',
    a_when:
      'Product page and checkout show the expected day: dry goods 4 to 6 days, fresh goods by air 2 to 3, frozen 4 to 6. Once sent, the parcel can be followed in the order.',
    q_accept: 'What if I never confirm receipt?',
    a_accept:
      '{autoAcceptDays} days after delivery the goods count as accepted. If something is wrong, make a claim first: while it is open nothing is accepted by itself.',
    q_broken: 'Something arrived broken, short or wrong?',
    a_broken:
      'Within {claimDays} days of acceptance choose the goods in the order, add photographs and claim a refund, a replacement or a return. If the cooperative does not answer within {answerHours} hours, it agrees.',
    q_return: 'Can I send back what I do not want?',
    a_return:
      'Within {returnDays} days of receipt, unopened and fit for sale, without a reason; except fresh goods and the like, which checkout asks you to confirm.',
    q_invoice: 'Can I have an invoice?',
    a_invoice:
      'Yes. After payment enter the title in the order; the cooperative issues it, and you download it there.',
    q_office: 'We buy for an office, a school or a union',
    a_office:
      'Register as a buyer organisation in the console; once Baoshan has approved it, state what you need. The platform matches it, says why, and you may pay by bank transfer.',
    q_cooperative: 'We are a cooperative and want to sell',
    a_cooperative:
      'Hand in your licences in the console; once Weixi’s liaison has approved them, you can list your goods.',
    q_trace: 'How do I know where it was grown?',
    a_trace:
      'Each packing slip carries a batch code: scan it, or enter it in “Trace a batch”, to see village, harvest day and tests.',
    toConsole: 'Register in the console',
    toTrace: 'Trace a batch',
  },
})
