import type { Address } from '@weibao/contracts/order'
import type { PdfDocument } from '@weibao/documents'
import { localDay, type Id } from '@weibao/kernel'
import type { OrderBundleEntity, OrderEntity, OrderLineEntity } from '../order.entity.js'

/** One order as it is packed: what of each line goes in. */
export interface Slip {
  readonly order: OrderEntity
  readonly address: Address | null
  readonly lines: readonly OrderLineEntity[]
  readonly bundles: readonly OrderBundleEntity[]
  /** Packages of each line that go in; lines of which none does are left out. */
  readonly packed: ReadonlyMap<Id, number>
}

/**
 * The papers that go into parcels, one order after another, each from a page of its own. In Chinese, for
 * who packs and who unpacks; prices stay off them, as a parcel may be a gift.
 */
export function packingSlips(
  slips: readonly Slip[],
  { printedAt, origin }: { readonly printedAt: Date; readonly origin: string },
): PdfDocument {
  const [first] = slips
  return {
    locale: 'zh-CN',
    title: '装箱单',
    subtitle: `${first!.order.cooperativeNameZh}　共 ${slips.length} 单`,
    issuer: '维宝 消费协作平台',
    issuedAt: printedAt,
    number: localDay(printedAt),
    blocks: slips.flatMap((slip, index) => [
      ...(index > 0 ? [{ kind: 'page' as const }] : []),
      ...slipOf(slip, origin),
    ]),
  }
}

function slipOf(slip: Slip, origin: string): PdfDocument['blocks'] {
  const { order } = slip
  const lines = slip.lines.filter(({ id }) => (slip.packed.get(id) ?? 0) > 0)
  const count = (line: OrderLineEntity) => slip.packed.get(line.id)!
  const pieces = lines.reduce((sum, line) => sum + count(line), 0)
  const grams = lines.reduce((sum, line) => sum + count(line) * line.packGrams, 0)
  const codes = [...new Set(lines.flatMap(({ lotCodes }) => lotCodes))]
  return [
    { kind: 'heading', text: `订单 ${order.number}` },
    { kind: 'facts', columns: 2, facts: headOf(slip) },
    {
      kind: 'table',
      columns: [
        { title: '商品', width: 4 },
        { title: '规格', width: 2.4 },
        { title: '批次', width: 2.4 },
        { title: '件数', width: 1.2, align: 'right' },
        { title: '实装', width: 1.2 },
      ],
      rows: lines.map((line) => [
        `${line.nameZh}${inBox(slip, line)}`,
        line.skuNameZh,
        line.lotCodes.join(' '),
        String(count(line)),
        '',
      ]),
    },
    {
      kind: 'totals',
      strongLast: false,
      facts: [
        { label: '共', value: `${pieces} 件` },
        { label: '净重', value: `${(grams / 1000).toFixed(2)} 公斤` },
      ],
    },
    ...(order.note ? [{ kind: 'paragraph' as const, text: `买家留言：${order.note}` }] : []),
    {
      kind: 'codes',
      codes: codes.map((code) => ({ text: `${origin}/trace/${code}`, caption: code })),
    },
    { kind: 'paragraph', tone: 'soft', text: '扫码查看每个批次的产地和采收时间。　装箱人：' },
  ]
}

function headOf({ order, address }: Slip) {
  return [
    { label: '收货人', value: address ? `${address.recipient} ${address.phone}` : order.recipient },
    { label: '下单日期', value: localDay(order.placedAt) },
    {
      label: '收货地址',
      value: address
        ? [...new Set([address.province, address.city]), address.district, address.street].join('')
        : '—',
    },
    ...(order.buyerNameZh ? [{ label: '采购单位', value: order.buyerNameZh }] : []),
  ]
}

function inBox({ bundles }: Slip, { orderBundleId }: OrderLineEntity): string {
  const bundle = bundles.find(({ id }) => id === orderBundleId)
  return bundle ? `（礼盒“${bundle.nameZh}”）` : ''
}
