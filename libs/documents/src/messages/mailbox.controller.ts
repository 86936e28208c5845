import { createHash } from 'node:crypto'
import { Controller, type OnModuleInit } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { mailboxRoutes } from '@weibao/contracts/mailbox'
import type { InputOf } from '@weibao/contracts/route'
import { Input, PlatformConfig, Serve } from '@weibao/platform'
import type { FastifyInstance } from 'fastify'
import { Mailbox } from './mailbox.js'
import { MAILBOX_STYLE, mailboxPage } from './mailbox-page.js'

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(MAILBOX_STYLE).digest('base64')}'; frame-ancestors 'none'`

/** The development mailbox: JSON under the API, and a page beside the storefront. */
@Controller()
export class MailboxController implements OnModuleInit {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly platform: PlatformConfig,
    private readonly adapters: HttpAdapterHost,
  ) {}

  /** The page is no part of the API, so it stands beside it; in production it is not there. */
  onModuleInit(): void {
    const instance = this.adapters.httpAdapter?.getInstance<Partial<FastifyInstance>>()
    if (this.platform.isProduction || !instance?.route) return
    instance.get?.('/mailbox', async (_, reply) => {
      const page = mailboxPage(await this.mailbox.latest(100))
      return reply
        .headers({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(page)
    })
  }

  @Serve(mailboxRoutes.list)
  async list(@Input() { query }: InputOf<typeof mailboxRoutes.list>) {
    return { items: await this.mailbox.latest(query.limit, query.recipient ?? null) }
  }
}
