import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import type { EditSku, NewSkuBody } from '@weibao/contracts/sku'
import { Audit } from '@weibao/identity'
import { Clock, newId, pricePer500g, type Id } from '@weibao/kernel'
import { Actor, notFound, refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { CatalogSearch } from '../search/catalog-search.service.js'
import { breaksFall, type Price } from '../price.js'
import { ProductChangeRepository } from '../products/product-change.repository.js'
import { toSkuRow } from '../products/product-rows.js'
import { Products } from '../products/products.service.js'
import { SkuRepository, type OwnSku } from './sku.repository.js'

const MAX_SKUS = 10

/** A cooperative's packs: added, priced, taken off sale. */
@Injectable()
export class SkuDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly products: Products,
    private readonly changes: ProductChangeRepository,
    private readonly skus: SkuRepository,
    private readonly search: CatalogSearch,
    private readonly audit: Audit,
  ) {}

  /** Adds a pack to a product that does not wait for approval just now. */
  async add(
    actor: Actor,
    cooperativeId: Id,
    productId: Id,
    body: NewSkuBody,
  ): Promise<ManagedProduct> {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      await this.addWithin(tx, actor, { cooperativeId, productId }, body)
      return this.products.viewOf(tx, cooperativeId, productId)
    })
  }

  /** The same within the caller's transaction. For callers who have checked the reach. */
  async addWithin(
    tx: Tx,
    actor: Actor,
    { cooperativeId, productId }: { cooperativeId: Id; productId: Id },
    body: NewSkuBody,
  ): Promise<void> {
    const product = await this.changes.ownForUpdate(tx, cooperativeId, productId)
    if (!product) throw notFound()
    if (product.state === 'submitted') throw refusal('product.under-review')
    const position = await this.skus.nextPosition(tx, productId)
    if (position >= MAX_SKUS) throw refusal('sku.too-many', { max: MAX_SKUS })
    const id = newId()
    await this.skus.insert(tx, toSkuRow({ ...body, pack: body.name }, id, productId, position))
    await this.search.reindex(tx, [productId])
    await this.record(tx, 'sku.added', actor, { id, cooperativeId }, null, {
      priceFen: body.priceFen,
      packGrams: body.packGrams,
    })
  }

  /** Changes price, breaks or sale of a sku; a changed price is kept in its history. */
  async edit(actor: Actor, cooperativeId: Id, skuId: Id, edit: EditSku): Promise<ManagedProduct> {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      const productId = await this.editWithin(tx, actor, { cooperativeId, skuId }, edit)
      return this.products.viewOf(tx, cooperativeId, productId)
    })
  }

  /** The same within the caller's transaction; the product it is of. */
  async editWithin(
    tx: Tx,
    actor: Actor,
    { cooperativeId, skuId }: { cooperativeId: Id; skuId: Id },
    edit: EditSku,
  ): Promise<Id> {
    const sku = await this.skus.ownForUpdate(tx, cooperativeId, skuId)
    if (!sku) throw notFound()
    if (sku.version !== edit.version) throw refusal('product.edited-meanwhile')
    await this.mustBeEditable(tx, sku, edit)
    const next = { ...sku, ...definedOf(edit) }
    if (!breaksFall(next)) throw refusal('sku.breaks-not-falling')
    const unitPrice = next.isSoldByWeight ? pricePer500g(next.priceFen, next.packGrams) : null
    await this.skus.save(tx, { ...next, pricePer500gFen: unitPrice })
    if (edit.priceFen !== undefined || edit.priceBreaks !== undefined)
      await this.skus.addPriceChange(tx, {
        id: newId(),
        skuId,
        personId: actor.personId,
        at: this.clock.now(),
        priceFen: sku.priceFen,
        priceBreaks: sku.priceBreaks,
      })
    await this.search.reindex(tx, [sku.productId])
    const object = { id: skuId, cooperativeId }
    await this.record(tx, 'sku.changed', actor, object, auditedOf(sku), auditedOf(next))
    return sku.productId
  }

  /** The prices a sku has had before the present one, newest first. */
  async priceHistory(actor: Actor, cooperativeId: Id, skuId: Id) {
    actor.mustReach('product:manage', cooperativeId)
    const changes = await this.skus.priceChanges(this.unitOfWork.reader, cooperativeId, skuId)
    return {
      items: changes.map((each) => ({ ...each, changedAt: each.changedAt.toISOString() })),
    }
  }

  /** Lots and orders count by what a pack holds: once listed, it stays. */
  private async mustBeEditable(tx: Tx, sku: OwnSku, edit: EditSku): Promise<void> {
    const changesPack =
      edit.name !== undefined ||
      (edit.packGrams ?? sku.packGrams) !== sku.packGrams ||
      (edit.isSoldByWeight ?? sku.isSoldByWeight) !== sku.isSoldByWeight
    if (changesPack && (await this.changes.wasEverListed(tx, sku.productId)))
      throw refusal('sku.pack-fixed')
  }

  private record(
    tx: Tx,
    act: AuditAct,
    actor: Actor,
    { id, cooperativeId }: { id: Id; cooperativeId: Id },
    before: Readonly<Record<string, unknown>> | null,
    after: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const object = { kind: 'sku', id } as const
    return this.audit.record(tx, {
      act,
      actor,
      object,
      organisationId: cooperativeId,
      before,
      after,
    })
  }
}

function definedOf({ version: _, ...edit }: EditSku): Partial<OwnSku> {
  return Object.fromEntries(
    Object.entries(edit).filter(([, value]) => value !== undefined),
  ) as Partial<OwnSku>
}

function auditedOf({ priceFen, priceBreaks, isActive }: Price & { readonly isActive: boolean }) {
  return { priceFen, priceBreaks, isActive }
}
