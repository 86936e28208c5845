import { Injectable } from '@nestjs/common'
import type { CockpitFigures, CockpitLine, QuotaCockpit } from '@weibao/contracts/quota-cockpit'
import { addDays, Clock, daysBetween, fen, localDay, type Id, type LocalDay } from '@weibao/kernel'
import { decodeCursor, toPage, UnitOfWork, type Actor } from '@weibao/platform'
import { forecast } from './forecast.js'
import {
  openOrdersAt,
  pastErrors,
  sumOf,
  type CompletionShares,
  type DailySeries,
} from './past-errors.js'
import {
  QuotaCockpitRepository,
  type BudgetFacts,
  type CockpitRowFilter,
  type CockpitSum,
} from './quota-cockpit.repository.js'

const STAGES = ['demanded', 'matched', 'ordered', 'received', 'confirmed'] as const
/** Orders need some weeks until one knows what became of them. */
const SETTLED_DAYS = 28
const LEARNT_DAYS = 365

/** Where a buyer stands with the quota and the ceiling of each budget line of a year. */
@Injectable()
export class QuotaCockpits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly repository: QuotaCockpitRepository,
  ) {}

  get(actor: Actor, buyerId: Id, asked: number | undefined): Promise<QuotaCockpit> {
    actor.mustReach('demand:read', buyerId)
    const today = localDay(this.clock.now())
    const thisYear = Number(today.slice(0, 4))
    return this.unitOfWork.snapshot(async (reader) => {
      const budgets = await this.repository.budgets(reader, buyerId)
      const sums = await this.repository.sums(reader, buyerId)
      const shares = await this.repository.completion(
        reader,
        addDays(today, -LEARNT_DAYS),
        addDays(today, -SETTLED_DAYS),
      )
      const years = [...new Set([thisYear, ...budgets.map(({ year }) => year)])].sort(
        (a, b) => b - a,
      )
      const year = asked ?? thisYear
      const forecastTo = `${year}-12-31`
      const kinds = new Map(budgets.map(({ id, kind }) => [id, kind]))
      const lineOf = (budget: BudgetFacts | null) => {
        const own = sums.filter(
          (each) => each.budgetLineId === (budget?.id ?? null) && each.year === year,
        )
        // Last year's canteen budget is another row with the same habits.
        const alike = sums.filter(({ budgetLineId }) =>
          budget
            ? budgetLineId !== null && kinds.get(budgetLineId) === budget.kind
            : budgetLineId === null,
        )
        return cockpitLine(
          budget,
          own,
          year === thisYear ? { alike, today, forecastTo, shares } : null,
        )
      }
      const rest = sums.some((each) => each.budgetLineId === null && each.year === year)
      return {
        year,
        years,
        forecastTo,
        lines: [
          ...budgets.filter((budget) => budget.year === year).map(lineOf),
          ...(rest ? [lineOf(null)] : []),
        ],
      }
    })
  }

  async rows(
    actor: Actor,
    filter: CockpitRowFilter,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ) {
    actor.mustReach('demand:read', filter.buyerId)
    const below = (decodeCursor(cursor, 1) as [Id] | null)?.[0] ?? null
    const found = await this.repository.list(this.unitOfWork.reader, filter, {
      below,
      limit: limit + 1,
    })
    return toPage(
      found,
      limit,
      ({ id }) => [id],
      (each) => each,
    )
  }
}

interface Learnt {
  readonly alike: readonly CockpitSum[]
  readonly today: LocalDay
  readonly forecastTo: LocalDay
  readonly shares: CompletionShares
}

function cockpitLine(
  budget: BudgetFacts | null,
  own: readonly CockpitSum[],
  learnt: Learnt | null,
): CockpitLine {
  return {
    budgetLine: budget && {
      id: budget.id,
      kind: budget.kind,
      name: budget.name,
      ceilingFen: budget.ceilingFen === null ? null : fen(budget.ceilingFen),
    },
    quota:
      budget?.quotaId && budget.quotaState && budget.minimumFen !== null
        ? { id: budget.quotaId, state: budget.quotaState, minimumFen: fen(budget.minimumFen) }
        : null,
    stages: Object.fromEntries(
      STAGES.map((stage) => [stage, figuresOf(own.filter((each) => each.stage === stage))]),
    ) as CockpitLine['stages'],
    gapFen: fen(gapOf(budget, own)),
    forecast: learnt && forecastOf(own, learnt),
  }
}

/** What of the quota is not under way: neither in an order nor in an allocation that waits for one. */
export function gapOf(budget: BudgetFacts | null, own: readonly CockpitSum[]): number {
  const underWay = own
    .filter(({ stage, isLive }) => stage === 'ordered' || (stage === 'matched' && isLive))
    .reduce((sum, { amountFen }) => sum + amountFen, 0)
  return Math.max(0, (budget?.minimumFen ?? 0) - underWay)
}

function figuresOf(parts: readonly CockpitSum[]): CockpitFigures {
  const sum = (key: keyof CockpitFigures) => parts.reduce((total, part) => total + part[key], 0)
  return {
    amountFen: sum('amountFen'),
    outsideFen: sum('outsideFen'),
    freightFen: sum('freightFen'),
    massGrams: sum('massGrams'),
    rows: sum('rows'),
  }
}

function forecastOf(own: readonly CockpitSum[], learnt: Learnt): CockpitLine['forecast'] {
  const { today, forecastTo, shares } = learnt
  const series = seriesOf(own)
  const past = seriesOf(learnt.alike)
  const days = [...past.ordered.keys(), ...past.confirmed.keys()].sort()
  const historyFrom = days[0] ?? today
  return forecast({
    confirmedFen: sumOf(series.confirmed, () => true),
    openOrders: openOrdersAt(series, today, shares),
    today,
    periodEnd: forecastTo,
    history: past.confirmed,
    historyFrom,
    pastErrorsFen: pastErrors(past, {
      today,
      days: daysBetween(today, forecastTo),
      historyFrom,
      shares,
    }),
  })
}

function seriesOf(sums: readonly CockpitSum[]): DailySeries {
  const of = (stage: CockpitSum['stage']) => {
    const days = new Map<LocalDay, number>()
    for (const each of sums)
      if (each.stage === stage && each.day !== null)
        days.set(each.day, (days.get(each.day) ?? 0) + each.amountFen)
    return days
  }
  return { ordered: of('ordered'), received: of('received'), confirmed: of('confirmed') }
}
