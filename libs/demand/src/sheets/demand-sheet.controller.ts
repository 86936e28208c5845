import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import { DEMAND_SHEET_LIMITS, demandSheetRoutes } from '@weibao/contracts/demand-sheet'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders, readUpload } from '@weibao/documents'
import { Actor, currentContext, CurrentActor, Input, Serve } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DemandSheets } from './demand-sheets.service.js'

type Of<K extends keyof typeof demandSheetRoutes> = InputOf<(typeof demandSheetRoutes)[K]>

const upload = async (request: FastifyRequest) =>
  (await readUpload(request, DEMAND_SHEET_LIMITS.bytes)).bytes
const locale = () => currentContext()?.locale ?? 'zh-CN'

@Controller()
export class DemandSheetController {
  constructor(private readonly sheets: DemandSheets) {}

  @Serve(demandSheetRoutes.template)
  async template(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'template'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(
      reply,
      await this.sheets.template(actor, params.buyerId, query.format, locale()),
    )
  }

  @Serve(demandSheetRoutes.check)
  async check(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'check'>,
  ) {
    return this.sheets.check(actor, params.buyerId, await upload(request), locale())
  }

  @Serve(demandSheetRoutes.marked)
  async marked(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Input() { params }: Of<'marked'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const bytes = await upload(request)
    return download(reply, await this.sheets.mark(actor, params.buyerId, bytes, locale()))
  }

  @Serve(demandSheetRoutes.import)
  async import(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Input() { params, query }: Of<'import'>,
  ) {
    return this.sheets.import(actor, params.buyerId, await upload(request), query.digest)
  }
}

function download(
  reply: FastifyReply,
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
): StreamableFile {
  void reply.headers(downloadHeaders(name, type))
  return new StreamableFile(bytes, { type, length: bytes.length })
}
