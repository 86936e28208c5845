import { Controller, Req, Res } from '@nestjs/common'
import { operationsRoutes } from '@weibao/contracts/operations'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Authenticator, type Actor } from './actor.js'
import { CurrentActor, Serve } from './contract.decorators.js'
import { Live } from './live.js'
import { currentContext } from './request-context.js'

/** Also how long a stream may outlive the right to it. */
const BEAT_MILLIS = 4000
const MAX_STREAMS = 2000

@Controller()
export class LiveController {
  private streams = 0

  constructor(
    private readonly live: Live,
    private readonly authenticator: Authenticator,
  ) {}

  @Serve(operationsRoutes.events)
  async follow(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { raw } = reply
    reply.hijack()
    if (this.streams >= MAX_STREAMS) {
      raw.writeHead(503, { 'Retry-After': '10' }).end()
      return
    }
    this.streams++
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
    })
    raw.write('retry: 3000\n\n')
    const topics = topicsOf(actor)
    const leave = await this.live.follow(topics, (signal) =>
      raw.write(`data: ${JSON.stringify(signal)}\n\n`),
    )
    const beat = setInterval(() => void this.beat(request, raw, topics), BEAT_MILLIS)
    raw.on('close', () => {
      this.streams--
      clearInterval(beat)
      leave()
    })
  }

  /** Keeps the connection open; ends it with the session, and when what it may follow has changed. */
  private async beat(
    request: FastifyRequest,
    raw: FastifyReply['raw'],
    topics: readonly string[],
  ): Promise<void> {
    const actor = await this.authenticator
      .authenticate({
        cookies: request.cookies,
        authorization: request.headers.authorization,
        locale: currentContext()?.locale ?? 'zh-CN',
      })
      .catch(() => null)
    if (actor && topicsOf(actor).join() === topics.join()) raw.write(': beat\n\n')
    else raw.end()
  }
}

function topicsOf(actor: Actor): string[] {
  return [
    `person:${actor.personId}`,
    ...actor.memberships.map((member) => `organisation:${member.organisationId}`),
  ]
}
