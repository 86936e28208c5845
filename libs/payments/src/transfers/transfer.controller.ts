import { Controller, Res } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { transferRoutes } from '@weibao/contracts/transfer-routes'
import { downloadHeaders } from '@weibao/documents'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { TransferConfirmation } from './transfer-confirmation.service.js'
import { TransferDesk } from './transfer-desk.service.js'
import { TransferReads } from './transfer.reads.js'
import { TransferReturns } from './transfer-returns.service.js'

type Of<K extends keyof typeof transferRoutes> = InputOf<(typeof transferRoutes)[K]>

@Controller()
export class TransferController {
  constructor(
    private readonly desk: TransferDesk,
    private readonly confirmation: TransferConfirmation,
    private readonly returns: TransferReturns,
    private readonly reads: TransferReads,
  ) {}

  @Serve(transferRoutes.list)
  list(@Input() { query }: Of<'list'>) {
    return this.reads.list(query)
  }

  @Serve(transferRoutes.export)
  async export(
    @CurrentActor() actor: Actor,
    @Input() { query }: Of<'export'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { name, type, bytes } = await this.reads.export(query, actor.locale)
    void reply.headers(downloadHeaders(name, type))
    return Buffer.from(bytes)
  }

  @Serve(transferRoutes.suggest)
  suggest(@Input() { query }: Of<'suggest'>) {
    return this.reads.suggest(query)
  }

  @Serve(transferRoutes.get)
  get(@Input() { params }: Of<'get'>) {
    return this.reads.get(params.id)
  }

  @Serve(transferRoutes.record)
  record(@CurrentActor() actor: Actor, @Input() { body }: Of<'record'>) {
    return this.desk.record(actor, body)
  }

  @Serve(transferRoutes.assign)
  assign(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'assign'>) {
    return this.desk.assign(actor, params.id, body)
  }

  @Serve(transferRoutes.unassign)
  unassign(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'unassign'>) {
    return this.desk.unassign(actor, params.id, params.assignmentId, body.reason)
  }

  @Serve(transferRoutes.confirm)
  confirm(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'confirm'>) {
    return this.confirmation.confirm(actor, params.id, body.assignmentIds)
  }

  @Serve(transferRoutes.withdraw)
  withdraw(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'withdraw'>) {
    return this.desk.withdraw(actor, params.id, body.reason)
  }

  @Serve(transferRoutes.proposeReversal)
  proposeReversal(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'proposeReversal'>) {
    return this.desk.proposeReversal(actor, params.id, body.reason)
  }

  @Serve(transferRoutes.decideReversal)
  decideReversal(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'decideReversal'>) {
    return this.confirmation.decideReversal(actor, params.id, body.isApproved)
  }

  @Serve(transferRoutes.requestReturn)
  requestReturn(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'requestReturn'>) {
    return this.returns.request(actor, params.id, body)
  }

  @Serve(transferRoutes.listReturns)
  listReturns(@Input() { query }: Of<'listReturns'>) {
    return this.reads.listReturns(query)
  }

  @Serve(transferRoutes.makeReturnFile)
  makeReturnFile(@CurrentActor() actor: Actor, @Input() { body }: Of<'makeReturnFile'>) {
    return this.returns.makeFile(actor, body.returnIds)
  }

  @Serve(transferRoutes.confirmReturn)
  confirmReturn(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'confirmReturn'>) {
    return this.returns.confirm(actor, params.id, body.bankReference)
  }

  @Serve(transferRoutes.bounceReturn)
  bounceReturn(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'bounceReturn'>) {
    return this.returns.bounce(actor, params.id, body.reason)
  }

  @Serve(transferRoutes.cancelReturn)
  cancelReturn(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'cancelReturn'>) {
    return this.returns.cancel(actor, params.id, body.reason)
  }
}
