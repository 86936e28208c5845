import { Controller, Res } from '@nestjs/common'
import { roundRoutes } from '@weibao/contracts/round'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders } from '@weibao/documents'
import { CurrentActor, currentContext, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { MatchReads } from './match-reads.service.js'
import { RoundExport } from './round-export.service.js'
import { Rounds } from './rounds.service.js'

type Of<K extends keyof typeof roundRoutes> = InputOf<(typeof roundRoutes)[K]>

@Controller()
export class RoundController {
  constructor(
    private readonly rounds: Rounds,
    private readonly reads: MatchReads,
    private readonly sheets: RoundExport,
  ) {}

  @Serve(roundRoutes.list)
  list(@Input() { query }: Of<'list'>) {
    return this.rounds.list(query)
  }

  @Serve(roundRoutes.start)
  start(@CurrentActor() actor: Actor) {
    return this.rounds.start(actor)
  }

  @Serve(roundRoutes.get)
  get(@Input() { params }: Of<'get'>) {
    return this.rounds.get(params.id)
  }

  @Serve(roundRoutes.cancel)
  cancel(@CurrentActor() actor: Actor, @Input() { params }: Of<'cancel'>) {
    return this.rounds.cancel(actor, params.id)
  }

  @Serve(roundRoutes.replay)
  replay(@Input() { params }: Of<'replay'>) {
    return this.rounds.replay(params.id)
  }

  @Serve(roundRoutes.result)
  result(@Input() { params }: Of<'result'>) {
    return this.reads.result(params.id)
  }

  @Serve(roundRoutes.listAllocations)
  listAllocations(@Input() { params, query }: Of<'listAllocations'>) {
    return this.reads.allocations({ ...query, roundId: params.id }, query)
  }

  @Serve(roundRoutes.listTickets)
  listTickets(@Input() { params, query }: Of<'listTickets'>) {
    const filter = { ...query, isMissed: flagOf(query.isMissed) }
    return this.reads.tickets({ ...filter, roundId: params.id }, query)
  }

  @Serve(roundRoutes.getTicket)
  getTicket(@Input() { params }: Of<'getTicket'>) {
    return this.reads.ticket(params.id)
  }

  @Serve(roundRoutes.exportRows)
  async exportRows(
    @Input() { params, query }: Of<'exportRows'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const locale = currentContext()?.locale ?? 'zh-CN'
    const asked = { ...query, isMissed: flagOf(query.isMissed) }
    const { name, type, bytes } = await this.sheets.write(params.id, asked, locale)
    void reply.headers(downloadHeaders(name, type))
    return Buffer.from(bytes)
  }
}

const flagOf = (text: 'true' | 'false' | undefined) =>
  text === undefined ? undefined : text === 'true'
