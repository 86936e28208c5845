import { Controller, Req, Res } from '@nestjs/common'
import { cartRoutes } from '@weibao/contracts/cart'
import type { InputOf } from '@weibao/contracts/route'
import { Input, PlatformConfig, Serve, Visitor, type Actor } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CartService } from './cart.service.js'
import { becomeShopper, findShopper, guestKeyOf } from './shopper.js'

@Controller()
export class CartController {
  constructor(
    private readonly carts: CartService,
    private readonly config: PlatformConfig,
  ) {}

  @Serve(cartRoutes.get)
  async get(@Visitor() visitor: Actor | null, @Req() request: FastifyRequest) {
    const guestKey = guestKeyOf(request)
    if (visitor && guestKey) await this.carts.adopt(guestKey, visitor.personId)
    return this.carts.view(findShopper(visitor, request))
  }

  @Serve(cartRoutes.setLine)
  setLine(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { params, body }: InputOf<typeof cartRoutes.setLine>,
  ) {
    return this.carts.setLine(this.become(visitor, request, reply), { ...params, ...body })
  }

  @Serve(cartRoutes.removeLine)
  removeLine(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: InputOf<typeof cartRoutes.removeLine>,
  ) {
    return this.carts.remove(findShopper(visitor, request), { lines: [params] })
  }

  @Serve(cartRoutes.setBundle)
  setBundle(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { params, body }: InputOf<typeof cartRoutes.setBundle>,
  ) {
    return this.carts.setBundle(this.become(visitor, request, reply), { ...params, ...body })
  }

  @Serve(cartRoutes.removeBundle)
  removeBundle(
    @Visitor() visitor: Actor | null,
    @Req() request: FastifyRequest,
    @Input() { params }: InputOf<typeof cartRoutes.removeBundle>,
  ) {
    return this.carts.remove(findShopper(visitor, request), { bundles: [params] })
  }

  private become(visitor: Actor | null, request: FastifyRequest, reply: FastifyReply) {
    return becomeShopper(visitor, request, reply, this.config.publicOrigin.startsWith('https:'))
  }
}
