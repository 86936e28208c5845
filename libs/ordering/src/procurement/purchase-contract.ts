import type { PdfDocument } from '@weibao/documents'
import type { PaymentWay } from '@weibao/contracts/payment'
import { localDay } from '@weibao/kernel'
import type { OrderEntity, OrderGroupEntity, OrderLineEntity } from '../order.entity.js'

const WAYS: Readonly<Record<PaymentWay, string>> = {
  online: '在线支付（银行卡、支付宝或微信）',
  'bank-transfer': '对公转账',
}

/** 购销合同的编号：once for each order. */
export function contractNumberOf({ number }: Pick<OrderEntity, 'number'>): string {
  return `HT-${number}`
}

/**
 * The contract of an organisation's order, from what was frozen when it was placed and from nothing else: the same
 * order gives the same bytes for ever. In Chinese, which is what the parties sign.
 */
export function purchaseContract(
  order: OrderEntity,
  lines: readonly OrderLineEntity[],
  { address }: Pick<OrderGroupEntity, 'address'>,
  way: PaymentWay,
): PdfDocument {
  return {
    locale: 'zh-CN',
    title: '购销合同',
    number: contractNumberOf(order),
    issuer: '维宝 消费协作平台',
    issuedAt: order.placedAt,
    ornament: true,
    blocks: [
      {
        kind: 'facts',
        columns: 2,
        facts: [
          { label: '甲方（采购单位）', value: order.buyerNameZh! },
          { label: '乙方（合作社）', value: order.cooperativeNameZh },
          { label: '签订日期', value: localDay(order.placedAt) },
          { label: '订单号', value: order.number },
        ],
      },
      { kind: 'heading', text: '一、标的、数量与价款' },
      {
        kind: 'table',
        columns: [
          { title: '商品', width: 3 },
          { title: '规格', width: 2.4 },
          { title: '批次', width: 2 },
          { title: '件数', width: 1.2, align: 'right' },
          { title: '单价（元）', width: 1.8, align: 'right' },
          { title: '货款（元）', width: 2, align: 'right' },
          { title: '运费（元）', width: 1.8, align: 'right' },
        ],
        rows: lines.map((line) => [
          line.nameZh,
          line.skuNameZh,
          line.lotCodes.join(' '),
          String(line.quantity),
          yuan(line.unitPriceFen),
          yuan(line.lineTotalFen),
          yuan(line.freightFen ?? 0),
        ]),
      },
      {
        kind: 'totals',
        strongLast: true,
        facts: [
          { label: '货款', value: yuan(order.goodsFen) },
          { label: '运费', value: yuan(order.freightFen) },
          { label: '合计（含税，人民币元）', value: yuan(order.totalFen) },
        ],
      },
      { kind: 'heading', text: '二、交付' },
      {
        kind: 'facts',
        columns: 2,
        facts: [
          { label: '发货日', value: order.leavesOn! },
          { label: '最迟送达日', value: order.arrivesOn! },
          { label: '收货点', value: order.note },
          { label: '收货地址', value: address ? `${address.district}${address.street}` : '—' },
          { label: '收货人', value: order.recipient },
          { label: '运输', value: '乙方交付承运，运费见上表' },
        ],
      },
      ...clauses(way),
      {
        kind: 'seal',
        characters: '维宝',
        lines: [
          '本合同由双方在平台上确认撮合结果并下单订立，电子文本与纸质文本同等有效。',
          `${order.buyerNameZh!}　　${order.cooperativeNameZh}`,
        ],
      },
    ],
  }
}

function clauses(way: PaymentWay): PdfDocument['blocks'] {
  const clause = (title: string, notes: readonly string[]) => ({
    kind: 'notes' as const,
    title,
    notes,
  })
  return [
    clause('三、付款', [
      `甲方先付款，乙方后发货。付款方式：${WAYS[way]}。`,
      '甲方在付款期限内未付清的，本合同自动解除，为其留存的货物恢复可售，双方互不负责。',
    ]),
    clause('四、质量与验收', [
      '乙方按本合同所列批次供货，货物应与该批次公示的等级、产地、采收日期和检测报告一致，并符合国家食品安全标准。',
      '甲方到货后清点数量、查验外观与保质期，在平台上确认收货；短少、破损、变质或与约定不符的，在平台的售后期限内提出。',
      '期满未确认也未提出异议的，视为验收合格。货款在验收后由平台结算给乙方。',
    ]),
    clause('五、违约', [
      '乙方不能按期足额交付的，应立即告知甲方，未交付部分退还价款；因乙方原因造成的运费由乙方承担。',
      '发货前甲方可以取消订单，价款原路退回；发货后按平台售后规则处理。',
    ]),
    clause('六、争议', [
      '双方协商解决；协商不成的，可申请平台介入，或向甲方所在地有管辖权的人民法院起诉。',
    ]),
  ]
}

function yuan(amountFen: number): string {
  return `${Math.trunc(amountFen / 100)}.${String(amountFen % 100).padStart(2, '0')}`
}
