import { Injectable } from '@nestjs/common'
import type { VolumeFilter } from '@weibao/contracts/report'
import { Clock, localDay } from '@weibao/kernel'
import { writeSheet, yuanText } from '@weibao/documents'
import { refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { attributionOf } from './attribution.js'
import { volumeColumns } from './volume-export.columns.js'
import { toSheetRow } from './volume-export.rows.js'
import { VolumeReportRepository } from './volume-report.repository.js'
import { codeNames, filterText } from './volume-words.js'

const WORDS = {
  'zh-CN': {
    title: '消费协作额明细',
    rules: '计入口径版本',
    filters: '筛选条件',
    total: '货款合计（计入，元）',
    outside: '货款合计（范围外，元）',
    made: '导出日期',
    builtIn: '（内置）',
  },
  en: {
    title: 'Volume entries',
    rules: 'Counting rule versions',
    filters: 'Filters',
    total: 'Goods in scope (CNY)',
    outside: 'Goods outside (CNY)',
    made: 'Exported on',
    builtIn: ' (built in)',
  },
} as const

/** The rows behind a figure, as a sheet that says what it is of. */
@Injectable()
export class VolumeExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    readonly settings: Settings,
    readonly repository: VolumeReportRepository,
  ) {}

  /** Refuses with `report.too-many-rows` beyond the limit set in `technical.export-rows`. */
  async write(actor: Actor, filter: VolumeFilter, format: 'csv' | 'xlsx') {
    const { locale } = actor
    const seesUnits = actor.mayAny('order:read')
    const words = WORDS[locale]
    const day = localDay(this.clock.now())
    const content = await this.unitOfWork.snapshot(async (reader) => {
      const max = await this.settings.get(reader, 'technical.export-rows', day)
      const names = await codeNames(this, reader, day, locale)
      const facts = await this.repository.facts(reader, filter, null, max + 1)
      if (facts.length > max) throw refusal('report.too-many-rows', { max })
      const versions = [...new Set(facts.map((fact) => fact.ruleVersion))].sort((a, b) => a - b)
      const figures = await this.repository.figures(reader, filter)
      return {
        rows: facts.map((fact) => toSheetRow(fact, attributionOf(fact, seesUnits), names, locale)),
        meta: [
          { label: words.rules, value: versionsText(versions, words.builtIn) },
          { label: words.filters, value: filterText(filter, names, locale) },
          { label: words.total, value: yuanText(figures.goodsFen) },
          { label: words.outside, value: yuanText(figures.outsideFen) },
          { label: words.made, value: day },
        ],
      }
    })
    const sheet = await writeSheet(format, {
      title: words.title,
      locale,
      columns: volumeColumns,
      ...content,
    })
    return { ...sheet, name: `${words.title}-${day}.${sheet.extension}` }
  }
}

function versionsText(versions: readonly number[], builtIn: string): string {
  return versions.map((version) => (version === 0 ? `0${builtIn}` : String(version))).join(', ')
}
