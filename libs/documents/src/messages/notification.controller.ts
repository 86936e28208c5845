import { Controller } from '@nestjs/common'
import { notificationRoutes } from '@weibao/contracts/notification'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { NotificationDesk } from './notification-desk.service.js'

@Controller()
export class NotificationController {
  constructor(private readonly desk: NotificationDesk) {}

  @Serve(notificationRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof notificationRoutes.list>) {
    return this.desk.list(actor, query)
  }

  @Serve(notificationRoutes.unreadCount)
  countUnread(@CurrentActor() actor: Actor) {
    return this.desk.countUnread(actor)
  }

  @Serve(notificationRoutes.read)
  read(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof notificationRoutes.read>) {
    return this.desk.read(actor, params.id)
  }

  @Serve(notificationRoutes.readAll)
  readAll(@CurrentActor() actor: Actor) {
    return this.desk.readAll(actor)
  }

  @Serve(notificationRoutes.preferences)
  preferences(@CurrentActor() actor: Actor) {
    return this.desk.preferences(actor)
  }

  @Serve(notificationRoutes.setPreferences)
  setPreferences(
    @CurrentActor() actor: Actor,
    @Input() { body }: InputOf<typeof notificationRoutes.setPreferences>,
  ) {
    return this.desk.setPreferences(actor, body.items)
  }
}
