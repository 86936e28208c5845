import { Controller } from '@nestjs/common'
import { categoryRoutes } from '@weibao/contracts/category'
import { cooperativeRoutes } from '@weibao/contracts/cooperative'
import { productRoutes } from '@weibao/contracts/product-routes'
import type { InputOf } from '@weibao/contracts/route'
import { townshipRoutes } from '@weibao/contracts/township'
import { Input, Serve, UnitOfWork } from '@weibao/platform'
import { AnswerCache } from './answer-cache.js'
import { Browse } from './browse.service.js'
import { Cooperatives } from '../cooperatives/cooperatives.service.js'
import { PlaceRepository } from '../cooperatives/place.repository.js'

/** What anybody sees. An answer that is being made is shared, and kept a second for the other language. */
@Controller()
export class BrowseController {
  private readonly cache = new AnswerCache(1000)

  constructor(
    private readonly browse: Browse,
    private readonly cooperatives: Cooperatives,
    private readonly places: PlaceRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Serve(productRoutes.list)
  list(@Input() { query }: InputOf<typeof productRoutes.list>) {
    return this.cache.get(`list ${JSON.stringify(query)}`, () => this.browse.list(query))
  }

  @Serve(productRoutes.suggest)
  async suggest(@Input() { query }: InputOf<typeof productRoutes.suggest>) {
    return { items: await this.browse.suggest(query.q) }
  }

  @Serve(productRoutes.get)
  get(@Input() { params }: InputOf<typeof productRoutes.get>) {
    return this.cache.get(`page ${params.slug}`, () => this.browse.get(params.slug))
  }

  @Serve(productRoutes.related)
  async related(@Input() { params }: InputOf<typeof productRoutes.related>) {
    return { items: await this.browse.related(params.slug) }
  }

  @Serve(categoryRoutes.list)
  async categories() {
    return { items: await this.places.categories(this.unitOfWork.reader) }
  }

  @Serve(townshipRoutes.list)
  async townships() {
    return { items: await this.places.townships(this.unitOfWork.reader) }
  }

  @Serve(cooperativeRoutes.list)
  async cooperativesList() {
    return { items: await this.cooperatives.list() }
  }

  @Serve(cooperativeRoutes.get)
  cooperative(@Input() { params }: InputOf<typeof cooperativeRoutes.get>) {
    return this.cooperatives.get(params.slug)
  }
}
