import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { SettingsModule } from '@weibao/settings'
import { Period, VolumeAdjustment, VolumeEntry } from './volume.entity.js'
import { VolumeRepository } from './volume.repository.js'
import { Volume } from './volume.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([VolumeEntry, VolumeAdjustment, Period]), SettingsModule],
  providers: [Volume, VolumeRepository],
  exports: [Volume],
})
export class VolumeModule {}
