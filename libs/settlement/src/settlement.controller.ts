import { Controller, Res, StreamableFile } from '@nestjs/common'
import type { InputOf } from '@weibao/contracts/route'
import { settlementRoutes } from '@weibao/contracts/settlement'
import { downloadHeaders } from '@weibao/documents'
import { CurrentActor, currentContext, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { EarningsSheet } from './earnings-sheet.service.js'
import { PayoutAccounts } from './payout-accounts.service.js'
import { Payouts } from './payouts.service.js'
import { Settlements } from './settlements.service.js'
import { Statements } from './statement.service.js'

type Of<K extends keyof typeof settlementRoutes> = InputOf<(typeof settlementRoutes)[K]>

@Controller()
export class SettlementController {
  constructor(
    private readonly settlements: Settlements,
    private readonly statements: Statements,
    private readonly accounts: PayoutAccounts,
    private readonly payouts: Payouts,
    private readonly earningsSheet: EarningsSheet,
  ) {}

  @Serve(settlementRoutes.listEarnings)
  listEarnings(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listEarnings'>) {
    return this.settlements.listEarnings(actor, params.cooperativeId, query)
  }

  @Serve(settlementRoutes.exportEarnings)
  async exportEarnings(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'exportEarnings'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.earningsSheet.make(actor, params.cooperativeId, query.format)
    void reply.headers(downloadHeaders(sheet.name, sheet.type))
    return new StreamableFile(sheet.bytes, { type: sheet.type, length: sheet.bytes.length })
  }

  @Serve(settlementRoutes.balance)
  balance(@CurrentActor() actor: Actor, @Input() { params }: Of<'balance'>) {
    return this.settlements.balance(actor, params.cooperativeId)
  }

  @Serve(settlementRoutes.listOwn)
  listOwn(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'listOwn'>) {
    return this.settlements.listOwn(actor, params.cooperativeId, query)
  }

  @Serve(settlementRoutes.statement)
  async statement(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'statement'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const locale = currentContext()?.locale ?? 'zh-CN'
    const { name, type, bytes } = await this.statements.make(actor, params.id, query.format, locale)
    void reply.headers(downloadHeaders(name, type))
    return Buffer.from(bytes)
  }

  @Serve(settlementRoutes.getPayoutAccount)
  getPayoutAccount(@CurrentActor() actor: Actor, @Input() { params }: Of<'getPayoutAccount'>) {
    return this.accounts.view(actor, params.cooperativeId)
  }

  @Serve(settlementRoutes.setPayoutAccount)
  setPayoutAccount(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: Of<'setPayoutAccount'>,
  ) {
    return this.accounts.set(actor, params.cooperativeId, body)
  }

  @Serve(settlementRoutes.listAll)
  listAll(@Input() { query }: Of<'listAll'>) {
    return this.settlements.list(query, { state: query.state, period: query.period })
  }

  @Serve(settlementRoutes.close)
  close(@CurrentActor() actor: Actor, @Input() { body }: Of<'close'>) {
    return this.settlements.close(actor, body.period)
  }

  @Serve(settlementRoutes.sendPayouts)
  sendPayouts(@CurrentActor() actor: Actor, @Input() { body }: Of<'sendPayouts'>) {
    return this.payouts.send(actor, body.settlementIds)
  }

  @Serve(settlementRoutes.confirmPayout)
  confirmPayout(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'confirmPayout'>) {
    return this.payouts.confirm(actor, params.id, body.bankReference)
  }

  @Serve(settlementRoutes.returnPayout)
  returnPayout(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'returnPayout'>) {
    return this.payouts.return(actor, params.id, body.reason)
  }
}
