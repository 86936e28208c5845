import { Injectable } from '@nestjs/common'
import type { AuditAct } from '@weibao/contracts/audit'
import type { ManagedProduct } from '@weibao/contracts/product-management'
import { Audit } from '@weibao/identity'
import type { Id } from '@weibao/kernel'
import { notFound, UnitOfWork, type Actor, type Tx } from '@weibao/platform'
import { CatalogSearch } from '../search/catalog-search.service.js'
import { ProductChangeRepository, type ChangeableProduct } from './product-change.repository.js'
import { Products } from './products.service.js'

type Facts = Readonly<Record<string, unknown>>

/** Which act on which product, and what the audit log keeps of it before and after. */
export interface AuditedChange {
  readonly act: AuditAct
  readonly cooperativeId: Id
  readonly productId: Id
  readonly before: (product: ChangeableProduct) => Facts
  readonly after: (product: ManagedProduct) => Facts
}

/** One decision of a cooperative about a product of its own: under its lock, searched anew, in the audit log. */
@Injectable()
export class ProductChanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly products: Products,
    private readonly changes: ProductChangeRepository,
    private readonly search: CatalogSearch,
    private readonly audit: Audit,
  ) {}

  /** A foreign product is 404. The product as it is after the work. */
  make(
    actor: Actor,
    { act, cooperativeId, productId, ...kept }: AuditedChange,
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
        before: kept.before(product),
        after: kept.after(after),
      })
      return after
    })
  }
}
