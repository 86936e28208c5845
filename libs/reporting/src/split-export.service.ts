import { Injectable } from '@nestjs/common'
import type { Bilingual, Locale } from '@weibao/contracts/basics'
import type { BreakdownBy, VolumeFilter } from '@weibao/contracts/report'
import { sheetColumns, writeSheet } from '@weibao/documents'
import { Clock, fen, localDay } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor, type Reader } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { LEAST_ORGANISATIONS, mergeSmallGroups, OTHER, type SplitPart } from './small-groups.js'
import { VolumeReportRepository } from './volume-report.repository.js'
import { VolumeReport } from './volume-report.service.js'
import {
  breakdownNames,
  choiceText,
  codeNames,
  filterText,
  type CodeNames,
} from './volume-words.js'

/** Refunds are negative. */
const LOWEST = -1_000_000_000_000
const money = (zh: string, en: string) =>
  ({ type: 'money', min: LOWEST, title: { 'zh-CN': zh, en } }) as const

const columns = sheetColumns({
  name: { type: 'text', title: { 'zh-CN': '名称', en: 'Name' } },
  key: { type: 'text', title: { 'zh-CN': '代码', en: 'Code' } },
  goodsFen: money('货款（计入，元）', 'Goods in scope (CNY)'),
  outsideFen: money('货款（范围外，元）', 'Goods outside (CNY)'),
  freightFen: money('运费（元）', 'Freight (CNY)'),
  packingFen: money('包装费（元）', 'Packing (CNY)'),
  subsidyFen: money('补贴（元）', 'Subsidy (CNY)'),
  massGrams: { type: 'integer', min: LOWEST, title: { 'zh-CN': '净重（克）', en: 'Net mass (g)' } },
  entries: { type: 'integer', title: { 'zh-CN': '记录数', en: 'Entries' } },
})

const WORDS = {
  'zh-CN': {
    title: '消费协作额分项',
    by: '分项',
    filters: '筛选条件',
    total: '货款合计（计入，元）',
    made: '导出日期',
    merged: '合并',
    mergedText: `不足 ${LEAST_ORGANISATIONS} 家单位的分项并入“其他”`,
    other: '其他',
  },
  en: {
    title: 'Volume split',
    by: 'Split by',
    filters: 'Filters',
    total: 'Goods in scope (CNY)',
    made: 'Exported on',
    merged: 'Merged',
    mergedText: `parts of fewer than ${LEAST_ORGANISATIONS} organisations are in “Other”`,
    other: 'Other',
  },
} as const

/** A split as a sheet. What a part says of single organisations is for those who may see their orders. */
@Injectable()
export class SplitExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    readonly settings: Settings,
    private readonly report: VolumeReport,
    readonly repository: VolumeReportRepository,
  ) {}

  /** Refuses with `report.group-too-small` whom it would tell what fewer than five organisations bought. */
  async write(actor: Actor, by: BreakdownBy, filter: VolumeFilter, format: 'csv' | 'xlsx') {
    const { locale } = actor
    const words = WORDS[locale]
    const day = localDay(this.clock.now())
    const { parts, names } = await this.unitOfWork.snapshot(async (reader) => ({
      parts: await this.partsOf(reader, by, filter),
      names: await codeNames(this, reader, day, locale),
    }))
    const seesSingle = actor.mayAny('order:read')
    const shown = seesSingle ? parts : mergeSmallGroups(parts)
    if (shown === null) throw refusal('report.group-too-small', { least: LEAST_ORGANISATIONS })
    const total = shown.reduce((sum, { goodsFen }) => sum + goodsFen, 0)
    const meta = [
      { label: words.by, value: breakdownNames[by][locale] },
      { label: words.filters, value: filterText(filter, names, locale) },
      { label: words.total, value: (total / 100).toFixed(2) },
      { label: words.made, value: day },
      ...(shown.some(({ key }) => key === OTHER)
        ? [{ label: words.merged, value: words.mergedText }]
        : []),
    ]
    const sheet = await writeSheet(format, {
      title: words.title,
      locale,
      columns,
      meta,
      rows: shown.map(({ organisationIds: _, ...part }) => ({
        ...part,
        name: part.key === OTHER ? words.other : nameOf(by, part, names, locale),
        goodsFen: fen(part.goodsFen),
        outsideFen: fen(part.outsideFen),
        freightFen: fen(part.freightFen),
        packingFen: fen(part.packingFen),
        subsidyFen: fen(part.subsidyFen),
      })),
    })
    return {
      ...sheet,
      name: `${words.title}-${breakdownNames[by][locale]}-${day}.${sheet.extension}`,
    }
  }

  private async partsOf(
    reader: Reader,
    by: BreakdownBy,
    filter: VolumeFilter,
  ): Promise<(SplitPart & { label?: Bilingual | null })[]> {
    const { items } = await this.report.breakdownIn(reader, by, filter)
    const buyers = await this.repository.organisationsBy(reader, by, filter)
    const parts = items.map((item) => ({ ...item, organisationIds: buyers.get(item.key) ?? [] }))
    return by === 'month' ? parts.sort((a, b) => (a.key < b.key ? -1 : 1)) : parts
  }
}

/** A part by the name that the split itself says, else by what its code is called. */
function nameOf(
  by: BreakdownBy,
  { key, label }: { key: string; label?: Bilingual | null },
  names: CodeNames,
  locale: Locale,
): string {
  if (label) return locale === 'en' ? label.en : label.zh
  if (by === 'buyer-kind') return choiceText('buyerKind', key, locale)
  if (by === 'purchase-kind') return choiceText('purchaseKind', key, locale)
  if (by === 'channel' || by === 'township' || by === 'category' || by === 'subdistrict')
    return names[by].get(key) ?? key
  return key
}
