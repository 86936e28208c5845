import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { SystemClock, type Clock } from '@weibao/kernel'
import { registerApi } from './api.routes.js'
import type { Config } from './config.js'
import { registerConsole } from './console.routes.js'
import { registerHostedPages } from './hosted.routes.js'
import { ANSWER_LIFE_MS, Idempotency } from './idempotency.js'
import { Sandbox } from './sandbox.js'
import { Schedule } from './schedule.js'
import { Store } from './store.js'
import { WebhookDispatcher } from './webhook-dispatcher.js'

const BODY_LIMIT = 1_048_576
const FORGET_EVERY_MS = 600_000

export interface RunningSandbox {
  readonly url: string
  /** Looks at the clock again, after a test moved it. */
  wake(): void
  close(): Promise<void>
}

/** Starts everything on 127.0.0.1; what was scheduled or undelivered before goes on. */
export async function startSandbox(
  config: Config,
  clock: Clock = new SystemClock(),
): Promise<RunningSandbox> {
  const store = new Store(config.dataFolder)
  const box = new Sandbox(store, clock, config.settings, config.webhookUrls)
  const webhooks = new WebhookDispatcher(box, config.webhookSecrets)
  const schedule = new Schedule(box)
  const idempotency = new Idempotency(store)
  const wake = () => {
    schedule.wake()
    webhooks.wake()
  }

  const app = newApp()
  registerApi(app, { box, webhooks, idempotency, secretKey: config.secretKey })
  registerHostedPages(app, box)
  registerConsole(app, { box, webhooks, wake })
  await app.listen({ host: '127.0.0.1', port: config.port })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  const url = `http://127.0.0.1:${port}`
  box.publicUrl = config.publicUrl ?? url
  webhooks.start()
  schedule.start()
  const forget = () => store.run(() => idempotency.forgetBefore(box.now() - ANSWER_LIFE_MS))
  forget()
  const forgetting = setInterval(forget, FORGET_EVERY_MS)

  return {
    url,
    wake,
    async close() {
      clearInterval(forgetting)
      schedule.stop()
      await app.close()
      await webhooks.stop()
      store.close()
    },
  }
}

function newApp(): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 255 },
  })
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string | Buffer) => body.toString(),
  )
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) console.error(`${request.method} ${request.url}`, error)
    const type = status >= 500 ? 'api_error' : 'invalid_request_error'
    return reply.code(status).send({ error: { type, message: error.message } })
  })
  return app
}
