import { Injectable } from '@nestjs/common'
import {
  boxesOf,
  Bundles,
  priceFor,
  Skus,
  type BundleForSale,
  type SkuForSale,
} from '@weibao/catalog'
import {
  MAX_CART_BUNDLES,
  MAX_CART_LINES,
  type Cart,
  type CartBundle,
  type CartLine,
} from '@weibao/contracts/cart'
import { Clock, extendFen, localDay, sumFen, type Id } from '@weibao/kernel'
import { refusal, UnitOfWork } from '@weibao/platform'
import { Reservations } from '@weibao/supply'
import { refuseIfPaused } from './paused.js'
import { CartRepository } from './cart.repository.js'
import type { Wanted, WantedBundle, WantedLine } from './quote.js'
import type { Shopper } from './shopper.js'

/** Carts: what a shopper has put aside, shown with today's prices and stock. */
@Injectable()
export class CartService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly carts: CartRepository,
    private readonly skus: Skus,
    private readonly bundles: Bundles,
    private readonly reservations: Reservations,
  ) {}

  async view(shopper: Shopper | null): Promise<Cart> {
    const wanted = shopper
      ? await this.carts.contentsOf(this.unitOfWork.reader, shopper)
      : { lines: [], bundles: [] }
    if (wanted.lines.length + wanted.bundles.length === 0)
      return { cooperatives: [], goodsFen: 0, quantity: 0 }
    const { skus, bundles, available } = await this.knownOf(wanted)
    const skuOf = new Map(skus.map((sku) => [sku.skuId, sku]))
    const lines = wanted.lines.map((line) => {
      const sku = skuOf.get(line.skuId)!
      return { sku, line: toCartLine(line, sku, available.get(line.skuId) ?? 0) }
    })
    const boxes = wanted.bundles.map(({ quantity }, index) => {
      const inside = bundles[index]!.components.map((each) => ({
        ...each,
        sku: skuOf.get(each.skuId)!,
        left: available.get(each.skuId) ?? 0,
      }))
      return { sku: inside[0]!.sku, box: toCartBundle(quantity, bundles[index]!, inside) }
    })
    const ids = new Set([...lines, ...boxes].map(({ sku }) => sku.cooperativeId))
    const cooperatives = [...ids].map((cooperativeId) => {
      const isOwn = ({ sku }: { sku: SkuForSale }) => sku.cooperativeId === cooperativeId
      const own = { lines: lines.filter(isOwn), boxes: boxes.filter(isOwn) }
      const { cooperativeSlug, cooperativeName: name } = (own.lines[0] ?? own.boxes[0])!.sku
      const goodsFen = sumFen([
        ...own.lines.map(({ line }) => line.lineTotalFen),
        ...own.boxes.map(({ box }) => box.totalFen),
      ])
      return {
        cooperativeId,
        cooperativeSlug,
        name,
        goodsFen,
        lines: own.lines.map(({ line }) => line),
        bundles: own.boxes.map(({ box }) => box),
      }
    })
    return {
      cooperatives,
      goodsFen: sumFen(cooperatives.map(({ goodsFen }) => goodsFen)),
      quantity: [...wanted.lines, ...wanted.bundles].reduce((sum, each) => sum + each.quantity, 0),
    }
  }

  /** Refuses with `cart.sku-not-on-sale`, `cart.cooperative-paused` or `cart.full`. */
  async setLine(shopper: Shopper, line: WantedLine): Promise<Cart> {
    const [sku] = await this.skus.getForSale(this.unitOfWork.reader, [line.skuId], this.today())
    if (sku) refuseIfPaused(sku, { skuId: line.skuId })
    if (!sku?.isActive || sku.isBusinessOnly) throw refusal('cart.sku-not-on-sale')
    const hadRoom = await this.unitOfWork.run((tx) =>
      this.carts.setLine(tx, shopper, line, MAX_CART_LINES),
    )
    if (!hadRoom) throw refusal('cart.full', { max: MAX_CART_LINES })
    return this.view(shopper)
  }

  /** Refuses with `cart.bundle-not-on-sale`, `cart.cooperative-paused` or `cart.too-many-bundles`. */
  async setBundle(shopper: Shopper, wanted: WantedBundle): Promise<Cart> {
    const [bundle] = await this.bundles.getForSale(this.unitOfWork.reader, [wanted.bundleId])
    if (bundle) refuseIfPaused(bundle, { bundleId: wanted.bundleId })
    if (!bundle?.isActive) throw refusal('cart.bundle-not-on-sale')
    const hadRoom = await this.unitOfWork.run((tx) =>
      this.carts.setBundle(tx, shopper, wanted, MAX_CART_BUNDLES),
    )
    if (!hadRoom) throw refusal('cart.too-many-bundles', { max: MAX_CART_BUNDLES })
    return this.view(shopper)
  }

  async remove(
    shopper: Shopper | null,
    what: { lines?: { skuId: Id }[]; bundles?: { bundleId: Id }[] },
  ): Promise<Cart> {
    if (shopper) await this.unitOfWork.run((tx) => this.carts.remove(tx, shopper, what))
    return this.view(shopper)
  }

  /** What this browser's guest had put aside becomes the person's. */
  async adopt(guestKey: string, personId: Id): Promise<void> {
    await this.unitOfWork.run((tx) => this.carts.merge(tx, guestKey, personId))
  }

  /** What is known today of all that a cart holds, packs in boxes included. */
  private async knownOf(wanted: Wanted) {
    const { reader } = this.unitOfWork
    const bundles = await this.bundles.getForSale(
      reader,
      wanted.bundles.map(({ bundleId }) => bundleId),
    )
    const inside = bundles.flatMap(({ components }) => components)
    const ids = [...wanted.lines, ...inside].map(({ skuId }) => skuId)
    const [skus, available] = await Promise.all([
      this.skus.getForSale(reader, ids, this.today()),
      this.reservations.available(reader, ids),
    ])
    return { skus, bundles, available }
  }

  private today() {
    return localDay(this.clock.now())
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

function toCartBundle(
  quantity: number,
  bundle: BundleForSale,
  inside: readonly { sku: SkuForSale; quantity: number; left: number }[],
): CartBundle {
  const unitPriceFen = priceFor(bundle, quantity)
  const availableQuantity = boxesOf(inside)
  const facts = {
    isActive: bundle.isActive && inside.every(({ sku }) => sku.isActive),
    isPaused: bundle.isPaused,
    isBusinessOnly: inside.some(({ sku }) => sku.isBusinessOnly),
  }
  return {
    bundleId: bundle.bundleId,
    slug: bundle.slug,
    name: bundle.name,
    components: inside.map(({ sku, quantity: packs }) => ({
      skuId: sku.skuId,
      productSlug: sku.slug,
      name: sku.name,
      skuName: sku.skuName,
      quantity: packs,
    })),
    grams: inside.reduce((sum, { sku, quantity: packs }) => sum + sku.packGrams * packs, 0),
    quantity,
    unitPriceFen,
    totalFen: extendFen(unitPriceFen, quantity),
    availableQuantity,
    obstacle: obstacleOf(facts, quantity, availableQuantity),
    needsAdult: inside.some(({ sku }) => sku.isAdultOnly),
    needsReturnConsent: inside.some(({ sku }) => sku.isReturnException),
  }
}

function obstacleOf(
  {
    isActive,
    isPaused,
    isBusinessOnly,
  }: Pick<SkuForSale, 'isActive' | 'isPaused' | 'isBusinessOnly'>,
  quantity: number,
  available: number,
): CartLine['obstacle'] {
  if (isPaused) return 'paused'
  if (!isActive) return 'not-on-sale'
  if (isBusinessOnly) return 'business-only'
  if (available === 0) return 'sold-out'
  return available < quantity ? 'too-few-left' : null
}
