import { Injectable } from '@nestjs/common'
import type {
  BreakdownBy,
  VolumeBreakdown,
  VolumeFigures,
  VolumeFilter,
  VolumeOverview,
  VolumeRow,
} from '@weibao/contracts/report'
import type { VolumeStage } from '@weibao/contracts/volume'
import { Clock, localDay, localMonth, type Id } from '@weibao/kernel'
import { decodeCursor, toPage, UnitOfWork, type Actor, type Reader } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { attributionOf } from './attribution.js'
import {
  VolumeReportRepository,
  type BreakdownRow,
  type FactRow,
  type MonthFacts,
  type MonthSlice,
} from './volume-report.repository.js'

const STAGES: readonly VolumeStage[] = ['intended', 'ordered', 'received', 'confirmed']
const FIGURE_KEYS = [
  'goodsFen',
  'outsideFen',
  'freightFen',
  'packingFen',
  'subsidyFen',
  'massGrams',
  'entries',
] as const satisfies readonly (keyof VolumeFigures)[]
const MISMATCHES_SHOWN = 100

const FIXED_LABELS: Readonly<Record<string, { zh: string; en: string }>> = {
  'buyer-kind:organisation': { zh: '单位', en: 'Organisations' },
  'buyer-kind:person': { zh: '居民', en: 'Households' },
  'purchase-kind:direct': { zh: '直接采购', en: 'Direct purchase' },
  'purchase-kind:assisted': { zh: '帮助销售', en: 'Assisted sale' },
}

/** The officer's and auditor's view of counted volume. Each answer is read in one snapshot. */
@Injectable()
export class VolumeReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly repository: VolumeReportRepository,
  ) {}

  /** The four stages by month; the year so far when no months are given. */
  overview(range: { from?: string; to?: string }): Promise<VolumeOverview> {
    const thisMonth = localMonth(this.clock.now())
    const to = range.to ?? (range.from && range.from > thisMonth ? range.from : thisMonth)
    const from = range.from ?? `${to.slice(0, 4)}-01`
    return this.unitOfWork.snapshot(async (reader) => {
      const slices = await this.repository.slices(reader, from, to)
      const facts = await this.repository.months(reader, from, to)
      const months = [...new Set([...slices, ...facts].map(({ month }) => month))].sort()
      return {
        from,
        to,
        months: months.map((month) =>
          monthOf(
            month,
            slices.filter((slice) => slice.month === month),
            facts.find((each) => each.month === month),
          ),
        ),
        totals: stagesOf(slices),
        ruleVersions: [...new Set(slices.map(({ ruleVersion }) => ruleVersion))].sort(
          (a, b) => a - b,
        ),
      }
    })
  }

  /** One stage split one way. The parts add up to the total. */
  breakdown(by: BreakdownBy, filter: VolumeFilter): Promise<VolumeBreakdown> {
    return this.unitOfWork.snapshot((reader) => this.breakdownIn(reader, by, filter))
  }

  async breakdownIn(
    reader: Reader,
    by: BreakdownBy,
    filter: VolumeFilter,
  ): Promise<VolumeBreakdown> {
    const found = await this.repository.breakdown(reader, by, filter)
    const day = localDay(this.clock.now())
    const channels =
      by === 'channel' ? await this.settings.get(reader, 'programme.channels', day) : []
    const labels = new Map(channels.map((channel) => [channel.code, channel.name]))
    const items = found.map((item) => ({
      key: item.key,
      label: labels.get(item.key) ?? FIXED_LABELS[`${by}:${item.key}`] ?? nameOf(item),
      ...figuresOf([item]),
    }))
    return { by, items, total: figuresOf(found) }
  }

  /** The rows behind a figure, with the figure. */
  rows(
    actor: Actor,
    { limit, cursor, ...filter }: VolumeFilter & { limit: number; cursor?: string },
  ) {
    const seesUnits = actor.mayAny('order:read')
    const below = (decodeCursor(cursor, 1) as [Id] | null)?.[0] ?? null
    return this.unitOfWork.snapshot(async (reader) => {
      const found = await this.repository.facts(reader, filter, below, limit + 1)
      const total = await this.repository.figures(reader, filter)
      return {
        ...toPage(
          found,
          limit,
          (last) => [last.id],
          (fact) => toVolumeRow(fact, seesUnits),
        ),
        total,
      }
    })
  }

  async mismatches(month: string) {
    const reader = this.unitOfWork.reader
    return { items: await this.repository.mismatches(reader, month, MISMATCHES_SHOWN) }
  }
}

function monthOf(
  month: string,
  slices: readonly MonthSlice[],
  facts: MonthFacts | undefined,
): VolumeOverview['months'][number] {
  const ordered = figuresOf(
    slices.filter((slice) => slice.stage === 'confirmed' && slice.isOrdered),
  )
  const confirmedFen = ordered.goodsFen + ordered.outsideFen
  const ledgerFen = facts?.ledgerFen ?? 0
  return {
    month,
    state: facts?.state ?? 'open',
    stages: stagesOf(slices),
    reconciliation: { confirmedFen, ledgerFen, differenceFen: confirmedFen - ledgerFen },
  }
}

function stagesOf(figures: readonly MonthSlice[]): Record<VolumeStage, VolumeFigures> {
  const of = (stage: VolumeStage) => figuresOf(figures.filter((each) => each.stage === stage))
  return Object.fromEntries(STAGES.map((stage) => [stage, of(stage)])) as Record<
    VolumeStage,
    VolumeFigures
  >
}

/** Adds figures of one stage. */
function figuresOf(parts: readonly VolumeFigures[]): VolumeFigures {
  const sum = (key: keyof VolumeFigures) => parts.reduce((total, part) => total + part[key], 0)
  return Object.fromEntries(FIGURE_KEYS.map((key) => [key, sum(key)])) as unknown as VolumeFigures
}

function nameOf({ nameZh, nameEn }: BreakdownRow) {
  return nameZh === null || nameEn === null ? null : { zh: nameZh, en: nameEn }
}

function toVolumeRow(fact: FactRow, seesUnits: boolean): VolumeRow {
  return {
    ...fact,
    ...attributionOf(fact, seesUnits),
    cooperativeName: { zh: fact.cooperativeNameZh, en: fact.cooperativeNameEn },
    productName: { zh: fact.productNameZh, en: fact.productNameEn },
    occurredAt: fact.occurredAt.toISOString(),
  }
}
