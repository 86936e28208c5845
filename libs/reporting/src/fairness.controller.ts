import { Controller, Res, StreamableFile } from '@nestjs/common'
import { fairnessRoutes } from '@weibao/contracts/fairness'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders } from '@weibao/documents'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { FairnessExport } from './fairness-export.service.js'
import { FairnessLedgers } from './fairness-ledger.service.js'

type Of<Name extends keyof typeof fairnessRoutes> = InputOf<(typeof fairnessRoutes)[Name]>

@Controller()
export class FairnessController {
  constructor(
    private readonly ledgers: FairnessLedgers,
    private readonly sheets: FairnessExport,
  ) {}

  @Serve(fairnessRoutes.index)
  index() {
    return this.ledgers.publishedIndex()
  }

  @Serve(fairnessRoutes.ledger)
  ledger(@Input() { query }: Of<'ledger'>) {
    return this.ledgers.ledger(query)
  }

  @Serve(fairnessRoutes.rows)
  rows(@Input() { query: { limit, cursor, ...filter } }: Of<'rows'>) {
    return this.ledgers.rows(filter, { limit, cursor })
  }

  @Serve(fairnessRoutes.exportLedger)
  async exportLedger(
    @CurrentActor() actor: Actor,
    @Input() { query: { format, ...range } }: Of<'exportLedger'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.sheets.write(range, format, actor.locale)
    void reply.headers(downloadHeaders(sheet.name, sheet.type))
    return new StreamableFile(sheet.bytes, { type: sheet.type, length: sheet.bytes.length })
  }

  @Serve(fairnessRoutes.own)
  own(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'own'>) {
    return this.ledgers.own(actor, params.cooperativeId, query)
  }
}
