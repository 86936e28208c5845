import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type {
  CreateProduct,
  EditProduct,
  ManagedProduct,
  ProductFacts,
} from '@weibao/contracts/product-management'
import { impliedFlags } from '@weibao/contracts/product-rules'
import { Audit } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Actor, notFound, refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { approvedFactsOf, changedFacts } from '../approval/approved-facts.js'
import { CatalogSearch } from '../search/catalog-search.service.js'
import { CooperativePages } from '../cooperatives/cooperative-pages.service.js'
import { ProductChangeRepository, type ChangeableProduct } from './product-change.repository.js'
import { ProductReviewRepository } from '../approval/product-review.repository.js'
import type { NewProduct } from './product-rows.js'
import { makeSlug } from './product-slug.js'
import { Products } from './products.service.js'

const MAX_PRODUCTS = 3000

/** A cooperative makes and edits its products. What the law implies is set, whatever was asked. */
@Injectable()
export class ProductDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly products: Products,
    private readonly pages: CooperativePages,
    private readonly changes: ProductChangeRepository,
    private readonly reviews: ProductReviewRepository,
    private readonly search: CatalogSearch,
    private readonly audit: Audit,
  ) {}

  /** Makes a draft with its skus. */
  async create(actor: Actor, cooperativeId: Id, body: CreateProduct): Promise<ManagedProduct> {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      const [productId] = await this.createAll(tx, actor, cooperativeId, [body])
      return this.products.viewOf(tx, cooperativeId, productId!)
    })
  }

  /** Makes up to 500 drafts; their ids stand in the order given. */
  async createAll(
    tx: Tx,
    actor: Actor,
    cooperativeId: Id,
    all: readonly CreateProduct[],
  ): Promise<Id[]> {
    if ((await this.changes.countOf(tx, cooperativeId)) + all.length > MAX_PRODUCTS)
      throw refusal('product.too-many', { max: MAX_PRODUCTS })
    await this.pages.ensure(tx, cooperativeId)
    for (const body of all) await this.mustKnowPlaces(tx, body)
    const made = await this.products.createDrafts(
      tx,
      all.map((body) => toNewProduct(cooperativeId, body)),
    )
    for (const { productId } of made)
      await this.record(tx, 'product.drafted', actor, { id: productId, cooperativeId })
    return made.map(({ productId }) => productId)
  }

  /**
   * Edits a product. Of a listed one, texts of a minor kind show at once; a changed sensitive fact
   * waits for the liaison, and what was approved stays in the shop until then.
   */
  async edit(actor: Actor, cooperativeId: Id, productId: Id, edit: EditProduct) {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      await this.editWithin(tx, actor, { cooperativeId, productId }, edit)
      return this.products.viewOf(tx, cooperativeId, productId)
    })
  }

  /** The same within the caller's transaction. For callers who have checked the reach. */
  async editWithin(
    tx: Tx,
    actor: Actor,
    { cooperativeId, productId }: { cooperativeId: Id; productId: Id },
    edit: EditProduct,
  ): Promise<void> {
    const product = await this.changes.ownForUpdate(tx, cooperativeId, productId)
    if (!product) throw notFound()
    if (product.version !== edit.version) throw refusal('product.edited-meanwhile')
    if (product.state === 'submitted') throw refusal('product.under-review')
    const next = withRules({ ...factsOf(product), ...definedOf(edit) })
    await this.mustKnowPlaces(tx, next)
    const isListed = product.state === 'listed'
    const shown = isListed ? withRules({ ...next, ...approvedFactsOf(product) }) : next
    await this.changes.saveFacts(tx, productId, shown, this.clock.now())
    if (isListed && touchesApproved(edit)) await this.propose(tx, actor, product, next)
    await this.search.reindex(tx, [productId])
    const changed = changedFacts(approvedFactsOf(product), approvedFactsOf(next))
    await this.record(tx, 'product.edited', actor, product, { changed })
  }

  /** Hands changed sensitive facts to the liaison, in place of what waits already. */
  private async propose(
    tx: Tx,
    actor: Actor,
    product: ChangeableProduct,
    next: ProductFacts,
  ): Promise<void> {
    const before = approvedFactsOf(product)
    const facts = approvedFactsOf(next)
    const waiting = await this.reviews.waitingOf(tx, product.id)
    if (waiting) await this.reviews.recall(tx, waiting.id)
    if (changedFacts(before, facts).length === 0) return
    if (!facts.name.en)
      throw refusal('product.incomplete', { missing: '英文名称', missingEn: 'English name' })
    await this.reviews.insert(tx, {
      id: newId(),
      productId: product.id,
      cooperativeId: product.cooperativeId,
      kind: 'change',
      facts,
      before,
      submittedBy: actor.personId,
      submittedAt: this.clock.now(),
    })
  }

  private async mustKnowPlaces(
    tx: Tx,
    { categoryCode, townshipCode }: Pick<ProductFacts, 'categoryCode' | 'townshipCode'>,
  ): Promise<void> {
    if (!(await this.changes.arePlacesKnown(tx, categoryCode, townshipCode)))
      throw refusal('product.place-unknown')
  }

  private record(
    tx: Tx,
    act: AuditAct,
    actor: Actor,
    { id, cooperativeId }: { id: Id; cooperativeId: Id },
    after: Readonly<Record<string, unknown>> | null = null,
  ): Promise<void> {
    const object = { kind: 'product', id } as const
    return this.audit.record(tx, { act, actor, object, organisationId: cooperativeId, after })
  }
}

function withRules<F extends ProductFacts>(facts: F) {
  return { ...facts, ...impliedFlags(facts) }
}

function definedOf({ version: _, ...edit }: EditProduct): Partial<ProductFacts> {
  return Object.fromEntries(
    Object.entries(edit).filter(([, value]) => value !== undefined),
  ) as Partial<ProductFacts>
}

/** Whether the edit speaks of sensitive facts at all: one of texts leaves a waiting proposal alone. */
function touchesApproved(edit: EditProduct): boolean {
  const minor = [
    'version',
    'story',
    'storage',
    'use',
    'harvestMonths',
    'shelfLifeDays',
    'isGift',
    'isCanteen',
  ]
  return Object.entries(edit).some(([name, value]) => value !== undefined && !minor.includes(name))
}

function factsOf(product: ChangeableProduct): ProductFacts {
  const { name, story, storage, use, harvestMonths, shelfLifeDays, isGift, isCanteen } = product
  return {
    ...approvedFactsOf(product),
    ...{ name, story, storage, use, harvestMonths, shelfLifeDays, isGift, isCanteen },
  }
}

function toNewProduct(cooperativeId: Id, body: CreateProduct): NewProduct {
  return {
    ...withRules(body),
    slug: makeSlug(body.name.en),
    cooperativeId,
    townshipCodes: [body.townshipCode],
    pictureAlt: { zh: '', en: '' },
    keywords: [],
    facts: [],
    isVerified: false,
    estimatedFields: [],
    rank: 1000,
    skus: body.skus.map((sku) => ({ ...sku, pack: sku.name })),
  }
}
