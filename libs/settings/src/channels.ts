/** The ways a sale comes about (domain.md §4.7). Codes are permanent: they stand in the journal. */
export const DEFAULT_CHANNELS = [
  channel('canteen', '机关食堂', 'Institution canteen', 'direct'),
  channel('institution', '单位采购', 'Institutional purchase', 'direct'),
  channel('union', '工会福利', 'Trade union welfare', 'direct'),
  channel('platform-832', '832平台', '832 platform', 'direct'),
  channel('counter', '专柜专馆专区', 'Counters and halls', 'assisted'),
  channel('wholesale', '商超批发', 'Supermarkets and wholesale', 'assisted'),
  channel('fair', '展销会', 'Fairs', 'assisted'),
  channel('company', '企业市场化', 'Company market purchase', 'direct'),
  channel('online-retail', '电商零售', 'Online retail', 'direct'),
  channel('live', '直播', 'Live streaming', 'assisted'),
]

function channel(code: string, zh: string, en: string, purchaseKind: 'direct' | 'assisted') {
  return { code, name: { zh, en }, purchaseKind, isActive: true }
}
