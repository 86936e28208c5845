import { consentVersions } from '@weibao/contracts/consent'
import type { LegalText } from './legal-text'

export const termsText: LegalText = {
  title: { zh: '用户协议', en: 'Terms of use' },
  version: consentVersions.terms,
  lead: {
    zh: '维宝是演示站点：合作社、采购单位和人物都是虚构的，付款走沙盒，不发生真实交易，也不会真的寄出货物。下面的约定按真实运行时的样子写成，让您看到它会怎样对待您。',
    en: 'Weibao is a demonstration: cooperatives, buyers and people are invented, payment runs in a sandbox, no real trade takes place and no goods are sent. What follows is written as it would hold in earnest, so that you can see how it would treat you.',
  },
  sections: [
    {
      title: { zh: '买卖是谁和谁的', en: 'Who buys from whom' },
      paragraphs: [
        {
          zh: '卖家是维西的合作社，买家是您。维宝提供场所、收款和记账，不自己卖货。每件商品都写明是哪一家合作社的。',
          en: 'The seller is a cooperative in Weixi, the buyer is you. Weibao provides the place, the payment and the books, and sells nothing itself. Every item names its cooperative.',
        },
        {
          zh: '您提交订单时，商品先为您保留；付款成功，买卖成立。没有在时限内付款，订单自动取消，不扣钱。',
          en: 'When you place an order the goods are held for you; the sale stands once payment succeeds. Without payment in time the order is cancelled and nothing is charged.',
        },
      ],
    },
    {
      title: { zh: '价格和运费', en: 'Prices and freight' },
      paragraphs: [
        {
          zh: '价格含税，以人民币计。运费另列，按重量、温控方式和地址计算。您看到的合计就是要付的；价格或运费变了，系统会请您重新确认，不会悄悄多扣。',
          en: 'Prices are in yuan and include tax. Freight stands apart, by weight, temperature and address. The total you see is what you pay; if it changes you are asked again, and never charged silently.',
        },
      ],
    },
    {
      title: { zh: '收货和退货', en: 'Delivery and returns' },
      paragraphs: [
        {
          zh: '收到货请核对。坏了、少了、不对，先联系合作社，换货、补发或退款。确认收货后，货款归合作社；到期没有确认也没有提出问题的，系统自动确认。',
          en: 'Please check what arrives. If it is bad, short or wrong, tell the cooperative: it is exchanged, made up or refunded. Once you accept, the money is the cooperative’s; without a word from you until the day shown, the system accepts.',
        },
        {
          zh: '七天无理由退货适用于常温、未拆封的商品。生鲜、冷链和定制商品除外，下单时会单独请您确认。质量问题不受此限。',
          en: 'The 7-day return without a reason applies to ambient goods, unopened. Fresh, chilled and made-to-order goods are excepted, and you confirm that separately when ordering. Faulty goods are always made good.',
        },
      ],
    },
    {
      title: { zh: '有些东西不能随便买', en: 'What not everyone may buy' },
      paragraphs: [
        {
          zh: '酒类只卖给年满十八周岁的人。药材原料不是食品，只供单位采购。',
          en: 'Alcohol is for people of 18 or older. Medicinal raw materials are not food and go to organisations only.',
        },
      ],
    },
    {
      title: { zh: '消费协作额', en: 'Cooperation volume' },
      paragraphs: [
        {
          zh: '送到宝山、符合规则的成交会计入两地消费协作的数字。计入只用订单数据，不公布您的姓名和地址。',
          en: 'Sales delivered in Baoshan that meet the rules count towards the cooperation of the two places. Only order data are used; your name and address are never published.',
        },
      ],
    },
    {
      title: { zh: '账号', en: 'Your account' },
      paragraphs: [
        {
          zh: '请保管好密码。账号可以随时注销，个人信息会抹去，账本依法保留但不带姓名。',
          en: 'Keep your password to yourself. You can close the account at any time: personal data are erased, the books stay as the law asks, without a name.',
        },
      ],
    },
  ],
}
