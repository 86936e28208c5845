import { Injectable } from '@nestjs/common'
import type { Cooperative } from '@weibao/contracts/cooperative'
import type { Category } from '@weibao/contracts/category'
import { Clock, localDay } from '@weibao/kernel'
import { notFound, UnitOfWork, type Tx } from '@weibao/platform'
import { toCard } from '../browse/card-view.js'
import { CooperativeRepository, type NewCooperative } from './cooperative.repository.js'
import { PaperRepository, type NewPaper } from '../papers/paper.repository.js'
import { PlaceRepository, type NewTownship } from './place.repository.js'
import { ProductSearchRepository } from '../search/product-search.repository.js'
import { villageName } from './village.js'

const MAX_GOODS = 60

/** Cooperatives as the public sees them, their papers, and the places they come from. */
@Injectable()
export class Cooperatives {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cooperatives: CooperativeRepository,
    private readonly papers: PaperRepository,
    private readonly places: PlaceRepository,
    private readonly search: ProductSearchRepository,
  ) {}

  list() {
    return this.cooperatives.list(this.unitOfWork.reader)
  }

  async get(slug: string): Promise<Cooperative> {
    const { reader } = this.unitOfWork
    const found = await this.cooperatives.bySlug(reader, slug)
    if (!found) throw notFound()
    const day = localDay(this.clock.now())
    const filter = { words: null, isRelaxed: false, day, cooperative: slug }
    const goods = await this.search.page(reader, filter, 'recommended', {
      limit: MAX_GOODS,
      after: null,
    })
    return {
      ...found,
      villages: found.villages.map(villageName),
      products: goods.slice(0, MAX_GOODS).map(toCard),
    }
  }

  /** Writes the public page of an organisation that identity has just created. */
  createProfile(tx: Tx, cooperative: NewCooperative): Promise<void> {
    return this.cooperatives.insert(tx, cooperative)
  }

  addPapers(tx: Tx, papers: readonly NewPaper[]): Promise<void> {
    return this.papers.insertAll(tx, papers)
  }

  /** Writes categories and townships, in the order the shop shows them. */
  savePlaces(
    tx: Tx,
    categories: readonly Omit<Category, 'productCount'>[],
    townships: readonly NewTownship[],
  ): Promise<void> {
    return this.places.save(tx, categories, townships)
  }
}
