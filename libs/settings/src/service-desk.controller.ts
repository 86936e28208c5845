import { Controller } from '@nestjs/common'
import type { ServiceDesk } from '@weibao/contracts/service-desk'
import { serviceDeskRoutes } from '@weibao/contracts/service-desk'
import { Clock, localDay } from '@weibao/kernel'
import { Serve, UnitOfWork } from '@weibao/platform'
import { Settings } from './settings.service.js'

@Controller()
export class ServiceDeskController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Serve(serviceDeskRoutes.get)
  async get(): Promise<ServiceDesk> {
    const { reader } = this.unitOfWork
    const day = localDay(this.clock.now())
    const contact = await this.settings.get(reader, 'platform.service-contact', day)
    return {
      phone: contact.phone,
      email: contact.email,
      hours: { zh: contact.hoursZh, en: contact.hoursEn },
      address: { zh: contact.addressZh, en: contact.addressEn },
      holdMinutes: await this.settings.get(reader, 'ordering.hold-minutes', day),
      autoAcceptDays: await this.settings.get(reader, 'ordering.auto-accept-days', day),
      returnDays: await this.settings.get(reader, 'ordering.return-days', day),
      claimDays: await this.settings.get(reader, 'after-sale.claim-days', day),
      answerHours: await this.settings.get(reader, 'after-sale.answer-hours', day),
    }
  }
}
