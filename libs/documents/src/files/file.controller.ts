import { Controller, Res, StreamableFile } from '@nestjs/common'
import { fileRoutes } from '@weibao/contracts/file'
import type { InputOf } from '@weibao/contracts/route'
import { CurrentActor, Input, Serve, type Actor } from '@weibao/platform'
import type { FastifyReply } from 'fastify'
import { downloadHeaders } from './file-download.js'
import { Files } from './file.service.js'

@Controller()
export class FileController {
  constructor(private readonly files: Files) {}

  @Serve(fileRoutes.download)
  async download(
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof fileRoutes.download>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, bytes } = await this.files.open(actor, params.id)
    void reply.headers(downloadHeaders(file.name, file.type))
    return new StreamableFile(bytes, { type: file.type, length: file.sizeBytes })
  }
}
