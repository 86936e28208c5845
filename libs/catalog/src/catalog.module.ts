import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Audit } from '@weibao/identity'
import { Browse } from './browse.service.js'
import { BundleController } from './bundle.controller.js'
import { BundleComponentEntity, BundleEntity } from './bundle.entity.js'
import { BundleRepository } from './bundle.repository.js'
import { Bundles } from './bundles.service.js'
import { CatalogSearch } from './catalog-search.service.js'
import { BrowseController } from './catalog.controller.js'
import { CooperativeRepository } from './cooperative.repository.js'
import { Cooperatives } from './cooperatives.service.js'
import { GiftBoxRepository } from './gift-box.repository.js'
import { GiftBoxes } from './gift-boxes.service.js'
import { Paper, PaperAlert, Recognition } from './paper.entity.js'
import { PaperRepository } from './paper.repository.js'
import { PapersInForce } from './papers-in-force.service.js'
import { Category, CooperativeProfile, Township } from './place.entity.js'
import { PlaceRepository } from './place.repository.js'
import { ProductChangeRepository } from './product-change.repository.js'
import { ProductIndexRepository } from './product-index.repository.js'
import { ProductSearch } from './product-search.entity.js'
import { ProductSearchRepository } from './product-search.repository.js'
import { Product, Sku, SkuPriceChange } from './product.entity.js'
import { ProductPicture } from './product-picture.entity.js'
import { ProductReviewEntity } from './product-review.entity.js'
import { ProductRepository } from './product.repository.js'
import { Products } from './products.service.js'
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
      PaperAlert,
      ProductPicture,
      ProductReviewEntity,
      ProductSearch,
      BundleEntity,
      BundleComponentEntity,
    ]),
  ],
  controllers: [BrowseController, BundleController],
  providers: [
    Audit,
    Browse,
    BundleRepository,
    Bundles,
    CatalogSearch,
    CooperativeRepository,
    Cooperatives,
    GiftBoxRepository,
    GiftBoxes,
    PaperRepository,
    PapersInForce,
    PlaceRepository,
    ProductChangeRepository,
    ProductIndexRepository,
    ProductRepository,
    ProductSearchRepository,
    Products,
    RecognitionRepository,
    Recognitions,
    SkuRepository,
    Skus,
  ],
  exports: [
    Browse,
    Bundles,
    CatalogSearch,
    CooperativeRepository,
    Cooperatives,
    GiftBoxes,
    PaperRepository,
    PapersInForce,
    ProductChangeRepository,
    Products,
    RecognitionRepository,
    Recognitions,
    SkuRepository,
    Skus,
  ],
})
export class CatalogModule {}
