import { Controller } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { webhookRoutes } from '@weibao/contracts/webhook'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import { WebhookDesk } from './webhook-desk.service.js'

@Controller()
export class WebhookController {
  constructor(private readonly desk: WebhookDesk) {}

  @Serve(webhookRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof webhookRoutes.list>) {
    return this.desk.list(actor, params.organisationId)
  }

  @Serve(webhookRoutes.add)
  add(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof webhookRoutes.add>) {
    return this.desk.add(actor, params.organisationId, body)
  }

  @Serve(webhookRoutes.change)
  change(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof webhookRoutes.change>,
  ) {
    return this.desk.change(actor, params.id, body)
  }

  @Serve(webhookRoutes.remove)
  remove(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof webhookRoutes.remove>) {
    return this.desk.remove(actor, params.id)
  }

  @Serve(webhookRoutes.rotate)
  rotate(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof webhookRoutes.rotate>) {
    return this.desk.rotate(actor, params.id)
  }

  @Serve(webhookRoutes.try)
  try(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof webhookRoutes.try>) {
    return this.desk.try(actor, params.id)
  }

  @Serve(webhookRoutes.deliveries)
  deliveries(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof webhookRoutes.deliveries>,
  ) {
    return this.desk.deliveries(actor, params.id, query)
  }

  @Serve(webhookRoutes.delivery)
  delivery(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof webhookRoutes.delivery>,
  ) {
    return this.desk.delivery(actor, params.id)
  }

  @Serve(webhookRoutes.resend)
  resend(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof webhookRoutes.resend>) {
    return this.desk.resend(actor, params.id)
  }
}
