import { Injectable } from '@nestjs/common'
import type { AllocationView, TicketView } from '@weibao/contracts/allocation'
import type { Locale } from '@weibao/contracts/basics'
import { subdistricts } from '@weibao/contracts/subdistricts'
import {
  allocationStateNames,
  flipText,
  reasonNames,
  reasonText,
} from '@weibao/contracts/ticket-text'
import { sheetColumns, writeSheet, type SheetValues } from '@weibao/documents'
import { fen, type Id } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import type { RowFilter } from '../allocations/allocation.repository.js'
import { MatchReads } from './match-reads.service.js'
import { RoundResultRepository } from './round-result.repository.js'
import { Rounds } from './rounds.service.js'

const text = (zh: string, en: string) => ({
  type: 'text' as const,
  title: { 'zh-CN': zh, en },
})
const grams = (zh: string, en: string) => ({
  type: 'integer' as const,
  title: { 'zh-CN': zh, en },
})
const money = (zh: string, en: string) => ({ type: 'money' as const, title: { 'zh-CN': zh, en } })

const allocationColumns = sheetColumns({
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
  packages: grams('件数', 'Packages'),
  massGrams: grams('重量（克）', 'Mass (g)'),
  unitPriceFen: money('单价（元）', 'Price (CNY)'),
  goodsFen: money('货款（元）', 'Goods (CNY)'),
  freightFen: money('运费（元）', 'Freight (CNY)'),
  arrivesOn: { type: 'day', title: { 'zh-CN': '预计到货', en: 'Arrives' } },
})

const ticketColumns = sheetColumns({
  demand: text('需求编号', 'Demand'),
  buyer: text('采购单位', 'Buyer'),
  goods: text('货品', 'Goods'),
  wantedGrams: grams('需求（克）', 'Wanted (g)'),
  matchedGrams: grams('配到（克）', 'Matched (g)'),
  reason: text('原因', 'Reason'),
  why: text('说明', 'Why'),
  flip: text('怎样会不同', 'What would change it'),
})

const TITLES = {
  allocations: { 'zh-CN': '撮合结果', en: 'Allocations' },
  tickets: { 'zh-CN': '撮合说明', en: 'Tickets' },
} as const

/** The rows of a round as a sheet that says what it is of. */
@Injectable()
export class RoundExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: Rounds,
    private readonly reads: MatchReads,
    private readonly results: RoundResultRepository,
  ) {}

  async write(
    roundId: Id,
    {
      rows,
      format,
      ...filter
    }: RowFilter & { rows: 'allocations' | 'tickets'; format: 'xlsx' | 'csv' },
    locale: Locale,
  ) {
    const { number, outcome } = await this.rounds.get(roundId)
    const of = { ...filter, roundId }
    const names = await this.codeNames(locale)
    const meta = [
      { label: locale === 'en' ? 'Round' : '轮次', value: number },
      {
        label: locale === 'en' ? 'Result digest' : '结果摘要',
        value: outcome?.resultDigest ?? '—',
      },
      { label: locale === 'en' ? 'Filters' : '筛选', value: filterText(filter, names, locale) },
    ]
    const title = TITLES[rows][locale]
    const sheet =
      rows === 'allocations'
        ? await writeSheet(format, {
            title,
            locale,
            meta,
            columns: allocationColumns,
            rows: (await this.reads.allAllocations(of)).map((each) =>
              allocationRow(each, names, locale),
            ),
          })
        : await writeSheet(format, {
            title,
            locale,
            meta,
            columns: ticketColumns,
            rows: (await this.reads.allTickets(of)).map((each) => ticketRow(each, locale)),
          })
    return { ...sheet, name: `${number}-${title}.${sheet.extension}` }
  }

  private async codeNames(locale: Locale): Promise<CodeNames> {
    const { reader } = this.unitOfWork
    const language = locale === 'en' ? 'en' : 'zh'
    const townships = await this.results.townshipNames(reader)
    const categories = await this.results.categoryNames(reader)
    return {
      townshipCode: new Map(townships.map((each) => [each.code, each[language]])),
      categoryCode: new Map(categories.map((each) => [each.code, each[language]])),
      subdistrictCode: new Map(subdistricts.map(({ code, name }) => [code, name[language]])),
    }
  }
}

/** What a code of each of these is called, in the language of the sheet. */
type CodeNames = Readonly<
  Record<'townshipCode' | 'categoryCode' | 'subdistrictCode', ReadonlyMap<string, string>>
>

const filterNames = {
  townshipCode: { 'zh-CN': '乡镇', en: 'Township' },
  categoryCode: { 'zh-CN': '类目', en: 'Category' },
  subdistrictCode: { 'zh-CN': '街镇', en: 'Subdistrict' },
  cooperativeId: { 'zh-CN': '合作社编号', en: 'Cooperative id' },
  buyerId: { 'zh-CN': '采购单位编号', en: 'Buyer id' },
  lineId: { 'zh-CN': '需求行编号', en: 'Demand line id' },
} as const

/** What the rows were narrowed to, in words. */
function filterText(filter: RowFilter, names: CodeNames, locale: Locale): string {
  const { state, reason, isMissed } = filter
  const named = Object.entries(filterNames).flatMap(([key, name]) => {
    const value = filter[key as keyof typeof filterNames]
    const named = names[key as keyof CodeNames]?.get(String(value)) ?? value
    return value ? [`${name[locale]} ${named}`] : []
  })
  if (state) named.push(allocationStateNames[state][locale])
  if (reason) named.push(reasonNames[reason][locale])
  if (isMissed) named.push(locale === 'en' ? 'not matched in full' : '没有配满的')
  return named.join(locale === 'en' ? '; ' : '；') || (locale === 'en' ? 'all rows' : '全部')
}

function allocationRow(
  each: AllocationView,
  names: CodeNames,
  locale: Locale,
): SheetValues<typeof allocationColumns> {
  const language = locale === 'en' ? 'en' : 'zh'
  return {
    number: each.number,
    state: allocationStateNames[each.state][locale],
    demand: each.demandNumber,
    buyer: each.buyerName[language],
    subdistrict: names.subdistrictCode.get(each.subdistrictCode ?? '') ?? '',
    cooperative: each.cooperativeName[language],
    township: names.townshipCode.get(each.townshipCode) ?? each.townshipCode,
    category: names.categoryCode.get(each.categoryCode) ?? each.categoryCode,
    product: each.productName[language],
    sku: each.skuName[language],
    lot: each.lotCode,
    packages: each.packages,
    massGrams: each.massGrams,
    unitPriceFen: fen(each.unitPriceFen),
    goodsFen: fen(each.goodsFen),
    freightFen: fen(each.freightFen),
    arrivesOn: each.arrivesOn,
  }
}

function ticketRow(each: TicketView, locale: Locale): SheetValues<typeof ticketColumns> {
  const language = locale === 'en' ? 'en' : 'zh'
  return {
    demand: each.demandNumber,
    buyer: each.buyerName[language],
    goods: (each.productName ?? each.categoryName)[language],
    wantedGrams: each.wantedGrams,
    matchedGrams: each.matchedGrams,
    reason: reasonNames[each.reason][locale],
    why: reasonText(each, locale),
    flip: flipText(each, locale) ?? '',
  }
}
