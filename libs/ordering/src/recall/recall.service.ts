import { Injectable } from '@nestjs/common'
import type { Locale } from '@weibao/contracts/basics'
import type { RecallLine, RecallReach } from '@weibao/contracts/recall'
import { sheetColumns, writeSheet } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  notFound,
  Outbox,
  refusal,
  UnitOfWork,
  violatedConstraint,
  type Actor,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { Lots, Reservations } from '@weibao/supply'
import { OrderNotices } from '../order.notices.js'
import { isLongOver } from '../order.reads.js'
import { OrderRepository } from '../order.repository.js'
import { maskAddress } from '../order.views.js'
import { RecallRepository, type ReachedLine } from './recall.repository.js'

const SHOWN = 100
const MOST_TURNS = 10
const BATCH = 200
/** A hold that was open at the recall may still be paid, and then its buyer is told too. */
const LATE_MILLIS = 2 * 86_400_000

const columns = sheetColumns({
  orderNumber: { type: 'text', title: { 'zh-CN': '订单号', en: 'Order' } },
  placedOn: { type: 'day', title: { 'zh-CN': '下单日期', en: 'Ordered on' } },
  sku: { type: 'text', title: { 'zh-CN': '规格', en: 'Package' } },
  quantity: { type: 'integer', title: { 'zh-CN': '件数', en: 'Packages' } },
  recipient: { type: 'text', title: { 'zh-CN': '收货人', en: 'Recipient' } },
  phone: { type: 'text', title: { 'zh-CN': '手机号', en: 'Phone' } },
  place: { type: 'text', title: { 'zh-CN': '地址', en: 'Address' } },
})

/** Somebody has come to hold the lot between the look and the lock: begin again. */
class HeldMeanwhile extends Error {}

type FoundLot = NonNullable<Awaited<ReturnType<Lots['findByCode']>>>

/** From one lot to every buyer whom it has reached: looked up in a drill, told in a recall. */
@Injectable()
export class Recalls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly lots: Lots,
    private readonly reservations: Reservations,
    private readonly outbox: Outbox,
    private readonly recalls: RecallRepository,
    private readonly orders: OrderRepository,
    private readonly notices: OrderNotices,
    private readonly audit: Audit,
  ) {}

  /** Whom the lot has reached. Changes nothing but the audit log: contacts were looked at. */
  async reach(actor: Actor, code: string): Promise<RecallReach> {
    const lot = await this.lotFor(actor, this.unitOfWork.reader, code)
    await this.unitOfWork.run((tx) =>
      this.audit.record(tx, {
        act: 'recall.reach-read',
        actor,
        organisationId: lot.cooperativeId,
        object: { kind: 'lot', id: lot.id },
      }),
    )
    return this.view(actor, this.unitOfWork.reader, lot)
  }

  /**
   * Stops sale, ends the holds of orders that are not paid, and names everybody to tell; the worker
   * tells them. Once a lot.
   */
  async make(actor: Actor, code: string, reason: string): Promise<RecallReach> {
    await this.again(() =>
      this.unitOfWork.run((tx) => this.makeWithin(tx, actor, code, reason)),
    ).catch((error: unknown) => {
      if (violatedConstraint(error) === 'recalls_lot_once') throw refusal('recall.made-already')
      throw error
    })
    const { reader } = this.unitOfWork
    return this.view(actor, reader, await this.lotFor(actor, reader, code))
  }

  private async makeWithin(tx: Tx, actor: Actor, code: string, reason: string): Promise<void> {
    const lot = await this.lotFor(actor, tx, code)
    await this.endHolds(tx, lot.id)
    const recall = {
      id: newId(),
      lotId: lot.id,
      lotCode: lot.code,
      cooperativeId: lot.cooperativeId,
      productZh: lot.productName.zh,
      productEn: lot.productName.en,
      reason,
      madeBy: actor.personId,
      madeAt: this.clock.now(),
    }
    await this.recalls.insert(tx, recall)
    await this.lots.stopSale(tx, lot, { reason, personId: actor.personId })
    await this.recalls.name(tx, recall)
    await this.outbox.add(tx, { kind: 'lot.recalled', payload: { lotId: lot.id } })
    await this.audit.record(tx, {
      act: 'lot.recalled',
      actor,
      organisationId: lot.cooperativeId,
      object: { kind: 'lot', id: lot.id },
      before: { state: lot.state },
      after: await this.recalls.sums(tx, lot.code, lot.id).then((sums) => ({ ...sums })),
      reason,
    })
  }

  private async again(work: () => Promise<void>): Promise<void> {
    for (let turn = 1; ; turn++) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof HeldMeanwhile) || turn === MOST_TURNS) throw error
      }
    }
  }

  /**
   * Ends whole each hold of an order that has packages of the lot, before anything else is locked: who
   * pays later finds it ended, and has other goods or the money back. What rounds have promised is
   * matching's to end (`lot.recalled`). Whoever came to hold between the look and the lock
   * makes it begin anew.
   */
  private async endHolds(tx: Tx, lotId: Id): Promise<void> {
    const holders = await this.reservations.holdersOf(tx, lotId)
    const ended = await this.recalls.ofOrders(tx, holders)
    const still = await this.reservations.endHolders(tx, lotId, ended)
    if ((await this.recalls.ofOrders(tx, still)).length > 0) throw new HeldMeanwhile()
  }

  /** Tells the buyers that are named and not told yet, a batch a transaction. */
  async tell(): Promise<void> {
    const now = this.clock.now()
    const since = new Date(now.getTime() - LATE_MILLIS)
    for (const recall of await this.recalls.since(this.unitOfWork.reader, since)) {
      await this.unitOfWork.run((tx) => this.recalls.name(tx, recall))
      const tellSome = () =>
        this.unitOfWork.run(async (tx) => {
          const ids = await this.recalls.takeUntold(tx, recall.id, now, BATCH)
          for (const id of ids)
            await this.notices.recalled(tx, await this.orders.get(tx, id), recall)
          return ids.length
        })
      while ((await tellSome()) === BATCH);
    }
  }

  /** Every line, for a telephone list. */
  async sheet(actor: Actor, code: string, format: 'xlsx' | 'csv', locale: Locale) {
    const { reader } = this.unitOfWork
    const lot = await this.lotFor(actor, reader, code)
    const lines = await this.linesFor(actor, reader, lot, 100_000)
    await this.unitOfWork.run((tx) =>
      this.audit.record(tx, {
        act: 'recall.exported',
        actor,
        organisationId: lot.cooperativeId,
        object: { kind: 'lot', id: lot.id },
        after: { rows: lines.length },
      }),
    )
    const title = locale === 'en' ? `Recall ${lot.code}` : `召回 ${lot.code}`
    const { bytes, type } = await writeSheet(format, {
      title,
      locale,
      columns,
      rows: lines.map((line) => ({
        ...line,
        placedOn: localDay(new Date(line.placedAt)),
        sku: locale === 'en' ? line.skuName.en : line.skuName.zh,
      })),
    })
    return { name: `recall-${lot.code}.${format}`, bytes, type }
  }

  private async lotFor(actor: Actor, reader: Reader, code: string): Promise<FoundLot> {
    const lot = await this.lots.findByCode(reader, code)
    if (!lot) throw notFound()
    actor.mustReach('lot:recall', lot.cooperativeId)
    return lot
  }

  private async view(actor: Actor, reader: Reader, lot: FoundLot): Promise<RecallReach> {
    const recall = await this.recalls.find(reader, lot.id)
    return {
      lot: {
        code: lot.code,
        cooperativeId: lot.cooperativeId,
        productName: lot.productName,
        state: lot.state,
        available: lot.available,
      },
      ...(await this.recalls.sums(reader, lot.code, lot.id)),
      lines: await this.linesFor(actor, reader, lot, SHOWN),
      recall: recall && {
        reason: recall.reason,
        madeAt: recall.madeAt.toISOString(),
        toldCount: await this.recalls.toldCount(reader, recall.id),
      },
    }
  }

  private async linesFor(
    actor: Actor,
    reader: Reader,
    { code, id }: { code: string; id: Id },
    limit: number,
  ): Promise<RecallLine[]> {
    const seesAll = actor.mayAny('lot:recall')
    const now = this.clock.now()
    const lines = await this.recalls.lines(reader, code, id, limit)
    return lines.map((line) => toLine(line, !seesAll && isLongOver(line, now)))
  }
}

function toLine(line: ReachedLine, isMasked: boolean): RecallLine {
  const address = line.address && isMasked ? maskAddress(line.address) : line.address
  return {
    orderId: line.orderId,
    orderNumber: line.orderNumber,
    state: line.state,
    placedAt: line.placedAt.toISOString(),
    skuName: { zh: line.skuNameZh, en: line.skuNameEn },
    quantity: line.quantity,
    recipient: address?.recipient ?? '',
    phone: address?.phone ?? '',
    place: address ? `${address.district}${address.street}` : '',
  }
}
