import type { SheetColumn, SheetColumns } from '@weibao/documents'

/** What stands at the head of each exported sheet, as its readers know it: by key, kind, and title in both languages. */

const LOWEST = -1_000_000_000_000
type Titled = (zh: string, en: string) => SheetColumn

const text: Titled = (zh, en) => ({ type: 'text', title: { 'zh-CN': zh, en } })
const day: Titled = (zh, en) => ({ type: 'day', title: { 'zh-CN': zh, en } })
const whole: Titled = (zh, en) => ({ type: 'integer', min: LOWEST, title: { 'zh-CN': zh, en } })
const money: Titled = (zh, en) => ({ type: 'money', min: LOWEST, title: { 'zh-CN': zh, en } })

const figures = {
  freightFen: money('运费（元）', 'Freight (CNY)'),
  packingFen: money('包装费（元）', 'Packing (CNY)'),
  subsidyFen: money('补贴（元）', 'Subsidy (CNY)'),
}
const massGrams = whole('净重（克）', 'Net mass (g)')

export const sheetTitles = {
  volume: {
    period: text('期间', 'Month'),
    day: day('日期', 'Day'),
    stage: text('阶段', 'Stage'),
    kind: text('类型', 'Kind'),
    orderNumber: text('订单号', 'Order'),
    cooperative: text('合作社', 'Cooperative'),
    product: text('商品', 'Product'),
    township: text('乡镇', 'Township'),
    category: text('品类', 'Category'),
    channel: text('渠道', 'Channel'),
    purchaseKind: text('采购方式', 'Purchase'),
    buyerKind: text('买方', 'Buyer'),
    subdistrict: text('街镇', 'Subdistrict'),
    attribution: text('归口', 'Attribution'),
    evidenceGrade: text('证据等级', 'Evidence'),
    goodsFen: money('货款（元）', 'Goods (CNY)'),
    ...figures,
    quantity: whole('数量（件）', 'Packages'),
    massGrams,
    counted: text('是否计入', 'In scope'),
    scopeReasons: text('范围外原因', 'Why outside'),
    ruleVersion: whole('口径版本', 'Rule version'),
    reason: text('说明', 'Reason'),
    entryId: text('记录编号', 'Entry'),
  },
  split: {
    name: text('名称', 'Name'),
    key: text('代码', 'Code'),
    goodsFen: money('货款（计入，元）', 'Goods in scope (CNY)'),
    outsideFen: money('货款（范围外，元）', 'Goods outside (CNY)'),
    ...figures,
    massGrams,
    entries: whole('记录数', 'Entries'),
  },
  fairness: {
    month: text('月份', 'Month'),
    cooperative: text('合作社', 'Cooperative'),
    offeredGrams: whole('上架（克）', 'Offered (g)'),
    matchedGrams: whole('已撮合（克）', 'Matched (g)'),
    deliveredGrams: whole('已验收（克）', 'Received (g)'),
    cooperativeId: text('合作社编号', 'Cooperative id'),
  },
  allocations: {
    number: text('撮合编号', 'Allocation'),
    state: text('状态', 'State'),
    demand: text('需求编号', 'Demand'),
    buyer: text('采购单位', 'Buyer'),
    subdistrict: text('街镇', 'Subdistrict'),
    cooperative: text('合作社', 'Cooperative'),
    township: text('乡镇', 'Township'),
    category: text('类目', 'Category'),
    product: text('商品', 'Product'),
    sku: text('规格', 'Pack'),
    lot: text('批次', 'Lot'),
    packages: whole('件数', 'Packages'),
    massGrams: whole('重量（克）', 'Mass (g)'),
    unitPriceFen: money('单价（元）', 'Price (CNY)'),
    goodsFen: money('货款（元）', 'Goods (CNY)'),
    freightFen: money('运费（元）', 'Freight (CNY)'),
    arrivesOn: day('预计到货', 'Arrives'),
  },
  tickets: {
    demand: text('需求编号', 'Demand'),
    buyer: text('采购单位', 'Buyer'),
    goods: text('货品', 'Goods'),
    wantedGrams: whole('需求（克）', 'Wanted (g)'),
    matchedGrams: whole('配到（克）', 'Matched (g)'),
    reason: text('原因', 'Reason'),
    why: text('说明', 'Why'),
    flip: text('怎样会不同', 'What would change it'),
  },
  transfers: {
    valueDay: day('入账日', 'Value day'),
    bankReference: text('银行流水号', 'Bank reference'),
    payerName: text('付款户名', 'Payer'),
    payerBank: text('付款开户行', 'Payer’s bank'),
    account: text('付款账号', 'Payer’s account'),
    amountFen: money('金额（元）', 'Amount (CNY)'),
    assignedFen: money('已分配（元）', 'Assigned (CNY)'),
    returnedFen: money('退回（元）', 'Sent back (CNY)'),
    remainderFen: money('未分配（元）', 'Unassigned (CNY)'),
    state: text('状态', 'State'),
    note: text('备注', 'Note'),
  },
  papers: {
    cooperative: text('合作社', 'Cooperative'),
    kind: text('证照', 'Paper'),
    number: text('编号', 'Number'),
    covers: text('适用商品', 'Covers'),
    issuedOn: day('签发日期', 'Issued on'),
    expiresOn: day('有效期至', 'Expires on'),
    daysLeft: whole('剩余天数', 'Days left'),
    isReplaced: text('已有新证', 'Replaced'),
  },
  recall: {
    orderNumber: text('订单号', 'Order'),
    placedOn: day('下单日期', 'Ordered on'),
    sku: text('规格', 'Package'),
    quantity: whole('件数', 'Packages'),
    recipient: text('收货人', 'Recipient'),
    phone: text('手机号', 'Phone'),
    place: text('地址', 'Address'),
  },
} satisfies Record<string, SheetColumns>
