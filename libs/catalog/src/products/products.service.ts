import { Injectable } from '@nestjs/common'
import type { ManagedProduct, ProductState } from '@weibao/contracts/product-management'
import { Clock, localDay, newId, type Id } from '@weibao/kernel'
import {
  Actor,
  decodeCursor,
  notFound,
  toPage,
  UnitOfWork,
  type Reader,
  type Tx,
} from '@weibao/platform'
import { availabilityOf } from '../browse/card-view.js'
import { CatalogSearch } from '../search/catalog-search.service.js'
import { toProductRow, toSkuRow, type NewProduct } from './product-rows.js'
import { ProductRepository, type ManagedRow } from './product.repository.js'
import { readSearch } from '../search/search-text.js'

/** A cooperative's own products and skus: written, listed, read. */
@Injectable()
export class Products {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly products: ProductRepository,
    private readonly search: CatalogSearch,
  ) {}

  /** Writes up to 500 products, approved for the list already; the ids stand in the order given. */
  createListed(tx: Tx, all: readonly NewProduct[]): Promise<{ productId: Id; skuIds: Id[] }[]> {
    return this.write(tx, all, { state: 'listed', hasDrawnPicture: true })
  }

  /** Writes up to 500 products as drafts of their cooperatives; the ids stand in the order given. */
  createDrafts(tx: Tx, all: readonly NewProduct[]): Promise<{ productId: Id; skuIds: Id[] }[]> {
    return this.write(tx, all, { state: 'draft', hasDrawnPicture: false })
  }

  async list(
    actor: Actor,
    cooperativeId: Id,
    query: {
      limit: number
      cursor?: string | undefined
      q?: string | undefined
      state?: ProductState | undefined
    },
  ) {
    actor.mustReach('product:manage', cooperativeId)
    const after = decodeCursor(query.cursor, 1)
    const found = await this.products.listManaged(this.unitOfWork.reader, cooperativeId, {
      tokens: query.q ? (readSearch(query.q)?.query ?? null) : null,
      state: query.state ?? null,
      after: after ? String(after[0]) : null,
      limit: query.limit,
    })
    return toPage(
      found,
      query.limit,
      (last) => [last.id],
      (each) => this.toView(each),
    )
  }

  async get(actor: Actor, cooperativeId: Id, productId: Id): Promise<ManagedProduct> {
    actor.mustReach('product:manage', cooperativeId)
    return this.viewOf(this.unitOfWork.reader, cooperativeId, productId)
  }

  /** The product as its cooperative manages it. For callers who have checked the reach. */
  async viewOf(reader: Reader, cooperativeId: Id, productId: Id): Promise<ManagedProduct> {
    const found = await this.products.managed(reader, cooperativeId, productId)
    if (!found) throw notFound()
    return this.toView(found)
  }

  private async write(
    tx: Tx,
    all: readonly NewProduct[],
    beginning: Parameters<typeof toProductRow>[3],
  ): Promise<{ productId: Id; skuIds: Id[] }[]> {
    const now = this.clock.now()
    const made = all.map((product) => ({
      product,
      productId: newId(),
      skuIds: product.skus.map(() => newId()),
    }))
    const skuRows = made.flatMap(({ product, productId, skuIds }) =>
      product.skus.map((sku, index) => toSkuRow(sku, skuIds[index]!, productId, index)),
    )
    await this.products.insert(
      tx,
      made.map(({ product, productId }) => toProductRow(product, productId, now, beginning)),
      skuRows,
    )
    await this.search.reindex(
      tx,
      made.map(({ productId }) => productId),
    )
    return made.map(({ productId, skuIds }) => ({ productId, skuIds }))
  }

  private toView({ supplyState, skuLeft, ...found }: ManagedRow): ManagedProduct {
    const today = localDay(this.clock.now())
    const { recognition } = found
    return {
      ...found,
      availability: availabilityOf(supplyState, found.left),
      isRecognised:
        recognition?.state === 'recognised' &&
        (recognition.validFrom ?? '9') <= today &&
        (recognition.validTo ?? '') >= today,
      updatedAt: found.updatedAt.toISOString(),
      skus: found.skus.map((sku) => ({ ...sku, left: skuLeft[sku.id] ?? 0 })),
    }
  }
}
