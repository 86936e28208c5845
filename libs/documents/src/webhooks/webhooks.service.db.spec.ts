import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { newId } from '@weibao/kernel'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DocumentsModule } from '../documents.module.js'
import { testDocumentsConfig } from '../testing/documents-config.js'
import { WebhookDesk } from './webhook-desk.service.js'
import { isSignedWebhook } from './webhook-signature.js'
import { MOST_FAILURES, Webhooks } from './webhooks.service.js'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

describe('Webhooks', () => {
  let world: World
  let webhooks: Webhooks
  let desk: WebhookDesk
  let server: Server
  let url: string
  let answer = 200
  const received: Received[] = []

  beforeAll(async () => {
    server = createServer(async (request, reply) => {
      received.push({ headers: request.headers, body: await text(request) })
      reply.writeHead(answer).end('ok')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
    world = await openWorld({ modules: [DocumentsModule], providers: [testDocumentsConfig()] })
    webhooks = world.get(Webhooks)
    desk = world.get(WebhookDesk)
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await world?.close()
  })
  beforeEach(() => {
    received.length = 0
    answer = 200
  })

  const withEndpoint = async () => {
    const organisationId = newId()
    const owner = makeActor({ role: 'owner', organisationId })
    const { endpoint, secret } = await desk.add(owner, organisationId, {
      url,
      kinds: ['order.paid'],
    })
    return { owner, organisationId, endpoint, secret }
  }
  const announce = (organisationId: string, kind: 'order.paid' | 'order.shipped' = 'order.paid') =>
    world.unitOfWork.run((tx) =>
      webhooks.announce(tx, organisationId, { kind, data: { number: 'SH-1' } }),
    )
  /** Makes what waits for a later attempt due at once. */
  const hurry = async () => {
    await world.sql(`update outbox set available_at = now() where state = 'waiting'`)
    await world.deliver()
  }
  const logOf = async ({ owner, endpoint }: Awaited<ReturnType<typeof withEndpoint>>) =>
    (await desk.deliveries(owner, endpoint.id, { limit: 20 })).items

  it('arrive signed, once for each endpoint that listens', async () => {
    const mine = await withEndpoint()
    await withEndpoint()
    await announce(mine.organisationId)
    await announce(mine.organisationId, 'order.shipped')
    await world.deliver()
    expect(received).toHaveLength(1)
    const { headers, body } = received[0]!
    const signature = String(headers['weibao-signature'])
    expect(isSignedWebhook({ secret: mine.secret, body, now: world.clock.now() }, signature)).toBe(
      true,
    )
    expect(JSON.parse(body)).toMatchObject({
      id: headers['weibao-event-id'],
      kind: 'order.paid',
      data: { number: 'SH-1' },
    })
    expect(await logOf(mine)).toMatchObject([
      { state: 'succeeded', attempts: 1, lastStatus: 200, lastError: null },
    ])
  })

  it('are not sent when the deciding transaction fails', async () => {
    const mine = await withEndpoint()
    await world.unitOfWork
      .run(async (tx) => {
        await webhooks.announce(tx, mine.organisationId, { kind: 'order.paid', data: {} })
        throw new Error('no')
      })
      .catch(() => undefined)
    await world.deliver()
    expect(received).toEqual([])
  })

  it('are tried again with the same id and body until they succeed', async () => {
    const mine = await withEndpoint()
    answer = 500
    await announce(mine.organisationId)
    await world.deliver()
    await world.deliver()
    expect(received).toHaveLength(1)
    await hurry()
    answer = 204
    await hurry()
    await hurry()
    expect(received).toHaveLength(3)
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
    expect(await logOf(mine)).toMatchObject([{ state: 'succeeded', attempts: 3, lastStatus: 204 }])
    expect((await desk.list(mine.owner, mine.organisationId)).items).toMatchObject([
      { failuresInARow: 0, state: 'active' },
    ])
  })

  it('fail after the last attempt, and can be sent again by hand', async () => {
    const mine = await withEndpoint()
    answer = 302
    await announce(mine.organisationId)
    for (let i = 0; i < 12; i++) await hurry()
    const [failed] = await logOf(mine)
    expect(failed).toMatchObject({ state: 'failed', attempts: 9, lastStatus: 302 })
    answer = 200
    await desk.resend(mine.owner, failed!.id)
    await world.deliver()
    expect(await logOf(mine)).toMatchObject([{ id: failed!.id, state: 'succeeded', attempts: 1 }])
    expect(new Set(received.map(({ body }) => body)).size).toBe(1)
    const shown = await desk.delivery(mine.owner, failed!.id)
    expect(shown.body).toBe(received[0]!.body)
    expect(shown.calls).toHaveLength(10)
    expect(shown.calls.at(-1)).toMatchObject({ status: 200, error: null, answer: 'ok' })
  })

  it('end for an endpoint that fails too often in a row, until its owner turns it on', async () => {
    const mine = await withEndpoint()
    answer = 410
    for (let i = 0; i < 6; i++) await announce(mine.organisationId)
    for (let i = 0; i < 12; i++) await hurry()
    const stateOf = async () => (await desk.list(mine.owner, mine.organisationId)).items[0]!
    expect((await stateOf()).state).toBe('disabled')
    const told = await world.sql(`select 1 from outbox where kind = 'webhook.disabled'`)
    expect(told.length).toBeLessThanOrEqual(1)
    expect(received.length).toBeLessThanOrEqual(MOST_FAILURES + 6)
    received.length = 0
    await announce(mine.organisationId)
    await world.deliver()
    expect(received).toEqual([])
    const changed = await desk.change(mine.owner, mine.endpoint.id, { state: 'active' })
    expect(changed).toMatchObject({ state: 'active', failuresInARow: 0 })
    answer = 200
    await announce(mine.organisationId)
    await world.deliver()
    expect(received).toHaveLength(1)
  })

  it('are sealed with a new secret after a rotation, and can be tried', async () => {
    const mine = await withEndpoint()
    const { secret } = await desk.rotate(mine.owner, mine.endpoint.id)
    await desk.try(mine.owner, mine.endpoint.id)
    await world.deliver()
    const { headers, body } = received[0]!
    const signature = String(headers['weibao-signature'])
    const now = world.clock.now()
    expect(isSignedWebhook({ secret, body, now }, signature)).toBe(true)
    // The receiver has a day to change over.
    expect(isSignedWebhook({ secret: mine.secret, body, now }, signature)).toBe(true)
    await world.sql(`update webhook_endpoints set previous_secret_until = now() - interval '1 hour'
      where id = '${mine.endpoint.id}'`)
    await desk.try(mine.owner, mine.endpoint.id)
    await world.deliver()
    const later = String(received[1]!.headers['weibao-signature'])
    const known = { body: received[1]!.body, now: world.clock.now() }
    expect(isSignedWebhook({ secret, ...known }, later)).toBe(true)
    expect(isSignedWebhook({ secret: mine.secret, ...known }, later)).toBe(false)
    const stored = await world.sql(
      `select 1 from webhook_endpoints where secret_sealed like '%whsec%'`,
    )
    expect(stored).toEqual([])
  })

  it('belong to their organisation: to others they do not exist', async () => {
    const mine = await withEndpoint()
    const clerk = makeActor({ role: 'clerk', organisationId: mine.organisationId })
    const stranger = makeActor({ role: 'owner', organisationId: newId() })
    const gone = { code: 'object.not-found' }
    for (const other of [clerk, stranger, makeActor()]) {
      await expect(desk.list(other, mine.organisationId)).rejects.toMatchObject(gone)
      await expect(desk.change(other, mine.endpoint.id, { state: 'paused' })).rejects.toMatchObject(
        gone,
      )
      await expect(desk.remove(other, mine.endpoint.id)).rejects.toMatchObject(gone)
      await expect(desk.rotate(other, mine.endpoint.id)).rejects.toMatchObject(gone)
      await expect(desk.try(other, mine.endpoint.id)).rejects.toMatchObject(gone)
      await expect(desk.deliveries(other, mine.endpoint.id, { limit: 1 })).rejects.toMatchObject(
        gone,
      )
    }
  })

  it('are at most ten for an organisation, however many are added at once', async () => {
    const organisationId = newId()
    const owner = makeActor({ role: 'owner', organisationId })
    const added = await Promise.allSettled(
      Array.from({ length: 14 }, () =>
        desk.add(owner, organisationId, { url, kinds: ['order.paid'] }),
      ),
    )
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect((await desk.list(owner, organisationId)).items).toHaveLength(10)
    await desk.remove(owner, (await desk.list(owner, organisationId)).items[0]!.id)
    expect((await desk.list(owner, organisationId)).items).toHaveLength(9)
  })
})
