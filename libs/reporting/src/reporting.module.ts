import { Module } from '@nestjs/common'
import { SettingsModule } from '@weibao/settings'
import { ReportController } from './report.controller.js'
import { VolumeExport } from './volume-export.service.js'
import { VolumeReportRepository } from './volume-report.repository.js'
import { VolumeReport } from './volume-report.service.js'

@Module({
  imports: [SettingsModule],
  controllers: [ReportController],
  providers: [VolumeReport, VolumeExport, VolumeReportRepository],
})
export class ReportingModule {}
