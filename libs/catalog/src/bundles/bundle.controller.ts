import { Controller } from '@nestjs/common'
import { bundleRoutes } from '@weibao/contracts/bundle'
import type { InputOf } from '@weibao/contracts/route'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import { Bundles } from './bundles.service.js'

/** Gift boxes, as shoppers see them and as a cooperative makes them. */
@Controller()
export class BundleController {
  constructor(private readonly bundles: Bundles) {}

  @Serve(bundleRoutes.list)
  list(@Input() { query }: InputOf<typeof bundleRoutes.list>) {
    return this.bundles.list(query)
  }

  @Serve(bundleRoutes.get)
  get(@Input() { params }: InputOf<typeof bundleRoutes.get>) {
    return this.bundles.get(params.slug)
  }

  @Serve(bundleRoutes.listOwn)
  listOwn(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof bundleRoutes.listOwn>,
  ) {
    return this.bundles.listOwn(actor, params.cooperativeId, query)
  }

  @Serve(bundleRoutes.getOwn)
  getOwn(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof bundleRoutes.getOwn>) {
    return this.bundles.getOwn(actor, params.cooperativeId, params.id)
  }

  @Serve(bundleRoutes.create)
  create(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof bundleRoutes.create>,
  ) {
    return this.bundles.create(actor, params.cooperativeId, body)
  }

  @Serve(bundleRoutes.edit)
  edit(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof bundleRoutes.edit>) {
    return this.bundles.edit(actor, params.cooperativeId, params.id, body)
  }
}
