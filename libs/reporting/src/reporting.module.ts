import { Module } from '@nestjs/common'
import { SettingsModule } from '@weibao/settings'
import { Baskets } from './baskets.service.js'
import { QuotaCockpitController } from './quota-cockpit.controller.js'
import { QuotaCockpitRepository } from './quota-cockpit.repository.js'
import { QuotaCockpits } from './quota-cockpit.service.js'
import { ReportController } from './report.controller.js'
import { VolumeExport } from './volume-export.service.js'
import { VolumeReportRepository } from './volume-report.repository.js'
import { VolumeReport } from './volume-report.service.js'

@Module({
  imports: [SettingsModule],
  controllers: [ReportController, QuotaCockpitController],
  providers: [
    VolumeReport,
    VolumeExport,
    VolumeReportRepository,
    QuotaCockpits,
    QuotaCockpitRepository,
    Baskets,
  ],
})
export class ReportingModule {}
