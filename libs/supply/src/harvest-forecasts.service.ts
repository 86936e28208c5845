import { Injectable } from '@nestjs/common'
import type {
  ForecastAccuracy,
  HarvestForecast,
  StateForecast,
} from '@weibao/contracts/harvest-forecast'
import { addDays, Clock, localDay, newId, weekOf, type Id, type LocalDay } from '@weibao/kernel'
import {
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Actor,
  type Tx,
} from '@weibao/platform'
import { HarvestForecastRepository, type ForecastRow } from './harvest-forecast.repository.js'

/** So far ahead a harvest can be foreseen, and so far back accuracy looks. */
const WEEKS_AHEAD = 52
const WEEKS_BACK = 26

interface PageQuery {
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * What cooperatives expect to harvest. A forecast stands once its week has begun, so that it can be
 * held against what came.
 */
@Injectable()
export class HarvestForecasts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly forecasts: HarvestForecastRepository,
  ) {}

  /** Refuses with `forecast.week-begun`, `forecast.range-wrong` or `forecast.changed-meanwhile`. */
  state(actor: Actor, cooperativeId: Id, body: StateForecast): Promise<HarvestForecast> {
    actor.mustReach('lot:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      this.refuseUnlessAhead(body.week)
      const id = await this.put(tx, cooperativeId, body, actor.personId)
      return toView((await this.forecasts.own(tx, this.thisWeek(), cooperativeId, id))!)
    })
  }

  /** Writes a forecast as `state` does, of any week, for whoever has checked who asks. Its id. */
  async put(tx: Tx, cooperativeId: Id, body: StateForecast, personId: Id | null): Promise<Id> {
    const { lowGrams, likelyGrams, highGrams, productId, version } = body
    if (!(lowGrams <= likelyGrams && likelyGrams <= highGrams))
      throw refusal('forecast.range-wrong')
    if (!(await this.forecasts.isOwnProduct(tx, cooperativeId, productId))) throw notFound()
    const stated = { ...body, cooperativeId, at: this.clock.now() }
    const id =
      version === 0
        ? await this.forecasts.insert(tx, newId(), stated)
        : await this.forecasts.update(tx, stated)
    if (!id) throw refusal('forecast.changed-meanwhile')
    await this.forecasts.keepChange(tx, newId(), id, personId)
    return id
  }

  async listOwn(actor: Actor, cooperativeId: Id, query: PageQuery & { when: 'coming' | 'past' }) {
    actor.mustReach('lot:manage', cooperativeId)
    const after = decodeCursor(query.cursor, 2)
    const found = await this.forecasts.list(
      this.unitOfWork.reader,
      this.thisWeek(),
      cooperativeId,
      {
        isPast: query.when === 'past',
        after: after ? [String(after[0]), String(after[1])] : null,
        limit: query.limit + 1,
      },
    )
    return toPage(found, query.limit, ({ week, id }) => [week, id], toView)
  }

  async listChanges(actor: Actor, cooperativeId: Id, id: Id, query: PageQuery) {
    actor.mustReach('lot:manage', cooperativeId)
    const { reader } = this.unitOfWork
    const own = await this.forecasts.own(reader, this.thisWeek(), cooperativeId, id)
    if (!own) throw notFound()
    const before = decodeCursor(query.cursor, 1)
    const found = await this.forecasts.changes(reader, id, {
      before: before ? Number(before[0]) : null,
      limit: query.limit + 1,
    })
    return toPage(
      found,
      query.limit,
      ({ version }) => [version],
      (each) => ({ ...each, changedAt: each.changedAt.toISOString() }),
    )
  }

  async accuracy(actor: Actor, cooperativeId: Id): Promise<ForecastAccuracy> {
    actor.mustReach('lot:manage', cooperativeId)
    const before = this.thisWeek()
    const from = addDays(before, -7 * WEEKS_BACK)
    const found = await this.forecasts.accuracy(this.unitOfWork.reader, cooperativeId, {
      from,
      before,
    })
    return { weeks: WEEKS_BACK, ...found }
  }

  /** For everybody: what will come, by week and category, over all cooperatives. */
  async coming(query: PageQuery & { category?: string | undefined }) {
    const after = decodeCursor(query.cursor, 2)
    const found = await this.forecasts.coming(this.unitOfWork.reader, this.thisWeek(), {
      category: query.category ?? null,
      after: after ? [String(after[0]), String(after[1])] : null,
      limit: query.limit + 1,
    })
    return toPage(
      found,
      query.limit,
      ({ week, categoryCode }) => [week, categoryCode],
      (each) => each,
    )
  }

  private refuseUnlessAhead(week: LocalDay): void {
    const thisWeek = this.thisWeek()
    const isAhead = week > thisWeek && week <= addDays(thisWeek, 7 * WEEKS_AHEAD)
    if (!isAhead || weekOf(week) !== week)
      throw refusal(
        'forecast.week-begun',
        { weeks: WEEKS_AHEAD },
        { fields: [{ path: 'body.week', code: 'field.invalid' }] },
      )
  }

  private thisWeek(): LocalDay {
    return weekOf(localDay(this.clock.now()))
  }
}

function toView({ statedAt, ...found }: ForecastRow): HarvestForecast {
  return { ...found, statedAt: statedAt.toISOString() }
}
