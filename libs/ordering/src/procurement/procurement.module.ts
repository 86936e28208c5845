import { Module } from '@nestjs/common'
import { CatalogModule } from '@weibao/catalog'
import { DemandModule } from '@weibao/demand'
import { IdentityModule } from '@weibao/identity'
import { PaymentsModule } from '@weibao/payments'
import { SettingsModule } from '@weibao/settings'
import { OrderingModule } from '../ordering.module.js'
import { ProcurementController } from './procurement.controller.js'
import { PurchaseContracts } from './purchase-contracts.service.js'
import { Procurement } from './procurement.service.js'

/** Orders of organisations. Needs the application's MatchingModule, which says where demand comes from. */
@Module({
  imports: [
    CatalogModule,
    DemandModule,
    IdentityModule,
    OrderingModule,
    PaymentsModule,
    SettingsModule,
  ],
  controllers: [ProcurementController],
  providers: [Procurement, PurchaseContracts],
  exports: [Procurement],
})
export class ProcurementModule {}
