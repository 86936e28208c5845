import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CatalogModule } from '@weibao/catalog'
import { SheetImports } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Jobs } from '@weibao/platform'
import { SettingsModule } from '@weibao/settings'
import { BenefitRecord } from './benefit-record.entity.js'
import { BenefitRecords } from './benefit-records.service.js'
import { HarvestForecastController } from './harvest-forecast.controller.js'
import { HarvestForecastChangeEntity, HarvestForecastEntity } from './harvest-forecast.entity.js'
import { HarvestForecastRepository } from './harvest-forecast.repository.js'
import { HarvestForecasts } from './harvest-forecasts.service.js'
import { LotChanges } from './lot-changes.service.js'
import { LotDesk } from './lot-desk.service.js'
import { LotSheet } from './lot-sheet.service.js'
import { LotController } from './lot.controller.js'
import { Lot, LotMovement, Shortfall } from './lot.entity.js'
import { LotSheetController } from './lot-sheet.controller.js'
import { LotRepository } from './lot.repository.js'
import { Lots } from './lots.service.js'
import { OpenLots } from './open-lots.service.js'
import { Reservation } from './reservation.entity.js'
import { NamedStockRepository } from './named-stock.repository.js'
import { Reservations } from './reservations.service.js'
import { StockRepository } from './stock.repository.js'
import { SupplyFactsRepository } from './supply-facts.repository.js'
import { SupplyFactsWriter } from './supply-facts.service.js'

const TEN_MINUTES = 600

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Lot,
      LotMovement,
      Shortfall,
      Reservation,
      BenefitRecord,
      HarvestForecastEntity,
      HarvestForecastChangeEntity,
    ]),
    CatalogModule,
    SettingsModule,
  ],
  controllers: [HarvestForecastController, LotController, LotSheetController],
  providers: [
    Audit,
    BenefitRecords,
    HarvestForecastRepository,
    HarvestForecasts,
    LotChanges,
    LotDesk,
    LotSheet,
    SheetImports,
    LotRepository,
    Lots,
    OpenLots,
    Reservations,
    StockRepository,
    NamedStockRepository,
    SupplyFactsRepository,
    SupplyFactsWriter,
  ],
  exports: [BenefitRecords, HarvestForecasts, Lots, OpenLots, Reservations],
})
export class SupplyModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reservations: Reservations,
    private readonly lots: Lots,
  ) {}

  onModuleInit(): void {
    this.jobs.every(15, 'expire-holds', () => this.reservations.expireDue())
    this.jobs.every(TEN_MINUTES, 'end-lots', () => this.lots.endDue())
    this.jobs.every(TEN_MINUTES, 'turn-seasons', () => this.lots.turnSeasons())
  }
}
