import { Module, type OnModuleInit } from '@nestjs/common'
import { DocumentsModule, Files, SheetImports } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Jobs } from '@weibao/platform'
import { SettingsModule } from '@weibao/settings'
import { CatalogNotices } from './catalog.notices.js'
import { CatalogModule } from './catalog.module.js'
import { CooperativePageController } from './cooperative-page.controller.js'
import { CooperativePages } from './cooperative-pages.service.js'
import { PaperAlerts } from './paper-alerts.service.js'
import { PaperOversightController } from './paper-oversight.controller.js'
import { PaperOversight } from './paper-oversight.service.js'
import { PaperController } from './paper.controller.js'
import { Papers, SCAN } from './papers.service.js'
import { PictureController } from './picture.controller.js'
import { PictureRepository } from './picture.repository.js'
import { Pictures } from './pictures.service.js'
import { ProductDesk } from './product-desk.service.js'
import { ProductController, ProductReviewController } from './product.controller.js'
import { ProductSheet } from './product-sheet.service.js'
import { ProductSheetController } from './product-sheet.controller.js'
import { ProductReviewRepository } from './product-review.repository.js'
import { ProductReviews } from './product-review.service.js'
import { ProductSubmissions } from './product-submission.service.js'
import { RecognitionController } from './recognition.controller.js'
import { RecognitionDesk } from './recognition-desk.service.js'
import { SkuDesk } from './sku-desk.service.js'

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
