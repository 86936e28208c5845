import { Injectable } from '@nestjs/common'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import { papersNeeded } from '@weibao/contracts/product-rules'
import { Clock, newId, type Id } from '@weibao/kernel'
import { Actor, refusal } from '@weibao/platform'
import { approvedFactsOf } from './approved-facts.js'
import { PapersInForce } from '../papers/papers-in-force.service.js'
import {
  ProductChangeRepository,
  type ChangeableProduct,
} from '../products/product-change.repository.js'
import { ProductChanges } from '../products/product-changes.service.js'
import { productLifecycle } from '../products/product.lifecycle.js'
import { ProductReviewRepository } from './product-review.repository.js'

/** A cooperative hands its products in, takes them back, takes them off the list. */
@Injectable()
export class ProductSubmissions {
  constructor(
    private readonly clock: Clock,
    private readonly decisions: ProductChanges,
    private readonly changes: ProductChangeRepository,
    private readonly reviews: ProductReviewRepository,
    private readonly papers: PapersInForce,
  ) {}

  /** Hands in a whole product, with the papers that the law asks for it. */
  async submit(actor: Actor, cooperativeId: Id, productId: Id): Promise<ManagedProduct> {
    return this.decisions.make(
      actor,
      { act: 'product.submitted', cooperativeId, productId, ...states },
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
    return this.decisions.make(
      actor,
      { act: 'product.recalled', cooperativeId, productId, ...states },
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
    return this.decisions.make(
      actor,
      { act: 'product.withdrawn', cooperativeId, productId, ...states },
      async (tx, product) => {
        const state = productLifecycle.move(product.state, 'withdrawn')
        const waiting = await this.reviews.waitingOf(tx, productId)
        if (waiting) await this.reviews.recall(tx, waiting.id)
        await this.changes.setState(tx, productId, state, this.clock.now())
      },
    )
  }
}

/** What of a product the audit log keeps of these acts. */
const states = {
  before: ({ state }: ChangeableProduct) => ({ state }),
  after: ({ state }: ManagedProduct) => ({ state }),
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
