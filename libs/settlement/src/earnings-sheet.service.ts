import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import { writeSheet, yuanText } from '@weibao/documents'
import { Clock, localDay, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { earningColumns, toStatementRow } from './earning-sheet.columns.js'
import { SettlementRepository } from './settlement.repository.js'
import { toEarningView } from './settlement.views.js'

const WORDS: Readonly<Record<Locale, Readonly<Record<'title' | 'all' | 'made', string>>>> = {
  'zh-CN': { title: '应得明细', all: '应得合计（元）', made: '导出日期' },
  en: { title: 'Earnings', all: 'All that was earned (CNY)', made: 'Exported on' },
}

/** All earnings of a cooperative as a sheet: what the ledger owes it and has paid it, order by order. */
@Injectable()
export class EarningsSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly repository: SettlementRepository,
  ) {}

  /** Refuses with `report.too-many-rows` beyond the limit set in `technical.export-rows`. */
  async make(actor: Actor, cooperativeId: Id, format: 'xlsx' | 'csv') {
    actor.mustReach('earning:read', cooperativeId)
    const words = WORDS[actor.locale]
    const day = localDay(this.clock.now())
    const earnings = await this.unitOfWork.snapshot(async (reader) => {
      const max = await this.settings.get(reader, 'technical.export-rows', day)
      const found = await this.repository.listEarnings(reader, cooperativeId, null, max + 1)
      if (found.length > max) throw refusal('report.too-many-rows', { max })
      return found.map(toEarningView)
    })
    const sheet = await writeSheet(format, {
      title: words.title,
      locale: actor.locale,
      columns: earningColumns,
      rows: earnings.map((earning) => ({
        ...toStatementRow(earning),
        payableFrom: earning.payableFrom,
        settlement: earning.settlementNumber,
      })),
      meta: [
        {
          label: words.all,
          value: yuanText(earnings.reduce((sum, { amountFen }) => sum + amountFen, 0)),
        },
        { label: words.made, value: day },
      ],
    })
    return { ...sheet, name: `${words.title}-${day}.${sheet.extension}` }
  }
}
