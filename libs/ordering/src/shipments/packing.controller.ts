import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import { packingRoutes, shippingSheetRoutes } from '@weibao/contracts/packing'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders, readUpload } from '@weibao/documents'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PackingSlips } from './packing-slips.service.js'
import { PickLists } from './pick-lists.service.js'
import { ShippingSheet } from './shipping-sheet.service.js'

type Of<K extends keyof typeof shippingSheetRoutes> = InputOf<(typeof shippingSheetRoutes)[K]>

@Controller()
export class PackingController {
  constructor(
    private readonly picks: PickLists,
    private readonly slips: PackingSlips,
    private readonly sheet: ShippingSheet,
  ) {}

  @Serve(packingRoutes.pickList)
  pickList(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof packingRoutes.pickList>,
  ) {
    return this.picks.get(actor, params.cooperativeId)
  }

  @Serve(packingRoutes.slips)
  async makeSlips(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof packingRoutes.slips>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.slips.make(actor, params.cooperativeId, query)
    void reply.headers(downloadHeaders(name, 'application/pdf'))
    return new StreamableFile(bytes, { type: 'application/pdf', length: bytes.length })
  }

  @Serve(shippingSheetRoutes.template)
  async template(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'template'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.sheet.template(actor, params.cooperativeId, query)
    void reply.headers(downloadHeaders(`weibao-parcels.${file.extension}`, file.type))
    return Buffer.from(file.bytes)
  }

  @Serve(shippingSheetRoutes.check)
  async check(
    @CurrentActor() actor: Actor,
    @Input() { params }: Of<'check'>,
    @Req() request: FastifyRequest,
  ) {
    const { bytes } = await readUpload(request)
    return this.sheet.check(actor, params.cooperativeId, bytes)
  }

  @Serve(shippingSheetRoutes.import)
  async import(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: Of<'import'>,
    @Req() request: FastifyRequest,
  ) {
    const { bytes } = await readUpload(request)
    return this.sheet.import(actor, params.cooperativeId, bytes, query.fingerprint)
  }
}
