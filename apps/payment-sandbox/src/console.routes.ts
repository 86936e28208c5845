import type { FastifyInstance } from 'fastify'
import type { Sandbox } from './sandbox.js'
import type { WebhookDispatcher } from './webhook-dispatcher.js'

export interface ConsoleParts {
  readonly box: Sandbox
  readonly webhooks: WebhookDispatcher
  readonly wake: () => void
}

export function registerConsole(app: FastifyInstance, parts: ConsoleParts): void {
  void app
  void parts
}
