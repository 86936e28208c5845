import { Controller, Res, StreamableFile } from '@nestjs/common'
import { reportRoutes } from '@weibao/contracts/report'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders } from '@weibao/documents'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { SplitExport } from './split-export.service.js'
import { VolumeExport } from './volume-export.service.js'
import { VolumeReport } from './volume-report.service.js'

@Controller()
export class ReportController {
  constructor(
    private readonly report: VolumeReport,
    private readonly sheets: VolumeExport,
    private readonly splits: SplitExport,
  ) {}

  @Serve(reportRoutes.overview)
  overview(@Input() { query }: InputOf<typeof reportRoutes.overview>) {
    return this.report.overview(query)
  }

  @Serve(reportRoutes.breakdown)
  breakdown(@Input() { query: { by, ...filter } }: InputOf<typeof reportRoutes.breakdown>) {
    return this.report.breakdown(by, filter)
  }

  @Serve(reportRoutes.exportBreakdown)
  async exportBreakdown(
    @CurrentActor() actor: Actor,
    @Input() { query: { by, format, ...filter } }: InputOf<typeof reportRoutes.exportBreakdown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.splits.write(actor, by, filter, format)
    void reply.headers(downloadHeaders(sheet.name, sheet.type))
    return new StreamableFile(sheet.bytes, { type: sheet.type, length: sheet.bytes.length })
  }

  @Serve(reportRoutes.rows)
  rows(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof reportRoutes.rows>) {
    return this.report.rows(actor, query)
  }

  @Serve(reportRoutes.mismatches)
  mismatches(@Input() { query }: InputOf<typeof reportRoutes.mismatches>) {
    return this.report.mismatches(query.month)
  }

  @Serve(reportRoutes.exportRows)
  async exportRows(
    @CurrentActor() actor: Actor,
    @Input() { query: { format, ...filter } }: InputOf<typeof reportRoutes.exportRows>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sheet = await this.sheets.write(actor, filter, format)
    void reply.headers(downloadHeaders(sheet.name, sheet.type))
    return new StreamableFile(sheet.bytes, { type: sheet.type, length: sheet.bytes.length })
  }
}
