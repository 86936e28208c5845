import { Module, type OnModuleInit } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CatalogModule } from '@weibao/catalog'
import { DocumentsModule } from '@weibao/documents'
import { Audit } from '@weibao/identity'
import { Jobs } from '@weibao/platform'
import { SettingsModule } from '@weibao/settings'
import { AmendmentRepository } from './amendment.repository.js'
import { Amendments } from './amendments.service.js'
import { BudgetRepository } from './budgets/budget.repository.js'
import { Budgets } from './budgets/budgets.service.js'
import { CutOffs } from './cut-offs.service.js'
import { DemandChangeEntity } from './demand-change.entity.js'
import { DeliveryPlaces } from './delivery/delivery-places.service.js'
import { DeliveryPointRepository } from './delivery/delivery-point.repository.js'
import { DeliveryPoints } from './delivery/delivery-points.service.js'
import { DemandController } from './demand.controller.js'
import {
  BudgetLineEntity,
  DeliveryPointEntity,
  DemandEntity,
  DemandLineEntity,
} from './demand.entity.js'
import { DemandSheetController } from './sheets/demand-sheet.controller.js'
import { DemandSheetEntity } from './sheets/demand-sheet.entity.js'
import { DemandSheetRepository } from './sheets/demand-sheet.repository.js'
import { DemandSheets } from './sheets/demand-sheets.service.js'
import { DemandRepository } from './demand.repository.js'
import { Demands } from './demands.service.js'
import { OpenDemand } from './open-demand.service.js'
import { GiftProposalController } from './gifts/gift-proposal.controller.js'
import { GiftProposals } from './gifts/gift-proposals.service.js'
import { QuotaController } from './quotas/quota.controller.js'
import { QuotaEntity } from './quotas/quota.entity.js'
import { QuotaRepository } from './quotas/quota.repository.js'
import { Quotas } from './quotas/quotas.service.js'
import { StandingDemandController } from './standing/standing-demand.controller.js'
import {
  StandingDemandEntity,
  StandingDemandEventEntity,
} from './standing/standing-demand.entity.js'
import { StandingDemandRepository } from './standing/standing-demand.repository.js'
import { StandingDemands } from './standing/standing-demands.service.js'
import { StandingWriter } from './standing/standing-writer.service.js'

@Module({
  imports: [
    TypeOrmModule.forFeature([
      BudgetLineEntity,
      DeliveryPointEntity,
      DemandChangeEntity,
      DemandEntity,
      DemandLineEntity,
      DemandSheetEntity,
      QuotaEntity,
      StandingDemandEntity,
      StandingDemandEventEntity,
    ]),
    CatalogModule,
    DocumentsModule,
    SettingsModule,
  ],
  controllers: [
    DemandController,
    DemandSheetController,
    GiftProposalController,
    QuotaController,
    StandingDemandController,
  ],
  providers: [
    AmendmentRepository,
    Amendments,
    Audit,
    BudgetRepository,
    Budgets,
    CutOffs,
    DeliveryPlaces,
    DeliveryPointRepository,
    DeliveryPoints,
    DemandRepository,
    DemandSheetRepository,
    Demands,
    DemandSheets,
    GiftProposals,
    OpenDemand,
    QuotaRepository,
    Quotas,
    StandingDemandRepository,
    StandingDemands,
    StandingWriter,
  ],
  exports: [Amendments, DeliveryPlaces, Demands, OpenDemand, Quotas],
})
export class DemandModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly demands: Demands,
    private readonly standing: StandingWriter,
  ) {}

  onModuleInit(): void {
    this.jobs.every(600, 'close-due-demands', () => this.demands.closeDue())
    this.jobs.every(600, 'write-standing-demands', () => this.standing.writeDue())
  }
}
