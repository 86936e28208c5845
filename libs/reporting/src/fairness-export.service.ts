import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { FairnessRange } from '@weibao/contracts/fairness'
import { sheetColumns, writeSheet, type SheetValues } from '@weibao/documents'
import { Clock, fairnessIndex, localDay } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { FairnessLedgers, monthsFrom } from './fairness-ledger.service.js'
import { FairnessRepository } from './fairness.repository.js'

const WORDS = {
  'zh-CN': {
    title: '公平账',
    formula: '公平指数',
    formulaText: 'Jain 指数 (Σr)²/(n·Σr²)，r＝验收重量÷上架重量，上架不足 100 公斤的不比',
    rules: '计入口径版本',
    filters: '筛选条件',
    index: '全期公平指数',
    made: '导出日期',
  },
  en: {
    title: 'Fairness ledger',
    formula: 'Fairness index',
    formulaText: 'Jain’s (Σr)²/(n·Σr²), r = received ÷ offered mass, offers under 100 kg left out',
    rules: 'Counting rule versions',
    filters: 'Filters',
    index: 'Index of the whole range',
    made: 'Exported on',
  },
} as const

/** Keys are permanent: the digest covers them. */
const fairnessColumns = sheetColumns({
  month: { type: 'text', title: { 'zh-CN': '月份', en: 'Month' } },
  cooperative: { type: 'text', title: { 'zh-CN': '合作社', en: 'Cooperative' } },
  offeredGrams: { type: 'integer', title: { 'zh-CN': '上架（克）', en: 'Offered (g)' } },
  matchedGrams: { type: 'integer', title: { 'zh-CN': '已撮合（克）', en: 'Matched (g)' } },
  deliveredGrams: {
    type: 'integer',
    min: -1_000_000_000_000,
    title: { 'zh-CN': '已验收（克）', en: 'Received (g)' },
  },
  cooperativeId: { type: 'text', title: { 'zh-CN': '合作社编号', en: 'Cooperative id' } },
})

/** The ledger by month as a sheet that says by which rules it was made. */
@Injectable()
export class FairnessExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ledgers: FairnessLedgers,
    private readonly repository: FairnessRepository,
  ) {}

  async write(range: FairnessRange, format: 'csv' | 'xlsx', locale: Locale) {
    const words = WORDS[locale]
    const day = localDay(this.clock.now())
    const { from, to } = this.ledgers.rangeOf(range)
    const { facts, versions } = await this.unitOfWork.snapshot(async (reader) => ({
      facts: await this.repository.facts(reader, from, to),
      versions: await this.repository.ruleVersions(reader, from, to),
    }))
    const months = new Set(monthsFrom(from, to))
    const whole = facts.filter(({ period }) => period === 'all')
    const sheet = await writeSheet(format, {
      title: words.title,
      locale,
      columns: fairnessColumns,
      rows: facts
        .filter(({ period }) => months.has(period))
        .map(
          ({ period, name, ...rest }) =>
            ({
              ...rest,
              month: period,
              cooperative: locale === 'en' ? name.en : name.zh,
            }) as unknown as SheetValues<typeof fairnessColumns>,
        ),
      meta: [
        { label: words.formula, value: words.formulaText },
        { label: words.rules, value: versions.map(({ version }) => version).join(', ') },
        { label: words.filters, value: locale === 'en' ? `${from} to ${to}` : `${from} 至 ${to}` },
        { label: words.index, value: fairnessIndex(whole).toFixed(4) },
        { label: words.made, value: day },
      ],
    })
    return { ...sheet, name: `${words.title}-${day}.${sheet.extension}` }
  }
}
