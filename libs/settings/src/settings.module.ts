import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { FreightQuotes } from './freight-quotes.service.js'
import { ServiceDeskController } from './service-desk.controller.js'
import { SettingController } from './setting.controller.js'
import { Setting } from './setting.entity.js'
import { SettingRepository } from './setting.repository.js'
import { SettingsDesk } from './settings-desk.service.js'
import { Settings } from './settings.service.js'

@Module({
  imports: [TypeOrmModule.forFeature([Setting])],
  controllers: [ServiceDeskController, SettingController],
  providers: [Settings, SettingsDesk, SettingRepository, FreightQuotes],
  exports: [Settings, SettingsDesk, FreightQuotes],
})
export class SettingsModule {}
