import type { LegalText } from './legal-text'

export const rulesText: LegalText = {
  title: { zh: '平台规则', en: 'Rules of the platform' },
  version: null,
  lead: {
    zh: '演示站点，规则按真实运行时的样子写成：谁能卖、怎样算当季、数字怎样来。',
    en: 'A demonstration; the rules are written as they would hold in earnest: who may sell, what counts as in season, where figures come from.',
  },
  sections: [
    {
      title: { zh: '谁能卖', en: 'Who may sell' },
      paragraphs: [
        {
          zh: '维西县内的合作社，营业执照有效，食品类另有相应的许可、登记或承诺达标合格证，由维西联络员审核。证照公开，快到期会提醒，过期的商品下架。',
          en: 'Cooperatives of Weixi County with a valid licence, and for food the permit, registration or promise of conformity that it needs, checked by the county liaison. Papers are public, expiry is announced, and goods with expired papers are taken down.',
        },
      ],
    },
    {
      title: { zh: '怎样写商品', en: 'How goods are described' },
      paragraphs: [
        {
          zh: '产地写到乡镇或村，采收期和批次写日子。没有登记的地理标志不能写。不用“最”“第一”这样的话，不造销量、评价和紧张气氛。',
          en: 'Origin down to township or village, harvest and batch with their days. No geographical indication unless registered. No superlatives, no invented sales, reviews or urgency.',
        },
        {
          zh: '“将售罄”按真实库存显示。每件商品按平台的综合排序：在季、有货、认定在前，不卖排名。',
          en: '“Nearly gone” follows real stock. The usual order puts what is in season, in stock and recognised first; places are not for sale.',
        },
      ],
    },
    {
      title: { zh: '认定帮扶产品', en: 'Recognised assistance products' },
      paragraphs: [
        {
          zh: '由维西县认定，有编号和有效期。送到宝山、当日在有效期内、合作社有当季联农带农登记的成交，才计入消费协作额。',
          en: 'Recognised by Weixi County, with a number and a term. A sale counts as cooperation volume when it is delivered in Baoshan, the recognition is valid that day, and the cooperative has a benefit record for the season.',
        },
      ],
    },
    {
      title: { zh: '数字怎样来', en: 'Where figures come from' },
      paragraphs: [
        {
          zh: '每个公布的数字都能打开到一笔笔订单；退款会从数字里减掉。',
          en: 'Every published figure opens to its orders; refunds are taken off it.',
        },
      ],
    },
    {
      title: { zh: '出了问题', en: 'When something goes wrong' },
      paragraphs: [
        {
          zh: '先找合作社；三天没有结果，平台介入，按订单、批次和物流记录处理。',
          en: 'Ask the cooperative first; without a result in three days the platform steps in and decides by order, batch and parcel records.',
        },
      ],
    },
  ],
}
