import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { SettingsModule } from '@weibao/settings'
import { AdjustmentRepository } from './adjustment.repository.js'
import { Adjustments } from './adjustment.service.js'
import { PeriodRepository } from './period.repository.js'
import { Periods } from './period.service.js'
import { VolumeController } from './volume.controller.js'
import { Period, VolumeAdjustment, VolumeEntry } from './volume.entity.js'
import { VolumeRepository } from './volume.repository.js'
import { Volume } from './volume.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([VolumeEntry, VolumeAdjustment, Period]), SettingsModule],
  controllers: [VolumeController],
  providers: [
    Volume,
    Periods,
    Adjustments,
    VolumeRepository,
    PeriodRepository,
    AdjustmentRepository,
  ],
  exports: [Volume, Periods, Adjustments],
})
export class VolumeModule {}
