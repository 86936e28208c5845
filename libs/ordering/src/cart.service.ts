import { Injectable } from '@nestjs/common'
import { priceFor, Skus, type SkuForSale } from '@weibao/catalog'
import type { Cart, CartLine } from '@weibao/contracts/cart'
import { Clock, extendFen, localDay, sumFen, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork } from '@weibao/platform'
import { Reservations } from '@weibao/supply'
import { CartRepository } from './cart.repository.js'
import type { WantedLine } from './quote.js'
import type { Shopper } from './shopper.js'

export const MAX_LINES = 50

/** Carts: what a shopper has put aside, shown with today's prices and stock. */
@Injectable()
export class CartService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly carts: CartRepository,
    private readonly skus: Skus,
    private readonly reservations: Reservations,
  ) {}

  async view(shopper: Shopper | null): Promise<Cart> {
    const { reader } = this.unitOfWork
    const wanted = shopper ? await this.carts.linesOf(reader, shopper) : []
    if (wanted.length === 0) return { cooperatives: [], goodsFen: 0, quantity: 0 }
    const ids = wanted.map(({ skuId }) => skuId)
    const [skus, available] = await Promise.all([
      this.skus.getForSale(reader, ids, localDay(this.clock.now())),
      this.reservations.available(reader, ids),
    ])
    const lines = wanted.flatMap((line) => {
      const sku = skus.find(({ skuId }) => skuId === line.skuId)
      return sku ? [{ sku, line: toCartLine(line, sku, available.get(line.skuId) ?? 0) }] : []
    })
    const cooperatives = [...new Set(skus.map((sku) => sku.cooperativeId))].map((cooperativeId) => {
      const own = lines.filter(({ sku }) => sku.cooperativeId === cooperativeId)
      const { cooperativeSlug, cooperativeName: name } = own[0]!.sku
      const goodsFen = sumFen(own.map(({ line }) => line.lineTotalFen))
      return { cooperativeId, cooperativeSlug, name, goodsFen, lines: own.map(({ line }) => line) }
    })
    return {
      cooperatives,
      goodsFen: sumFen(cooperatives.map(({ goodsFen }) => goodsFen)),
      quantity: lines.reduce((sum, { line }) => sum + line.quantity, 0),
    }
  }

  /** Refuses with `cart.sku-not-on-sale` or `cart.full`. */
  async setLine(shopper: Shopper, line: WantedLine): Promise<Cart> {
    const [sku] = await this.skus.getForSale(
      this.unitOfWork.reader,
      [line.skuId],
      localDay(this.clock.now()),
    )
    if (!sku?.isActive || sku.isBusinessOnly) throw refusal('cart.sku-not-on-sale')
    const hadRoom = await this.unitOfWork.run((tx) =>
      this.carts.setLine(tx, shopper, line, MAX_LINES),
    )
    if (!hadRoom) throw refusal('cart.full', { max: MAX_LINES })
    return this.view(shopper)
  }

  async removeLine(shopper: Shopper, skuId: Id): Promise<Cart> {
    await this.unitOfWork.run((tx) => this.carts.removeLines(tx, shopper, [skuId]))
    return this.view(shopper)
  }

  /** What this browser's guest had put aside becomes the person's. */
  async adopt(guestKey: string, personId: Id): Promise<void> {
    await this.unitOfWork.run((tx) => this.carts.merge(tx, guestKey, personId))
  }
}

function toCartLine(
  { quantity }: WantedLine,
  sku: SkuForSale,
  availableQuantity: number,
): CartLine {
  const unitPriceFen = priceFor(sku, quantity)
  return {
    skuId: sku.skuId,
    productSlug: sku.slug,
    name: sku.name,
    skuName: sku.skuName,
    packGrams: sku.packGrams,
    quantity,
    unitPriceFen,
    lineTotalFen: extendFen(unitPriceFen, quantity),
    availableQuantity,
    obstacle: obstacleOf(sku, quantity, availableQuantity),
    needsAdult: sku.isAdultOnly,
    needsReturnConsent: sku.isReturnException,
  }
}

function obstacleOf(sku: SkuForSale, quantity: number, available: number): CartLine['obstacle'] {
  if (!sku.isActive) return 'not-on-sale'
  if (sku.isBusinessOnly) return 'business-only'
  if (available === 0) return 'sold-out'
  return available < quantity ? 'too-few-left' : null
}
