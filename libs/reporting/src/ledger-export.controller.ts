import { Controller, Res, StreamableFile } from '@nestjs/common'
import { ledgerRoutes } from '@weibao/contracts/ledger'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders } from '@weibao/documents'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { LedgerExport } from './ledger-export.service.js'

type Of<Name extends keyof typeof ledgerRoutes> = InputOf<(typeof ledgerRoutes)[Name]>

@Controller()
export class LedgerExportController {
  constructor(private readonly sheets: LedgerExport) {}

  @Serve(ledgerRoutes.exportAccounts)
  async accounts(
    @CurrentActor() actor: Actor,
    @Input() { query: { period, format } }: Of<'exportAccounts'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.sheets.accounts(period, format, actor.locale)
    void reply.headers(downloadHeaders(sheet.name, sheet.type))
    return new StreamableFile(sheet.bytes, { type: sheet.type, length: sheet.bytes.length })
  }

  @Serve(ledgerRoutes.exportEntries)
  async entries(
    @CurrentActor() actor: Actor,
    @Input() { query: { format, ...filter } }: Of<'exportEntries'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.sheets.entries(filter, format, actor.locale)
    void reply.headers(downloadHeaders(sheet.name, sheet.type))
    return new StreamableFile(sheet.bytes, { type: sheet.type, length: sheet.bytes.length })
  }
}
