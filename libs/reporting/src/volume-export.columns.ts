import { sheetColumns } from '@weibao/documents'

/** Refunds are negative. */
const LOWEST = -1_000_000_000_000

/** The sheet of volume entries. Keys are permanent: the digest covers them. */
export const volumeColumns = sheetColumns({
  period: { type: 'text', title: { 'zh-CN': '期间', en: 'Month' } },
  day: { type: 'day', title: { 'zh-CN': '日期', en: 'Day' } },
  stage: {
    type: 'choice',
    title: { 'zh-CN': '阶段', en: 'Stage' },
    choices: [
      { value: 'intended', label: { 'zh-CN': '意向', en: 'Intended' } },
      { value: 'ordered', label: { 'zh-CN': '已下单', en: 'Ordered' } },
      { value: 'received', label: { 'zh-CN': '已验收', en: 'Received' } },
      { value: 'confirmed', label: { 'zh-CN': '已确认', en: 'Confirmed' } },
    ],
  },
  kind: {
    type: 'choice',
    title: { 'zh-CN': '类型', en: 'Kind' },
    choices: [
      { value: 'count', label: { 'zh-CN': '计入', en: 'Count' } },
      { value: 'reversal', label: { 'zh-CN': '冲减', en: 'Reversal' } },
      { value: 'adjustment', label: { 'zh-CN': '更正', en: 'Adjustment' } },
    ],
  },
  orderNumber: { type: 'text', title: { 'zh-CN': '订单号', en: 'Order' } },
  cooperative: { type: 'text', title: { 'zh-CN': '合作社', en: 'Cooperative' } },
  product: { type: 'text', title: { 'zh-CN': '商品', en: 'Product' } },
  township: { type: 'text', title: { 'zh-CN': '乡镇', en: 'Township' } },
  category: { type: 'text', title: { 'zh-CN': '品类', en: 'Category' } },
  channel: { type: 'text', title: { 'zh-CN': '渠道', en: 'Channel' } },
  purchaseKind: {
    type: 'choice',
    title: { 'zh-CN': '采购方式', en: 'Purchase' },
    choices: [
      { value: 'direct', label: { 'zh-CN': '直接采购', en: 'Direct purchase' } },
      { value: 'assisted', label: { 'zh-CN': '帮助销售', en: 'Assisted sale' } },
    ],
  },
  buyerKind: {
    type: 'choice',
    title: { 'zh-CN': '买方', en: 'Buyer' },
    choices: [
      { value: 'organisation', label: { 'zh-CN': '单位', en: 'Organisation' } },
      { value: 'person', label: { 'zh-CN': '居民', en: 'Household' } },
    ],
  },
  subdistrict: { type: 'text', title: { 'zh-CN': '街镇', en: 'Subdistrict' } },
  attribution: { type: 'text', title: { 'zh-CN': '归口', en: 'Attribution' } },
  evidenceGrade: { type: 'text', title: { 'zh-CN': '证据等级', en: 'Evidence' } },
  goodsFen: { type: 'money', min: LOWEST, title: { 'zh-CN': '货款（元）', en: 'Goods (CNY)' } },
  freightFen: { type: 'money', min: LOWEST, title: { 'zh-CN': '运费（元）', en: 'Freight (CNY)' } },
  packingFen: {
    type: 'money',
    min: LOWEST,
    title: { 'zh-CN': '包装费（元）', en: 'Packing (CNY)' },
  },
  subsidyFen: { type: 'money', min: LOWEST, title: { 'zh-CN': '补贴（元）', en: 'Subsidy (CNY)' } },
  quantity: { type: 'integer', min: LOWEST, title: { 'zh-CN': '数量（件）', en: 'Packages' } },
  massGrams: { type: 'integer', min: LOWEST, title: { 'zh-CN': '净重（克）', en: 'Net mass (g)' } },
  counted: {
    type: 'choice',
    title: { 'zh-CN': '是否计入', en: 'In scope' },
    choices: [
      { value: 'yes', label: { 'zh-CN': '计入', en: 'Yes' } },
      { value: 'no', label: { 'zh-CN': '范围外', en: 'Outside' } },
    ],
  },
  scopeReasons: { type: 'text', title: { 'zh-CN': '范围外原因', en: 'Why outside' } },
  ruleVersion: { type: 'integer', title: { 'zh-CN': '口径版本', en: 'Rule version' } },
  reason: { type: 'text', title: { 'zh-CN': '说明', en: 'Reason' } },
  entryId: { type: 'text', title: { 'zh-CN': '记录编号', en: 'Entry' } },
})
