import { Module } from '@nestjs/common'
import { LedgerModule } from '@weibao/ledger'
import { SettingsModule } from '@weibao/settings'
import { Baskets } from './baskets.service.js'
import { FairnessController } from './fairness.controller.js'
import { FairnessExport } from './fairness-export.service.js'
import { FairnessLedgers } from './fairness-ledger.service.js'
import { FairnessRepository } from './fairness.repository.js'
import { LedgerExportController } from './ledger-export.controller.js'
import { LedgerExport } from './ledger-export.service.js'
import { QuotaCockpitController } from './quota-cockpit.controller.js'
import { QuotaCockpitRepository } from './quota-cockpit.repository.js'
import { QuotaCockpits } from './quota-cockpit.service.js'
import { ReportController } from './report.controller.js'
import { SplitExport } from './split-export.service.js'
import { VolumeExport } from './volume-export.service.js'
import { VolumeReportRepository } from './volume-report.repository.js'
import { VolumeReport } from './volume-report.service.js'

@Module({
  imports: [SettingsModule, LedgerModule],
  controllers: [
    ReportController,
    QuotaCockpitController,
    FairnessController,
    LedgerExportController,
  ],
  providers: [
    VolumeReport,
    SplitExport,
    VolumeExport,
    VolumeReportRepository,
    QuotaCockpits,
    QuotaCockpitRepository,
    Baskets,
    FairnessLedgers,
    FairnessExport,
    FairnessRepository,
    LedgerExport,
  ],
})
export class ReportingModule {}
