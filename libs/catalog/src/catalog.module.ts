import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Audit } from '@weibao/identity'
import { Browse } from './browse/browse.service.js'
import { BundleController } from './bundles/bundle.controller.js'
import { BundleComponentEntity, BundleEntity } from './bundles/bundle.entity.js'
import { BundleRepository } from './bundles/bundle.repository.js'
import { Bundles } from './bundles/bundles.service.js'
import { CatalogSearch } from './search/catalog-search.service.js'
import { BrowseController } from './browse/catalog.controller.js'
import { CooperativeRepository } from './cooperatives/cooperative.repository.js'
import { Cooperatives } from './cooperatives/cooperatives.service.js'
import { GiftBoxRepository } from './bundles/gift-box.repository.js'
import { GiftBoxes } from './bundles/gift-boxes.service.js'
import { Paper, PaperAlert, Recognition } from './papers/paper.entity.js'
import { PaperRepository } from './papers/paper.repository.js'
import { PapersInForce } from './papers/papers-in-force.service.js'
import { Category, CooperativeProfile, Township } from './cooperatives/place.entity.js'
import { PlaceRepository } from './cooperatives/place.repository.js'
import { ProductChangeRepository } from './products/product-change.repository.js'
import { ProductIndexRepository } from './search/product-index.repository.js'
import { ProductSearch } from './search/product-search.entity.js'
import { ProductSearchRepository } from './search/product-search.repository.js'
import { Product, Sku, SkuPriceChange } from './products/product.entity.js'
import { ProductPicture } from './pictures/product-picture.entity.js'
import { ProductReviewEntity } from './approval/product-review.entity.js'
import { ProductRepository } from './products/product.repository.js'
import { Products } from './products/products.service.js'
import { RecognitionRepository } from './recognitions/recognition.repository.js'
import { Recognitions } from './recognitions/recognitions.service.js'
import { SkuRepository } from './skus/sku.repository.js'
import { Skus } from './skus/skus.service.js'

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
