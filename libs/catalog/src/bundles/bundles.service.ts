import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type {
  Bundle,
  BundleCard,
  BundleListQuery,
  ManagedBundle,
  WriteBundle,
} from '@weibao/contracts/bundle'
import { Audit } from '@weibao/identity'
import { Clock, extendFen, fen, invariant, localDay, newId, sumFen, type Id } from '@weibao/kernel'
import {
  Actor,
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { BundleRepository, type BundleForSale, type BundleRow } from './bundle.repository.js'
import { breaksFall } from '../price.js'
import { matchesName, readSearch } from '../search/search-text.js'

const MAX_AT_ONCE = 50

/**
 * Gift boxes. A box is put together by one cooperative from its own skus: it is packed in one box and
 * travels as one parcel. What it may do (herbs, alcohol, fresh goods) follows from what is in it.
 */
@Injectable()
export class Bundles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly bundles: BundleRepository,
    private readonly audit: Audit,
  ) {}

  /** Boxes on offer by price; by words, those whose name holds them all. */
  async list(query: BundleListQuery) {
    const { reader } = this.unitOfWork
    if (query.q) {
      const ids = await this.named(reader, query.q)
      const found = await this.bundles.byIds(reader, this.today(), ids.slice(0, query.limit))
      return { items: found.map(toCard), nextCursor: null }
    }
    const after = decodeCursor(query.cursor, 2)
    const found = await this.bundles.list(reader, this.today(), query, {
      limit: query.limit + 1,
      after: after ? [Number(after[0]), String(after[1])] : null,
    })
    return toPage(found, query.limit, (last) => [last.priceFen, last.id], toCard)
  }

  async get(slug: string): Promise<Bundle> {
    const found = await this.bundles.bySlug(this.unitOfWork.reader, this.today(), slug)
    if (!found) throw notFound()
    return toView(found)
  }

  async listOwn(actor: Actor, cooperativeId: Id, query: { limit: number; cursor?: string }) {
    actor.mustReach('product:manage', cooperativeId)
    const before = decodeCursor(query.cursor, 1)
    const found = await this.bundles.listOwn(this.unitOfWork.reader, this.today(), cooperativeId, {
      limit: query.limit + 1,
      before: before ? String(before[0]) : null,
    })
    return toPage(found, query.limit, (last) => [last.id], toView)
  }

  async getOwn(actor: Actor, cooperativeId: Id, id: Id): Promise<ManagedBundle> {
    actor.mustReach('product:manage', cooperativeId)
    return this.read(this.unitOfWork.reader, cooperativeId, id)
  }

  /** Refuses with `bundle.sku-not-own`, `bundle.sku-twice` or `sku.breaks-not-falling`. */
  async create(actor: Actor, cooperativeId: Id, bundle: WriteBundle): Promise<ManagedBundle> {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      const id = await this.make(tx, cooperativeId, bundle, slugOf(bundle.name.en))
      await this.audit.record(tx, this.factOf('bundle.created', actor, cooperativeId, id, bundle))
      return this.read(tx, cooperativeId, id)
    })
  }

  /** Writes a box as `create` does, for whoever has checked who asks. Its id. */
  async make(tx: Tx, cooperativeId: Id, bundle: WriteBundle, slug: string): Promise<Id> {
    await this.refuseUnlessSound(tx, cooperativeId, bundle)
    const id = newId()
    await this.bundles.insert(tx, { ...bundle, id, slug, cooperativeId }, this.clock.now())
    return id
  }

  /** As `create`, and `product.edited-meanwhile` when somebody else was faster. */
  async edit(
    actor: Actor,
    cooperativeId: Id,
    id: Id,
    bundle: WriteBundle & { version: number },
  ): Promise<ManagedBundle> {
    await this.getOwn(actor, cooperativeId, id)
    return this.unitOfWork.run(async (tx) => {
      await this.refuseUnlessSound(tx, cooperativeId, bundle)
      if (!(await this.bundles.update(tx, cooperativeId, id, bundle, this.clock.now())))
        throw refusal('product.edited-meanwhile')
      await this.audit.record(tx, this.factOf('bundle.changed', actor, cooperativeId, id, bundle))
      return this.read(tx, cooperativeId, id)
    })
  }

  /** What is known of these boxes now, in the order asked for. Refuses with 404 when one does not exist. */
  async getForSale(reader: Reader, ids: readonly Id[]): Promise<BundleForSale[]> {
    const wanted = [...new Set(ids)]
    invariant(wanted.length <= MAX_AT_ONCE, 'too many boxes at once')
    if (wanted.length === 0) return []
    const found = new Map(
      (await this.bundles.forSale(reader, wanted)).map((each) => [each.bundleId, each]),
    )
    return wanted.map((id) => {
      const bundle = found.get(id)
      if (!bundle) throw notFound()
      return bundle
    })
  }

  private async named(reader: Reader, typed: string): Promise<Id[]> {
    const words = readSearch(typed)
    if (!words) return []
    const names = await this.bundles.names(reader)
    return names
      .filter(({ name }) => matchesName(words, `${name.zh} ${name.en}`))
      .map(({ id }) => id)
  }

  private async read(reader: Reader, cooperativeId: Id, id: Id): Promise<ManagedBundle> {
    const found = await this.bundles.own(reader, this.today(), cooperativeId, id)
    if (!found) throw notFound()
    return toView(found)
  }

  private async refuseUnlessSound(tx: Tx, cooperativeId: Id, bundle: WriteBundle): Promise<void> {
    if (!breaksFall(bundle)) throw refusal('sku.breaks-not-falling')
    const skuIds = bundle.components.map(({ skuId }) => skuId)
    const field = { fields: [{ path: 'components', code: 'field.invalid' }] }
    if (new Set(skuIds).size < skuIds.length) throw refusal('bundle.sku-twice', {}, field)
    if ((await this.bundles.countOwnSkus(tx, cooperativeId, skuIds)) < skuIds.length)
      throw refusal('bundle.sku-not-own', {}, field)
  }

  private factOf(act: AuditAct, actor: Actor, cooperativeId: Id, id: Id, bundle: WriteBundle) {
    const { priceFen, priceBreaks, components, isActive } = bundle
    return {
      act,
      actor,
      object: { kind: 'bundle' as const, id },
      organisationId: cooperativeId,
      after: { priceFen, priceBreaks, components, isActive },
    }
  }

  private today() {
    return localDay(this.clock.now())
  }
}

/** Boxes that can be made of so many packages of each component. */
export function boxesOf(
  components: readonly { readonly left: number; readonly quantity: number }[],
): number {
  return Math.min(...components.map(({ left, quantity }) => Math.floor(left / quantity)))
}

function toView({ components, ...found }: BundleRow): ManagedBundle {
  const left = boxesOf(components)
  const modes = new Set(components.map(({ temperatureMode }) => temperatureMode))
  const isSound = components.every(({ isActive, isBusinessOnly }) => isActive && !isBusinessOnly)
  return {
    ...found,
    partsFen: sumFen(
      components.map(({ priceFen, quantity }) => extendFen(fen(priceFen), quantity)),
    ),
    grams: components.reduce((sum, { packGrams, quantity }) => sum + packGrams * quantity, 0),
    left,
    isOnSale: found.isActive && !found.isPaused && isSound && left > 0,
    isAdultOnly: components.some(({ isAdultOnly }) => isAdultOnly),
    isRecognised: components.every(({ isRecognised }) => isRecognised),
    isReturnException: components.some(({ isReturnException }) => isReturnException),
    temperatureMode: modes.has('frozen') ? 'frozen' : modes.has('chilled') ? 'chilled' : 'none',
    components: [...components],
  }
}

function toCard(found: BundleRow): BundleCard {
  return toView(found)
}

/** `honey-and-nuts-9f3a1c`: readable, and never another's. */
function slugOf(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  return `${words || 'box'}-${newId().slice(-6)}`
}
