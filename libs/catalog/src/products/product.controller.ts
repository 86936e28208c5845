import { Controller } from '@nestjs/common'
import { productManagementRoutes } from '@weibao/contracts/product-management'
import { productReviewRoutes } from '@weibao/contracts/product-review'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { ProductDesk } from './product-desk.service.js'
import { ProductReviews } from '../approval/product-review.service.js'
import { ProductSubmissions } from '../approval/product-submission.service.js'
import { Products } from './products.service.js'
import { SkuDesk } from '../skus/sku-desk.service.js'

type Routes = typeof productManagementRoutes

/** What a cooperative manages. */
@Controller()
export class ProductController {
  constructor(
    private readonly products: Products,
    private readonly desk: ProductDesk,
    private readonly submissions: ProductSubmissions,
    private readonly skus: SkuDesk,
  ) {}

  @Serve(productManagementRoutes.listOwn)
  list(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<Routes['listOwn']>) {
    return this.products.list(actor, params.cooperativeId, query)
  }

  @Serve(productManagementRoutes.getOwn)
  get(@CurrentActor() actor: Actor, @Input() { params }: InputOf<Routes['getOwn']>) {
    return this.products.get(actor, params.cooperativeId, params.id)
  }

  @Serve(productManagementRoutes.create)
  create(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<Routes['create']>) {
    return this.desk.create(actor, params.cooperativeId, body)
  }

  @Serve(productManagementRoutes.edit)
  edit(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<Routes['edit']>) {
    return this.desk.edit(actor, params.cooperativeId, params.id, body)
  }

  @Serve(productManagementRoutes.submit)
  submit(@CurrentActor() actor: Actor, @Input() { params }: InputOf<Routes['submit']>) {
    return this.submissions.submit(actor, params.cooperativeId, params.id)
  }

  @Serve(productManagementRoutes.recall)
  recall(@CurrentActor() actor: Actor, @Input() { params }: InputOf<Routes['recall']>) {
    return this.submissions.recall(actor, params.cooperativeId, params.id)
  }

  @Serve(productManagementRoutes.withdraw)
  withdraw(@CurrentActor() actor: Actor, @Input() { params }: InputOf<Routes['withdraw']>) {
    return this.submissions.withdraw(actor, params.cooperativeId, params.id)
  }

  @Serve(productManagementRoutes.addSku)
  addSku(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<Routes['addSku']>) {
    return this.skus.add(actor, params.cooperativeId, params.id, body)
  }

  @Serve(productManagementRoutes.editSku)
  editSku(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<Routes['editSku']>) {
    return this.skus.edit(actor, params.cooperativeId, params.id, body)
  }

  @Serve(productManagementRoutes.priceHistory)
  priceHistory(@CurrentActor() actor: Actor, @Input() { params }: InputOf<Routes['priceHistory']>) {
    return this.skus.priceHistory(actor, params.cooperativeId, params.id)
  }
}

/** What the liaison decides. */
@Controller()
export class ProductReviewController {
  constructor(private readonly reviews: ProductReviews) {}

  @Serve(productReviewRoutes.list)
  list(@Input() { query }: InputOf<typeof productReviewRoutes.list>) {
    return this.reviews.list(query)
  }

  @Serve(productReviewRoutes.get)
  get(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof productReviewRoutes.get>) {
    return this.reviews.get(actor, params.id)
  }

  @Serve(productReviewRoutes.decide)
  decide(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof productReviewRoutes.decide>,
  ) {
    return this.reviews.decide(actor, params.id, body)
  }
}
