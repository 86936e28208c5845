import { Injectable } from '@nestjs/common'
import { Browse, villageName } from '@weibao/catalog'
import type { LotTrace } from '@weibao/contracts/lot'
import type { TemperatureMode } from '@weibao/contracts/product'
import { addDays, Clock, localDay, newId, type Id } from '@weibao/kernel'
import { notFound, refusal, UnitOfWork, type Reader, type Tx } from '@weibao/platform'
import { Settings } from '@weibao/settings'
import { lotLifecycle } from './lot.lifecycle.js'
import { makeLotCode } from './lot-code.js'
import { LotRepository, type LotRow } from './lot.repository.js'
import { isInOrder, lastSaleDay, type LotWindow } from './season.js'
import { StockRepository } from './stock.repository.js'
import { SupplyFactsRepository } from './supply-facts.repository.js'
import { SupplyFactsWriter } from './supply-facts.service.js'

/** A harvest batch as it is first declared. */
export interface NewLot extends LotWindow {
  readonly cooperativeId: Id
  readonly productId: Id
  readonly skuId: Id
  readonly packGrams: number
  readonly temperatureMode: TemperatureMode
  readonly quantity: number
  readonly townshipCode: string
  readonly village: string
  readonly grade: 'premium' | 'first' | 'second' | 'ungraded'
  readonly labels: readonly string[]
  readonly offeredPriceFen: number
  readonly priceBreaks: readonly { minQuantity: number; priceFen: number }[]
  readonly minimumOrder: number
  readonly note: string
  readonly state: 'draft' | 'open'
}

const BATCH = 500

/** Lots as they come and go with the days. */
@Injectable()
export class Lots {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly lots: LotRepository,
    private readonly stock: StockRepository,
    private readonly facts: SupplyFactsWriter,
    private readonly shown: SupplyFactsRepository,
    private readonly settings: Settings,
    private readonly browse: Browse,
  ) {}

  /** Declares up to 500 lots and shows what is open; their ids stand in the order given. */
  async declare(tx: Tx, all: readonly NewLot[], personId: Id | null): Promise<Id[]> {
    const now = this.clock.now()
    const made = []
    for (const lot of all) {
      if (!isInOrder(lot)) throw refusal('lot.window-wrong')
      made.push({ lot, id: newId(), lastDay: await this.lastSaleDayOf(tx, lot) })
    }
    await this.lots.insert(
      tx,
      made.map(({ lot, id, lastDay }) => ({
        id,
        code: makeLotCode(),
        cooperative_id: lot.cooperativeId,
        product_id: lot.productId,
        sku_id: lot.skuId,
        state: lot.state,
        quantity: lot.quantity,
        pack_grams: lot.packGrams,
        harvest_from: lot.harvestFrom,
        harvest_to: lot.harvestTo,
        dispatch_from: lot.dispatchFrom,
        dispatch_to: lot.dispatchTo,
        best_before: lot.bestBefore,
        last_sale_day: lastDay,
        township_code: lot.townshipCode,
        village: lot.village,
        grade: lot.grade,
        labels: lot.labels,
        offered_price_fen: lot.offeredPriceFen,
        price_breaks: lot.priceBreaks,
        minimum_order: lot.minimumOrder,
        temperature_mode: lot.temperatureMode,
        note: lot.note,
        made_by: personId,
      })),
      now,
    )
    await this.facts.refresh(
      tx,
      all.filter((lot) => lot.state === 'open').map((lot) => lot.productId),
    )
    return made.map(({ id }) => id)
  }

  /** The last day a lot can be sold, by the days in transit in force today. */
  async lastSaleDayOf(
    tx: Tx,
    lot: LotWindow & { temperatureMode: TemperatureMode },
  ): Promise<string> {
    const days = await this.settings.get(tx, 'freight.transit-days', this.today())
    return lastSaleDay(lot, days[lot.temperatureMode].max)
  }

  async isTownship(tx: Tx, code: string): Promise<boolean> {
    return (await this.browse.townshipNames(tx)).has(code)
  }

  /** A lot that was offered, by the code on its packages; null when there is none. */
  findByCode(reader: Reader, code: string): Promise<LotRow | null> {
    return this.lots.byCode(reader, code)
  }

  /** Takes a recalled lot from sale, whoever keeps it; one that is not on sale stays as it is. */
  async stopSale(
    tx: Tx,
    { cooperativeId, id }: { readonly cooperativeId: Id; readonly id: Id },
    cause: { readonly reason: string; readonly personId: Id },
  ): Promise<void> {
    const lot = await this.lots.ownForUpdate(tx, cooperativeId, id)
    if (!lot || !lotLifecycle.can(lot.state, 'withdrawn')) return
    const at = this.clock.now()
    await this.lots.setState(tx, id, 'withdrawn', at)
    await this.lots.addNote(tx, id, { ...cause, at })
    await this.facts.refresh(tx, [lot.productId])
  }

  /** What anybody may know of a lot by the code on the packing slip. */
  async trace(code: string): Promise<LotTrace> {
    const lot = await this.lots.byCode(this.unitOfWork.reader, code)
    if (!lot) throw notFound()
    const product = await this.browse.get(lot.productSlug)
    return {
      ...pickTraced(lot),
      picture: product.picture,
      township: (await this.browse.townshipNames()).get(lot.townshipCode)!,
      village: lot.village ? villageName(lot.village) : null,
      storage: product.storage,
      state: this.traceState(lot),
      isRecognised: product.isRecognised,
      cooperative: product.cooperative,
      papers: product.papers,
    }
  }

  /** Job: ends lots whose last day of sale is past. What is held or sold of them stays promised. */
  async endDue(): Promise<void> {
    const today = this.today()
    const due = await this.lots.ending(this.unitOfWork.reader, today, BATCH)
    if (due.length === 0) return
    await this.unitOfWork.run(async (tx) => {
      const ids = due.map(({ id }) => id)
      await this.stock.lock(tx, ids)
      await this.lots.expire(tx, ids, today, this.clock.now())
      await this.facts.refresh(
        tx,
        due.map(({ productId }) => productId),
      )
    })
  }

  /** Job: rewrites what the shop window says of goods whose season begins or ends these days. */
  async turnSeasons(): Promise<void> {
    const today = this.today()
    const { reader } = this.unitOfWork
    const turning = await this.shown.turning(reader, addDays(today, -1), today, 2000)
    for (const productId of turning)
      await this.unitOfWork.run((tx) => this.facts.refresh(tx, [productId]))
  }

  private traceState(lot: LotRow): LotTrace['state'] {
    const today = this.today()
    if (lot.state !== 'open' || lot.lastSaleDay < today) return 'ended'
    return lot.harvestFrom > today ? 'upcoming' : 'on-sale'
  }

  private today() {
    return localDay(this.clock.now())
  }
}

function pickTraced(lot: LotRow) {
  const { code, productSlug, productName, skuName, harvestFrom, harvestTo, dispatchFrom } = lot
  const { dispatchTo, bestBefore, grade, labels, temperatureMode } = lot
  return {
    code,
    productSlug,
    productName,
    skuName,
    harvestFrom,
    harvestTo,
    dispatchFrom,
    dispatchTo,
    bestBefore,
    grade,
    labels,
    temperatureMode,
  }
}
