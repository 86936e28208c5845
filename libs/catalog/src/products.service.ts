import { Injectable } from '@nestjs/common'
import type { Bilingual } from '@weibao/contracts/basics'
import type {
  EditProduct,
  EditSku,
  ManagedProduct,
  TemperatureMode,
} from '@weibao/contracts/product'
import { Audit } from '@weibao/identity'
import { Clock, localDay, newId, pricePer500g, type Id } from '@weibao/kernel'
import {
  Actor,
  decodeCursor,
  notFound,
  refusal,
  toPage,
  UnitOfWork,
  type Tx,
} from '@weibao/platform'
import { availabilityOf } from './card-view.js'
import { CatalogSearch } from './catalog-search.service.js'
import { breaksFall, type Price } from './price.js'
import { ProductRepository, type ManagedRow } from './product.repository.js'
import { readSearch } from './search-text.js'
import { SkuRepository } from './sku.repository.js'

export interface NewSku extends Price {
  readonly name: Bilingual
  readonly pack: Bilingual
  readonly packGrams: number
  readonly isSoldByWeight: boolean
}

/** A product as it is first written, already approved for the list. */
export interface NewProduct {
  readonly slug: string
  readonly cooperativeId: Id
  readonly categoryCode: string
  readonly name: Bilingual
  readonly originScope: 'township' | 'county'
  readonly townshipCode: string
  readonly townshipCodes: readonly string[]
  readonly villages: readonly string[]
  readonly story: Bilingual
  readonly storage: Bilingual
  readonly use: Bilingual
  readonly pictureAlt: Bilingual
  readonly keywords: readonly string[]
  readonly facts: readonly { text: Bilingual; year: number | null }[]
  readonly compliance: readonly Bilingual[]
  readonly harvestMonths: readonly number[]
  readonly shelfLifeDays: number | null
  readonly temperatureMode: TemperatureMode
  readonly isGift: boolean
  readonly isCanteen: boolean
  readonly isBusinessOnly: boolean
  readonly isAdultOnly: boolean
  readonly isReturnException: boolean
  readonly isVerified: boolean
  readonly estimatedFields: readonly string[]
  readonly rank: number
  readonly skus: readonly NewSku[]
}

/** A cooperative's own products and skus. */
@Injectable()
export class Products {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly products: ProductRepository,
    private readonly skus: SkuRepository,
    private readonly search: CatalogSearch,
    private readonly audit: Audit,
  ) {}

  /** Writes up to 500 products with their skus and search rows; the ids stand in the order given. */
  async createListed(
    tx: Tx,
    all: readonly NewProduct[],
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
      made.map(({ product, productId }) => toProductRow(product, productId, now)),
      skuRows,
    )
    await this.search.reindex(
      tx,
      made.map(({ productId }) => productId),
    )
    return made.map(({ productId, skuIds }) => ({ productId, skuIds }))
  }

  async list(
    actor: Actor,
    cooperativeId: Id,
    query: { limit: number; cursor?: string | undefined; q?: string | undefined },
  ) {
    actor.mustReach('product:manage', cooperativeId)
    const after = decodeCursor(query.cursor, 1)
    const found = await this.products.listManaged(this.unitOfWork.reader, cooperativeId, {
      tokens: query.q ? (readSearch(query.q)?.query ?? null) : null,
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
    const found = await this.products.managed(this.unitOfWork.reader, cooperativeId, productId)
    if (!found) throw notFound()
    return this.toView(found)
  }

  /** Edits texts of a product; refuses when somebody else has edited it meanwhile. */
  async edit(actor: Actor, cooperativeId: Id, productId: Id, edit: EditProduct) {
    await this.get(actor, cooperativeId, productId)
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now()
      if (!(await this.products.edit(tx, cooperativeId, productId, edit, now)))
        throw refusal('product.edited-meanwhile')
      await this.search.reindex(tx, [productId])
    })
    return this.get(actor, cooperativeId, productId)
  }

  /** Changes price, breaks or sale of a sku; a changed price is kept in its history. */
  async editSku(actor: Actor, cooperativeId: Id, skuId: Id, edit: EditSku) {
    actor.mustReach('product:manage', cooperativeId)
    const productId = await this.unitOfWork.run(async (tx) => {
      const sku = await this.skus.ownForUpdate(tx, cooperativeId, skuId)
      if (!sku) throw notFound()
      if (sku.version !== edit.version) throw refusal('product.edited-meanwhile')
      const next = {
        ...sku,
        priceFen: edit.priceFen ?? sku.priceFen,
        priceBreaks: edit.priceBreaks ?? sku.priceBreaks,
        isActive: edit.isActive ?? sku.isActive,
      }
      if (!breaksFall(next)) throw refusal('sku.breaks-not-falling')
      const unitPrice = sku.isSoldByWeight ? pricePer500g(next.priceFen, sku.packGrams) : null
      await this.skus.savePrice(tx, { ...next, pricePer500gFen: unitPrice })
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
      await this.audit.record(tx, {
        act: 'sku.changed',
        actor,
        object: { kind: 'sku', id: skuId },
        organisationId: cooperativeId,
        before: auditedOf(sku),
        after: auditedOf(next),
      })
      return sku.productId
    })
    return this.get(actor, cooperativeId, productId)
  }

  /** The prices a sku has had before the present one, newest first. */
  async priceHistory(actor: Actor, cooperativeId: Id, skuId: Id) {
    actor.mustReach('product:manage', cooperativeId)
    const changes = await this.skus.priceChanges(this.unitOfWork.reader, cooperativeId, skuId)
    return {
      items: changes.map((each) => ({ ...each, changedAt: each.changedAt.toISOString() })),
    }
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

function auditedOf({ priceFen, priceBreaks, isActive }: Price & { readonly isActive: boolean }) {
  return { priceFen, priceBreaks, isActive }
}

function toProductRow(product: NewProduct, id: Id, now: Date): object {
  return {
    id,
    slug: product.slug,
    cooperative_id: product.cooperativeId,
    category_code: product.categoryCode,
    name_zh: product.name.zh,
    name_en: product.name.en,
    state: 'listed',
    origin_scope: product.originScope,
    township_code: product.townshipCode,
    township_codes: product.townshipCodes,
    villages: product.villages,
    story_zh: product.story.zh,
    story_en: product.story.en,
    storage_zh: product.storage.zh,
    storage_en: product.storage.en,
    use_zh: product.use.zh,
    use_en: product.use.en,
    picture_alt_zh: product.pictureAlt.zh,
    picture_alt_en: product.pictureAlt.en,
    keywords: product.keywords,
    facts: product.facts,
    compliance: product.compliance,
    harvest_months: product.harvestMonths,
    shelf_life_days: product.shelfLifeDays,
    temperature_mode: product.temperatureMode,
    is_gift: product.isGift,
    is_canteen: product.isCanteen,
    is_business_only: product.isBusinessOnly,
    is_adult_only: product.isAdultOnly,
    is_return_exception: product.isReturnException,
    is_verified: product.isVerified,
    estimated_fields: product.estimatedFields,
    rank: product.rank,
    version: 1,
    created_at: now,
    updated_at: now,
  }
}

function toSkuRow(sku: NewSku, id: Id, productId: Id, position: number): object {
  if (!breaksFall(sku)) throw refusal('sku.breaks-not-falling')
  return {
    id,
    product_id: productId,
    name_zh: sku.name.zh,
    name_en: sku.name.en,
    pack_zh: sku.pack.zh,
    pack_en: sku.pack.en,
    pack_grams: sku.packGrams,
    is_sold_by_weight: sku.isSoldByWeight,
    price_fen: sku.priceFen,
    price_breaks: sku.priceBreaks,
    price_per_500g_fen: sku.isSoldByWeight ? pricePer500g(sku.priceFen, sku.packGrams) : null,
    position,
    is_active: true,
    version: 1,
  }
}
