import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CatalogModule } from '@weibao/catalog'
import { DocumentsModule } from '@weibao/documents'
import { LedgerModule } from '@weibao/ledger'
import { PaymentsModule } from '@weibao/payments'
import { Jobs } from '@weibao/platform'
import { SettingsModule } from '@weibao/settings'
import { SupplyModule } from '@weibao/supply'
import { VolumeModule } from '@weibao/volume'
import { Transit } from '../shipments/transit.service.js'
import { AfterSaleBooks } from './after-sale.books.js'
import { AfterSaleClaims } from './after-sale-claims.service.js'
import { AfterSaleController } from './after-sale.controller.js'
import { AfterSaleDesk } from './after-sale-desk.service.js'
import {
  AfterSaleCaseEntity,
  AfterSaleEventEntity,
  AfterSaleLineEntity,
  AfterSalePhotoEntity,
  AfterSaleReturnEntity,
} from './after-sale.entity.js'
import { AfterSaleOpening } from './after-sale-opening.service.js'
import { AfterSaleMoves } from './after-sale.moves.js'
import { AfterSaleNotices } from './after-sale.notices.js'
import { AfterSalePhotos } from './after-sale-photos.service.js'
import { AfterSaleReads } from './after-sale.reads.js'
import { AfterSaleRepository } from './after-sale.repository.js'
import { AfterSaleService } from './after-sale.service.js'
import { AfterSaleStock } from './after-sale-stock.js'
import {
  ReplacementParcelEntity,
  ReplacementParcelEventEntity,
} from './replacement-parcel.entity.js'
import { ReplacementParcelRepository } from './replacement-parcel.repository.js'
import { ReplacementTracking } from './replacement-tracking.service.js'
import { Replacements } from './replacements.service.js'

/** Refunds and returns after an order has shipped. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      AfterSaleCaseEntity,
      AfterSaleLineEntity,
      AfterSalePhotoEntity,
      AfterSaleReturnEntity,
      AfterSaleEventEntity,
      ReplacementParcelEntity,
      ReplacementParcelEventEntity,
    ]),
    CatalogModule,
    DocumentsModule,
    LedgerModule,
    PaymentsModule,
    SettingsModule,
    SupplyModule,
    VolumeModule,
  ],
  controllers: [AfterSaleController],
  providers: [
    AfterSaleRepository,
    AfterSaleClaims,
    AfterSaleBooks,
    AfterSaleStock,
    AfterSaleNotices,
    AfterSaleMoves,
    AfterSaleOpening,
    Transit,
    ReplacementParcelRepository,
    ReplacementTracking,
    Replacements,
    AfterSaleService,
    AfterSaleDesk,
    AfterSaleReads,
    AfterSalePhotos,
  ],
  exports: [
    AfterSaleRepository,
    AfterSaleClaims,
    AfterSaleMoves,
    AfterSaleOpening,
    ReplacementTracking,
    Transit,
  ],
})
export class AfterSaleModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly desk: AfterSaleDesk,
  ) {}

  onModuleInit(): void {
    this.jobs.every(60, 'after-sale-silence', () => this.desk.letSilenceSpeak())
  }
}
