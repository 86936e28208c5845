import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Audit } from '@weibao/identity'
import { Jobs } from '@weibao/platform'
import { Browse } from './browse.service.js'
import { BundleController } from './bundle.controller.js'
import { BundleComponentEntity, BundleEntity } from './bundle.entity.js'
import { BundleRepository } from './bundle.repository.js'
import { Bundles } from './bundles.service.js'
import { CatalogSearch } from './catalog-search.service.js'
import { BrowseController, ProductController } from './catalog.controller.js'
import { CooperativeRepository } from './cooperative.repository.js'
import { Cooperatives } from './cooperatives.service.js'
import { Paper, Recognition } from './paper.entity.js'
import { Category, CooperativeProfile, Township } from './place.entity.js'
import { PlaceRepository } from './place.repository.js'
import { ProductIndexRepository } from './product-index.repository.js'
import { ProductSearch } from './product-search.entity.js'
import { ProductSearchRepository } from './product-search.repository.js'
import { Product, Sku, SkuPriceChange } from './product.entity.js'
import { ProductRepository } from './product.repository.js'
import { Products } from './products.service.js'
import { RecognitionController } from './recognition.controller.js'
import { RecognitionRepository } from './recognition.repository.js'
import { Recognitions } from './recognitions.service.js'
import { SkuRepository } from './sku.repository.js'
import { Skus } from './skus.service.js'

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Category,
      Township,
      CooperativeProfile,
      Product,
      Sku,
      SkuPriceChange,
      Recognition,
      Paper,
      ProductSearch,
      BundleEntity,
      BundleComponentEntity,
    ]),
  ],
  controllers: [BrowseController, ProductController, BundleController, RecognitionController],
  providers: [
    Audit,
    Browse,
    BundleRepository,
    Bundles,
    CatalogSearch,
    CooperativeRepository,
    Cooperatives,
    PlaceRepository,
    ProductIndexRepository,
    ProductRepository,
    ProductSearchRepository,
    Products,
    RecognitionRepository,
    Recognitions,
    SkuRepository,
    Skus,
  ],
  exports: [Browse, Bundles, CatalogSearch, Cooperatives, Products, Recognitions, Skus],
})
export class CatalogModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly recognitions: Recognitions,
  ) {}

  onModuleInit(): void {
    this.jobs.every(3600, 'lapse-recognitions', () => this.recognitions.lapseDue())
  }
}
