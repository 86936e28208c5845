import type { Locale } from '@weibao/contracts/basics'
import { SHARED, type BreakdownBy, type VolumeFilter } from '@weibao/contracts/report'
import { subdistricts } from '@weibao/contracts/subdistricts'
import type { ScopeReason } from '@weibao/contracts/volume'
import { Settings } from '@weibao/settings'
import type { LocalDay } from '@weibao/kernel'
import type { Reader } from '@weibao/platform'
import { volumeColumns } from './volume-export.columns.js'
import { filterParts } from './volume-filter.js'
import type { VolumeReportRepository } from './volume-report.repository.js'

type Words = Readonly<Record<Locale, string>>

/** What a code of each of these is called, in the language of a sheet. */
export type CodeNames = Readonly<
  Record<
    'channel' | 'township' | 'category' | 'subdistrict' | 'attribution',
    ReadonlyMap<string, string>
  >
>

/** Codes stand in the entries; whoever reads a sheet reads names. */
export async function codeNames(
  { settings, repository }: { settings: Settings; repository: VolumeReportRepository },
  reader: Reader,
  day: LocalDay,
  locale: Locale,
): Promise<CodeNames> {
  const language = locale === 'en' ? 'en' : 'zh'
  const channels = await settings.get(reader, 'programme.channels', day)
  const [townships, categories] = [
    await repository.placeOrKindNames(reader, 'township'),
    await repository.placeOrKindNames(reader, 'category'),
  ]
  const places = subdistricts.map(({ code, name }) => [code, name[language]] as const)
  return {
    channel: new Map(channels.map(({ code, name }) => [code, name[language]])),
    township: new Map(townships.map((each) => [each.code, each[language]])),
    category: new Map(categories.map((each) => [each.code, each[language]])),
    subdistrict: new Map([...places, ['none', NOT_IN_BAOSHAN[locale]]]),
    attribution: new Map([...places, ['retail', RETAIL[locale]], [SHARED, SHARED_WORDS[locale]]]),
  }
}

const NOT_IN_BAOSHAN: Words = { 'zh-CN': '宝山以外或未填', en: 'Outside Baoshan or not given' }
const RETAIL: Words = { 'zh-CN': '居民零售', en: 'Retail' }
const SHARED_WORDS: Words = { 'zh-CN': '共享', en: 'Shared' }

/** What each way of splitting is called. */
export const breakdownNames: Readonly<Record<BreakdownBy, Words>> = {
  month: { 'zh-CN': '月份', en: 'Month' },
  channel: volumeColumns.channel.title,
  cooperative: volumeColumns.cooperative.title,
  township: volumeColumns.township.title,
  category: volumeColumns.category.title,
  subdistrict: volumeColumns.subdistrict.title,
  'buyer-kind': volumeColumns.buyerKind.title,
  'purchase-kind': volumeColumns.purchaseKind.title,
  product: volumeColumns.product.title,
}

const filterNames: Readonly<Record<keyof VolumeFilter, Words>> = {
  stage: volumeColumns.stage.title,
  from: { 'zh-CN': '起', en: 'From' },
  to: { 'zh-CN': '止', en: 'To' },
  counted: volumeColumns.counted.title,
  kind: volumeColumns.kind.title,
  channel: volumeColumns.channel.title,
  purchaseKind: volumeColumns.purchaseKind.title,
  cooperativeId: { 'zh-CN': '合作社编号', en: 'Cooperative id' },
  productId: { 'zh-CN': '商品编号', en: 'Product id' },
  township: volumeColumns.township.title,
  category: volumeColumns.category.title,
  subdistrict: volumeColumns.subdistrict.title,
  buyerKind: volumeColumns.buyerKind.title,
  attribution: volumeColumns.attribution.title,
  orderId: { 'zh-CN': '订单编号', en: 'Order id' },
}

/** What the entries were narrowed to, as a reader of the sheet would say it. */
export function filterText(filter: VolumeFilter, names: CodeNames, locale: Locale): string {
  return filterParts(filter)
    .map(([key, value]) => `${filterNames[key][locale]} ${valueText(key, value, names, locale)}`)
    .join(locale === 'en' ? '; ' : '；')
}

function valueText(
  key: keyof VolumeFilter,
  value: string | boolean,
  names: CodeNames,
  locale: Locale,
): string {
  if (key === 'counted') return choiceText('counted', value ? 'yes' : 'no', locale)
  const text = String(value)
  if (key === 'stage' || key === 'kind' || key === 'purchaseKind' || key === 'buyerKind')
    return choiceText(key, text, locale)
  if (
    key === 'channel' ||
    key === 'township' ||
    key === 'category' ||
    key === 'subdistrict' ||
    key === 'attribution'
  )
    return names[key].get(text) ?? text
  return text
}

type Choice = 'stage' | 'kind' | 'purchaseKind' | 'buyerKind' | 'counted'

/** The name that the sheet's own column gives a value. */
export function choiceText(column: Choice, value: string, locale: Locale): string {
  const { choices } = volumeColumns[column]
  return choices.find((choice) => choice.value === value)?.label[locale] ?? value
}

export const scopeReasonNames: Readonly<Record<ScopeReason, Words>> = {
  'not-from-weixi': { 'zh-CN': '不是维西产的', en: 'Not made in Weixi' },
  'no-recognition': {
    'zh-CN': '下单时没有有效认定',
    en: 'No valid recognition on the order date',
  },
  'no-benefit-record': {
    'zh-CN': '当季没有联农带农记录',
    en: 'No benefit record for the season',
  },
  'buyer-outside-baoshan': { 'zh-CN': '买家不在宝山', en: 'Buyer outside Baoshan' },
  'buyer-kind-not-counted': { 'zh-CN': '这类买家不计入', en: 'This kind of buyer does not count' },
  'channel-not-counted': { 'zh-CN': '这个渠道不计入', en: 'This channel does not count' },
  resale: { 'zh-CN': '再次销售，不重复计', en: 'Resale, not counted again' },
  'evidence-too-weak': { 'zh-CN': '证据等级不够', en: 'Evidence too weak' },
  'not-rated': { 'zh-CN': '还没有评价', en: 'Not rated yet' },
}
