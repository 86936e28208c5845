import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import { papersNeeded } from '@weibao/contracts/product-rules'
import { Audit } from '@weibao/identity'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Actor, notFound, refusal, UnitOfWork, type Tx } from '@weibao/platform'
import { approvedFactsOf } from './approved-facts.js'
import { CatalogSearch } from '../search/catalog-search.service.js'
import { PapersInForce } from '../papers/papers-in-force.service.js'
import {
  ProductChangeRepository,
  type ChangeableProduct,
} from '../products/product-change.repository.js'
import { productLifecycle } from '../products/product.lifecycle.js'
import { ProductReviewRepository } from './product-review.repository.js'
import { Products } from '../products/products.service.js'

/** A cooperative hands its products in, takes them back, takes them off the list. */
@Injectable()
export class ProductSubmissions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly products: Products,
    private readonly changes: ProductChangeRepository,
    private readonly reviews: ProductReviewRepository,
    private readonly papers: PapersInForce,
    private readonly search: CatalogSearch,
    private readonly audit: Audit,
  ) {}

  /** Hands in a whole product, with the papers that the law asks for it. */
  async submit(actor: Actor, cooperativeId: Id, productId: Id): Promise<ManagedProduct> {
    return this.change(
      'product.submitted',
      actor,
      { cooperativeId, productId },
      async (tx, product) => {
        const state = productLifecycle.move(product.state, 'submitted')
        mustBeComplete(product)
        await this.papers.mustHave(tx, product, papersNeeded(product))
        await this.papers.mustBeInForce(tx, product)
        await this.reviews.insert(tx, {
          id: newId(),
          productId,
          cooperativeId,
          kind: 'listing',
          facts: approvedFactsOf(product),
          before: await this.changes.lastApproved(tx, productId),
          submittedBy: actor.personId,
          submittedAt: this.clock.now(),
        })
        await this.changes.setState(tx, productId, state, this.clock.now())
      },
    )
  }

  /** Takes back what waits: the product becomes a draft again, a listed one stays as approved. */
  async recall(actor: Actor, cooperativeId: Id, productId: Id): Promise<ManagedProduct> {
    return this.change(
      'product.recalled',
      actor,
      { cooperativeId, productId },
      async (tx, product) => {
        const waiting = await this.reviews.waitingOf(tx, productId)
        if (!waiting) throw refusal('product.not-under-review')
        await this.reviews.recall(tx, waiting.id)
        if (product.state === 'submitted')
          await this.changes.setState(tx, productId, 'draft', this.clock.now())
      },
    )
  }

  /** Takes a product off the list; orders that exist are fulfilled. */
  async withdraw(actor: Actor, cooperativeId: Id, productId: Id): Promise<ManagedProduct> {
    return this.change(
      'product.withdrawn',
      actor,
      { cooperativeId, productId },
      async (tx, product) => {
        const state = productLifecycle.move(product.state, 'withdrawn')
        const waiting = await this.reviews.waitingOf(tx, productId)
        if (waiting) await this.reviews.recall(tx, waiting.id)
        await this.changes.setState(tx, productId, state, this.clock.now())
      },
    )
  }

  private change(
    act: AuditAct,
    actor: Actor,
    { cooperativeId, productId }: { cooperativeId: Id; productId: Id },
    work: (tx: Tx, product: ChangeableProduct) => Promise<void>,
  ): Promise<ManagedProduct> {
    actor.mustReach('product:manage', cooperativeId)
    return this.unitOfWork.run(async (tx) => {
      const product = await this.changes.ownForUpdate(tx, cooperativeId, productId)
      if (!product) throw notFound()
      await work(tx, product)
      await this.search.reindex(tx, [productId])
      const after = await this.products.viewOf(tx, cooperativeId, productId)
      await this.audit.record(tx, {
        act,
        actor,
        object: { kind: 'product', id: productId },
        organisationId: cooperativeId,
        before: { state: product.state },
        after: { state: after.state },
      })
      return after
    })
  }
}

const NEEDED = [
  ['name', '名称', 'name'],
  ['story', '故事', 'story'],
  ['storage', '保存方法', 'storage'],
  ['use', '食用方法', 'how to use'],
] as const

/** Refuses what shoppers could not read or see: both languages, a picture, a pack on sale. */
function mustBeComplete(product: ChangeableProduct): void {
  const missing: [string, string][] = NEEDED.flatMap(([name, zh, en]) =>
    product[name].zh && product[name].en ? [] : [[`${zh}（中英文）`, `${en} (both languages)`]],
  )
  if (product.harvestMonths.length === 0) missing.push(['采收月份', 'harvest months'])
  if (product.pictureCount === 0 && !product.hasDrawnPicture) missing.push(['照片', 'a photograph'])
  if (product.activeSkuCount === 0) missing.push(['在售规格', 'a pack on sale'])
  if (missing.length === 0) return
  throw refusal('product.incomplete', {
    missing: missing.map(([zh]) => zh).join('、'),
    missingEn: missing.map(([, en]) => en).join(', '),
  })
}
