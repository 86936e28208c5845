import type { Type } from '@nestjs/common'
import { readdirSync, readFileSync } from 'node:fs'
import { CatalogModule } from '@weibao/catalog'
import { makeProduct, openShop, type Shop } from '@weibao/catalog/testing'
import type { PaymentWay } from '@weibao/contracts/payment'
import { testDocumentsConfig } from '@weibao/documents/testing'
import { IdentityConfig, IdentityModule } from '@weibao/identity'
import { addDays, fen, localDay, newId, type Id } from '@weibao/kernel'
import { LedgerModule } from '@weibao/ledger'
import { PaymentsConfig, PaymentService, type Payment } from '@weibao/payments'
import { execute, type Actor, type Tx } from '@weibao/platform'
import { makeActor, openBeside, openWorld, withContext, type World } from '@weibao/platform/testing'
import { SupplyModule } from '@weibao/supply'
import { openLot } from '@weibao/supply/testing'
import { VolumeModule } from '@weibao/volume'
import { Baskets } from '../basket.service.js'
import { CheckoutService } from '../checkout.service.js'
import { OrderEarnings, type NewEarning } from '../order-earnings.js'
import type { OrderEntity, OrderLineEntity } from '../order.entity.js'
import { OrderRepository } from '../order.repository.js'
import { OrderingModule } from '../ordering.module.js'
import { CourierConfig } from '../shipments/courier-tracking.js'
import { Shipping } from '../shipments/shipping.service.js'
import type { Shopper } from '../shopper.js'
import { ProviderDouble } from './provider-double.js'

/** The journal that settlement keeps, written as settlement writes it: ordering must not import it. */
class EarningsJournal implements OrderEarnings {
  async earn(tx: Tx, { cooperativeName, ...earning }: NewEarning): Promise<void> {
    await execute(
      tx,
      `insert into earnings (id, kind, reference, cooperative_id, cooperative_name_zh, cooperative_name_en, order_id,
         order_number, goods_fen, freight_fen, commission_fen, amount_fen, earned_at, payable_from)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        newId(),
        earning.kind,
        earning.reference,
        earning.cooperativeId,
        cooperativeName.zh,
        cooperativeName.en,
        earning.orderId,
        earning.orderNumber,
        earning.goodsFen,
        earning.freightFen,
        earning.commissionFen,
        fen(earning.goodsFen + earning.freightFen - earning.commissionFen),
        earning.earnedAt,
        earning.payableFrom,
      ],
    )
  }
}

interface BoughtLine extends OrderLineEntity {
  readonly lotId: Id
}
/** An order that a shopper has paid, and that has been shipped unless asked otherwise. */
export interface BoughtOrder {
  readonly order: OrderEntity
  readonly lines: readonly BoughtLine[]
  readonly shopper: Shopper
}

/** Ordering with all it stands on, in two applications on one database, and a provider to pay at. */
export interface OrderWorld {
  readonly processes: readonly [World, World]
  readonly shop: Shop
  /** A clerk of the cooperative whose goods are bought. */
  readonly seller: Actor
  /** Buys, pays and has shipped so many packages of as many new products, one lot each. */
  buy(quantities: readonly number[], given?: Buying): Promise<BoughtOrder>
  /** The same as far as the payment, which waits for its money. */
  place(quantities: readonly number[], given?: Buying): Promise<PlacedGroup>
  /** Hands over what waits in the outbox until nothing does, refunds at the provider too. */
  settleDown(): Promise<void>
  /** The invariants of test/invariants that do not hold, with the rows they name. */
  violations(): Promise<string[]>
  close(): Promise<void>
}

interface Buying {
  readonly shopper?: Shopper
  readonly isReturnException?: boolean
  readonly isShipped?: boolean
  readonly priceFen?: number
  readonly way?: PaymentWay
  /** Goods that are there already, in the same order. */
  readonly also?: { readonly skuId: Id; readonly quantity: number }
}

interface PlacedGroup {
  readonly groupId: Id
  readonly payment: Payment
  readonly shopper: Shopper
  readonly goods: readonly { readonly skuId: Id; readonly lotId: Id; readonly quantity: number }[]
}

const secrets = { sessionSecret: 'x'.repeat(32), dataEncryptionKey: Buffer.alloc(32, 9) }
const invariants = new URL('../../../../test/invariants/', import.meta.url)

/** `more` comes with what an organisation's orders need beside. */
export async function openOrderWorld(more: readonly Type[] = []): Promise<OrderWorld> {
  const provider = new ProviderDouble()
  const options = optionsOf(await provider.start(), more)
  const first = await openWorld(options)
  const processes = [first, await openBeside(first, options)] as const
  const shop = await openShop(first)
  const seller = makeActor({ role: 'clerk', organisationId: shop.tongle })
  return {
    processes,
    shop,
    seller,
    buy: (quantities, given) => buy(first, shop, seller, quantities, given),
    place: (quantities, given) => placeGroup(first, shop, quantities, given),
    settleDown: () => first.deliver(),
    violations: async () => {
      const broken: string[] = []
      for (const file of readdirSync(invariants)) {
        const found = await first.sql(readFileSync(new URL(file, invariants), 'utf8'))
        if (found.length > 0) broken.push(`${file}: ${JSON.stringify(found[0])}`)
      }
      return broken
    },
    close: async () => {
      await processes[1].close()
      await first.close()
      await provider.stop()
    },
  }
}

function optionsOf(apiBase: string, more: readonly Type[]) {
  return {
    modules: [
      IdentityModule,
      LedgerModule,
      VolumeModule,
      CatalogModule,
      SupplyModule,
      OrderingModule,
      ...more,
    ],
    providers: [
      testDocumentsConfig(),
      { provide: OrderEarnings, useClass: EarningsJournal },
      { provide: CourierConfig, useValue: { courierUrl: 'simulated:' } },
      {
        provide: IdentityConfig,
        useValue: { publicOrigin: 'http://localhost:3000', isProduction: false, ...secrets },
      },
      {
        provide: PaymentsConfig,
        useValue: {
          publicOrigin: 'http://localhost:3000',
          dataEncryptionKey: secrets.dataEncryptionKey,
          stripe: { secretKey: 'sk_test_double', webhookSecret: 'whsec_double', apiBase },
        },
      },
    ],
  }
}

/** A person who shops. */
export function makeShopper(): Shopper {
  const actor = makeActor()
  return { personId: actor.personId, guestKey: null, actor }
}

async function placeGroup(
  world: World,
  shop: Shop,
  quantities: readonly number[],
  {
    shopper = makeShopper(),
    isReturnException = false,
    priceFen = 3333,
    way = 'online',
    also,
  }: Buying = {},
): Promise<PlacedGroup> {
  const goods = await Promise.all(
    quantities.map(async (quantity) => {
      const sku = {
        name: { zh: '500克瓶装', en: '500 g jar' },
        pack: { zh: '500克', en: '500 g' },
        packGrams: 500,
        isSoldByWeight: true,
        priceFen,
        priceBreaks: [],
      }
      const { skuId } = await makeProduct(world, shop.tongle, { isReturnException, skus: [sku] })
      return { skuId, quantity, lotId: await openLot(world, skuId) }
    }),
  )
  const groupId = await place(world, shopper, also ? [...goods, also] : goods, way)
  const payment = await world.get(PaymentService).findOf(world.unitOfWork.reader, groupId)
  return { groupId, payment: payment!, shopper, goods }
}

async function buy(
  world: World,
  shop: Shop,
  seller: Actor,
  quantities: readonly number[],
  { isShipped = true, ...given }: Buying = {},
): Promise<BoughtOrder> {
  const { groupId, payment, shopper, goods } = await placeGroup(world, shop, quantities, given)
  const payments = world.get(PaymentService)
  await payments.openPage(payment)
  await payments.converge(payment.id)
  const orders = world.get(OrderRepository)
  const [placed] = await orders.ordersOfGroup(world.unitOfWork.reader, groupId)
  if (isShipped)
    await world.get(Shipping).ship(seller, placed!.id, {
      courier: '顺丰速运',
      trackingNumber: `SF${newId()}`,
    })
  const order = await orders.get(world.unitOfWork.reader, placed!.id)
  const lines = await orders.linesOf(world.unitOfWork.reader, [order.id])
  const lotOf = new Map(goods.map(({ skuId, lotId }) => [skuId, lotId]))
  return {
    order,
    lines: lines.map((line) => ({ ...line, lotId: lotOf.get(line.skuId)! })),
    shopper,
  }
}

async function place(
  world: World,
  shopper: Shopper,
  goods: readonly { skuId: Id; quantity: number }[],
  way: PaymentWay,
): Promise<Id> {
  const lines = goods.map(({ skuId, quantity }) => ({ skuId, quantity }))
  const address = {
    recipient: '陈小满',
    phone: '13900001234',
    province: '上海市',
    city: '上海市',
    district: '宝山区',
    subdistrictCode: '310113003',
    street: '友谊路 1 号 2 室',
  }
  const wanted = { lines, bundles: [] }
  const { orders } = await world.get(Baskets).quote(world.unitOfWork.reader, wanted, address)
  const context = {
    requestId: newId(),
    locale: 'zh-CN' as const,
    address: '127.0.0.1',
    actor: shopper.actor,
    idempotencyKey: newId(),
  }
  return withContext(context, () =>
    world.get(CheckoutService).place(
      shopper,
      {
        ...wanted,
        address,
        email: 'guest@weibao.example',
        expectedTotalFen: orders.reduce((sum, { totalFen }) => sum + totalFen, 0),
        notes: [],
        isAdult: true,
        acceptsReturnException: true,
        acceptsTerms: true,
      },
      way,
    ),
  )
}

/** Moves the clocks of both processes to so many days from now. */
export function waitDays({ processes }: OrderWorld, days: number): void {
  for (const { clock } of processes)
    clock.set(new Date(`${addDays(localDay(clock.now()), days)}T04:00:00Z`))
}
