import { Controller } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { settingRoutes } from '@weibao/contracts/setting'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { SettingsDesk } from './settings-desk.service.js'

@Controller()
export class SettingController {
  constructor(private readonly desk: SettingsDesk) {}

  @Serve(settingRoutes.list)
  list(@Input() { query }: InputOf<typeof settingRoutes.list>) {
    return this.desk.list(query.day)
  }

  @Serve(settingRoutes.history)
  history(@Input() { params, query }: InputOf<typeof settingRoutes.history>) {
    return this.desk.history(params.key, query)
  }

  @Serve(settingRoutes.edit)
  edit(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof settingRoutes.edit>,
  ) {
    return this.desk.edit(actor, params.key, body)
  }
}
