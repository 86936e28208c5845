import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import { pictureRoutes, type PictureVariant } from '@weibao/contracts/picture'
import type { InputOf } from '@weibao/contracts/route'
import { readUpload } from '@weibao/documents'
import { Actor, CurrentActor, Input, Serve } from '@weibao/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Pictures } from './pictures.service.js'

const ID_LENGTH = 36

@Controller()
export class PictureController {
  constructor(private readonly pictures: Pictures) {}

  @Serve(pictureRoutes.serve)
  async serve(
    @Input() { params }: InputOf<typeof pictureRoutes.serve>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const id = params.name.slice(0, ID_LENGTH)
    const variant = params.name.slice(ID_LENGTH + 1, -'.webp'.length) as PictureVariant
    const { bytes, sizeBytes } = await this.pictures.open(id, variant)
    void reply.headers(headersOf('public, max-age=31536000, immutable'))
    return new StreamableFile(bytes, { type: 'image/webp', length: sizeBytes })
  }

  @Serve(pictureRoutes.serveFirst)
  async serveFirst(
    @Input() { params }: InputOf<typeof pictureRoutes.serveFirst>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { bytes, sizeBytes } = await this.pictures.openFirst(params.slug, params.variant)
    void reply.headers(headersOf('public, max-age=300'))
    return new StreamableFile(bytes, { type: 'image/webp', length: sizeBytes })
  }

  @Serve(pictureRoutes.add)
  async add(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof pictureRoutes.add>,
    @Req() request: FastifyRequest,
  ) {
    const { bytes } = await readUpload(request)
    return this.pictures.add(actor, params.cooperativeId, params.id, bytes)
  }

  @Serve(pictureRoutes.arrange)
  arrange(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof pictureRoutes.arrange>,
  ) {
    return this.pictures.arrange(actor, params.cooperativeId, params.id, body.pictures)
  }
}

function headersOf(cacheControl: string) {
  return {
    'Cache-Control': cacheControl,
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': 'inline',
  }
}
