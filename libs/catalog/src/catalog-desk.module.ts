import { Module, type OnModuleInit } from '@nestjs/common'
import { DocumentsModule, Files, SheetImports } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Jobs } from '@weibao/platform'
import { SettingsModule } from '@weibao/settings'
import { CatalogNotices } from './approval/catalog.notices.js'
import { CatalogModule } from './catalog.module.js'
import { CooperativePageController } from './cooperatives/cooperative-page.controller.js'
import { CooperativePages } from './cooperatives/cooperative-pages.service.js'
import { PaperAlerts } from './papers/paper-alerts.service.js'
import { PaperOversightController } from './papers/paper-oversight.controller.js'
import { PaperOversight } from './papers/paper-oversight.service.js'
import { PaperController } from './papers/paper.controller.js'
import { Papers, SCAN } from './papers/papers.service.js'
import { PictureController } from './pictures/picture.controller.js'
import { PictureRepository } from './pictures/picture.repository.js'
import { Pictures } from './pictures/pictures.service.js'
import { ProductChanges } from './products/product-changes.service.js'
import { ProductDesk } from './products/product-desk.service.js'
import { ProductController, ProductReviewController } from './products/product.controller.js'
import { ProductSheet } from './sheets/product-sheet.service.js'
import { ProductSheetController } from './sheets/product-sheet.controller.js'
import { ProductReviewRepository } from './approval/product-review.repository.js'
import { ProductReviews } from './approval/product-review.service.js'
import { ProductSubmissions } from './approval/product-submission.service.js'
import { RecognitionController } from './recognitions/recognition.controller.js'
import { RecognitionDesk } from './recognitions/recognition-desk.service.js'
import { SkuDesk } from './skus/sku-desk.service.js'

const HOUR = 3600

/**
 * What people do with the catalogue: make, photograph, hand in, approve. Apart from what is read and
 * sold by, because it tells people and keeps files.
 */
@Module({
  imports: [CatalogModule, DocumentsModule, SettingsModule],
  controllers: [
    CooperativePageController,
    PaperController,
    PaperOversightController,
    PictureController,
    ProductController,
    ProductReviewController,
    ProductSheetController,
    RecognitionController,
  ],
  providers: [
    Audit,
    CatalogNotices,
    CooperativePages,
    PaperAlerts,
    PaperOversight,
    Papers,
    PictureRepository,
    Pictures,
    ProductChanges,
    ProductDesk,
    ProductReviewRepository,
    ProductReviews,
    ProductSheet,
    SheetImports,
    ProductSubmissions,
    RecognitionDesk,
    SkuDesk,
  ],
})
export class CatalogDeskModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly recognitions: RecognitionDesk,
    private readonly alerts: PaperAlerts,
  ) {}

  onModuleInit(): void {
    this.files.allowReading(
      SCAN,
      (actor, { ownerOrganisationId }) =>
        actor.mayAny('product:approve') ||
        (ownerOrganisationId !== null && actor.mayFor('product:manage', ownerOrganisationId)),
    )
    this.jobs.every(HOUR, 'lapse-recognitions', () => this.recognitions.lapseDue())
    this.jobs.every(HOUR, 'alert-papers', () => this.alerts.giveDue())
  }
}
