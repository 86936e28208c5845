import { Controller, Res, StreamableFile } from '@nestjs/common'
import { procurementRoutes } from '@weibao/contracts/procurement'
import type { InputOf } from '@weibao/contracts/route'
import { downloadHeaders } from '@weibao/documents'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { OrderReads } from '../order.reads.js'
import { Procurement } from './procurement.service.js'
import { PurchaseContracts } from './purchase-contracts.service.js'

type Of<K extends keyof typeof procurementRoutes> = InputOf<(typeof procurementRoutes)[K]>

@Controller()
export class ProcurementController {
  constructor(
    private readonly procurement: Procurement,
    private readonly reads: OrderReads,
    private readonly contracts: PurchaseContracts,
  ) {}

  @Serve(procurementRoutes.place)
  place(@CurrentActor() actor: Actor, @Input() { params, body }: Of<'place'>) {
    return this.procurement.place(actor, params.buyerId, body)
  }

  @Serve(procurementRoutes.contract)
  async contract(
    @CurrentActor() actor: Actor,
    @Input() { params }: Of<'contract'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.contracts.make(actor, params.id)
    void reply.headers(downloadHeaders(name, 'application/pdf'))
    return new StreamableFile(bytes, { type: 'application/pdf', length: bytes.length })
  }

  @Serve(procurementRoutes.list)
  list(@CurrentActor() actor: Actor, @Input() { params, query }: Of<'list'>) {
    return this.reads.listOfBuyer(actor, params.buyerId, query)
  }
}
