import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common'
import { CatalogDeskModule, CatalogModule } from '@weibao/catalog'
import { DocumentsConfig, DocumentsModule } from '@weibao/documents'
import { databaseModule, PlatformConfig, PlatformModule } from '@weibao/platform'
import { IdentityConfig, IdentityModule } from '@weibao/identity'
import { LedgerModule } from '@weibao/ledger'
import { DemandModule } from '@weibao/demand'
import { BuyersDemand, DemandSource, MatchingModule, PreviewConfig } from '@weibao/matching'
import { CourierConfig, OrderingModule, ProcurementModule } from '@weibao/ordering'
import { PaymentsConfig, PaymentsModule } from '@weibao/payments'
import { ReportingModule } from '@weibao/reporting'
import { SettlementConfig, SettlementModule } from '@weibao/settlement'
import { SupplyModule } from '@weibao/supply'
import { SettingsModule } from '@weibao/settings'
import { VolumeModule } from '@weibao/volume'
import { AppConfig } from './config.js'

/** The libraries of the market, in the order of the import graph. */
const libraries: NonNullable<DynamicModule['imports']> = [
  DocumentsModule,
  IdentityModule,
  SettingsModule,
  LedgerModule,
  VolumeModule,
  CatalogModule,
  CatalogDeskModule,
  SupplyModule,
  DemandModule,
  MatchingModule.with({ provide: DemandSource, useClass: BuyersDemand }, [DemandModule]),
  PaymentsModule,
  OrderingModule,
  ProcurementModule,
  SettlementModule,
  ReportingModule,
]

/** Composes the libraries and gives each the part of the configuration it declares. */
@Global()
@Module({})
export class AppModule {
  static with(config: AppConfig, processName: string): DynamicModule {
    const settings: Provider[] = [
      { provide: AppConfig, useValue: config },
      { provide: PlatformConfig, useValue: config },
      { provide: DocumentsConfig, useValue: config },
      { provide: IdentityConfig, useValue: config },
      { provide: PaymentsConfig, useValue: config },
      { provide: CourierConfig, useValue: config },
      { provide: SettlementConfig, useValue: config },
      { provide: PreviewConfig, useValue: config },
    ]
    return {
      module: AppModule,
      imports: [databaseModule(`weibao-${processName}`), PlatformModule, ...libraries],
      providers: settings,
      exports: settings,
    }
  }
}
