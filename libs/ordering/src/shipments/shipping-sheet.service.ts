import { Injectable } from '@nestjs/common'
import { MOST_ROWS_IMPORTED } from '@weibao/contracts/sheet'
import {
  sheetColumns,
  SheetImports,
  templateSheet,
  writeSheet,
  type SheetAct,
  type SheetRows,
} from '@weibao/documents'
import type { Id } from '@weibao/kernel'
import { refusal, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import type { OrderEntity } from '../order.entity.js'
import { PackingRepository } from './packing.repository.js'
import { Shipping } from './shipping.service.js'

const title = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const columns = sheetColumns({
  order: {
    type: 'text',
    title: title('订单号', 'Order'),
    required: true,
    unique: true,
    max: 40,
    example: 'DD20261129000001',
  },
  courier: {
    type: 'text',
    title: title('快递公司', 'Courier'),
    required: true,
    max: 30,
    example: '顺丰速运',
  },
  trackingNumber: {
    type: 'text',
    title: title('快递单号', 'Tracking number'),
    required: true,
    unique: true,
    max: 40,
    example: 'SF1234567890',
  },
  recipient: {
    type: 'text',
    title: title('收货人', 'Recipient'),
    max: 100,
    note: title('只供核对，不会改动订单', 'To compare by; changes nothing'),
  },
})
type Rows = SheetRows<typeof columns>
type Row = Rows['rows'][number]

const TITLE = { 'zh-CN': '批量发货', en: 'Parcels' } as const
const TRACKING = /^[A-Za-z0-9-]{6,40}$/

interface Parcel {
  readonly orderId: Id
  readonly courier: string
}

/** Many parcels told at once: each holds everything that is left of its order. */
@Injectable()
export class ShippingSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packing: PackingRepository,
    private readonly shipping: Shipping,
    private readonly imports: SheetImports,
  ) {}

  /** The sheet to fill in, empty or with the orders to ship. */
  async template(
    actor: Actor,
    cooperativeId: Id,
    { format, filled }: { format: 'xlsx' | 'csv'; filled: boolean },
  ) {
    actor.mustReach('order:ship', cooperativeId)
    const { locale } = actor
    if (!filled) return templateSheet(format, TITLE[locale], columns, locale)
    const { reader } = this.unitOfWork
    const orders = await this.packing.toShip(reader, cooperativeId, MOST_ROWS_IMPORTED)
    const rows = orders.map(({ number, recipient }) => ({
      order: number,
      courier: '',
      trackingNumber: '',
      recipient,
    }))
    return writeSheet(format, { title: TITLE[locale], locale, columns, rows })
  }

  check(actor: Actor, cooperativeId: Id, bytes: Uint8Array) {
    return this.imports.check(actor, bytes, this.work(actor, cooperativeId))
  }

  import(actor: Actor, cooperativeId: Id, bytes: Uint8Array, fingerprint: string) {
    return this.imports.import(actor, bytes, this.work(actor, cooperativeId), fingerprint)
  }

  private work(actor: Actor, cooperativeId: Id) {
    actor.mustReach('order:ship', cooperativeId)
    return {
      kind: 'shipment',
      organisationId: cooperativeId,
      columns,
      run: (tx: Tx, sheet: Rows) => this.run(tx, actor, cooperativeId, sheet),
    }
  }

  private async run(tx: Tx, actor: Actor, cooperativeId: Id, sheet: Rows): Promise<SheetAct[]> {
    const numbers = sheet.rows.map(({ values }) => values.order)
    const orders = await this.packing.lockByNumbers(tx, cooperativeId, numbers)
    const byNumber = new Map(orders.map((order) => [order.number, order]))
    const tracking = sheet.rows.map(({ values }) => trackingOf(values.trackingNumber))
    const known = await this.packing.tracked(tx, tracking)
    const parcels = new Map(known.map((parcel) => [parcel.trackingNumber, parcel]))
    const acts: SheetAct[] = []
    for (const line of sheet.rows) {
      const parcel = parcels.get(trackingOf(line.values.trackingNumber))
      const order = byNumber.get(line.values.order)
      const act = await this.shipOne(tx, actor, sheet, line, order, parcel)
      if (act) acts.push(act)
    }
    return acts
  }

  private async shipOne(
    tx: Tx,
    actor: Actor,
    sheet: Rows,
    { row, values }: Row,
    order: OrderEntity | undefined,
    parcel: Parcel | undefined,
  ): Promise<SheetAct | null> {
    const { courier } = values
    const trackingNumber = trackingOf(values.trackingNumber)
    if (!order) {
      sheet.refuse(row, 'order', refusal('sheet.unknown-entry', { value: values.order }))
      return null
    }
    if (!TRACKING.test(trackingNumber)) {
      sheet.refuse(row, 'trackingNumber', refusal('sheet.not-a-tracking-number'))
      return null
    }
    const name = { zh: order.number, en: order.number }
    const after = { order: order.number, courier, trackingNumber }
    if (parcel?.orderId === order.id && parcel.courier === courier)
      return { row, name, before: after, after }
    if (parcel) {
      sheet.refuse(row, 'trackingNumber', refusal('shipment.tracking-used'))
      return null
    }
    return sheet.attempt(row, async () => {
      await this.shipping.shipIn(tx, actor, order, { courier, trackingNumber })
      return { row, name, before: null, after }
    })
  }
}

/** As couriers print it: plain letters and digits, no blanks. */
function trackingOf(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
