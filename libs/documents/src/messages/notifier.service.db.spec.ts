import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { newId } from '@weibao/kernel'
import { UnitOfWork } from '@weibao/platform'
import { makeActor, openWorld, type World } from '@weibao/platform/testing'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentsModule } from '../documents.module.js'
import { testDocumentsConfig } from '../testing/documents-config.js'
import { Contacts, type Contact } from './contacts.js'
import { Mailbox } from './mailbox.js'
import { MessageSender } from './message-sender.service.js'
import { NotificationDesk } from './notification-desk.service.js'
import { Notifier } from './notifier.service.js'

const person = makeActor()
const contact: Contact = { locale: 'zh-CN', email: 'he@example.cn', mobile: '13800138000' }
const order = { orderId: newId(), orderNumber: 'SH-202611-000001' }
const FIRST_PAGE = { limit: 20, state: 'all' } as const

describe('Telling people', () => {
  let world: World
  let notifier: Notifier
  let desk: NotificationDesk
  let mailbox: Mailbox
  beforeAll(async () => {
    world = await openWorld({ modules: [DocumentsModule], providers: [testDocumentsConfig()] })
    notifier = world.get(Notifier)
    desk = world.get(NotificationDesk)
    mailbox = world.get(Mailbox)
    world
      .get<Contacts>(Contacts)
      .answerBy(async (_, id) => (id === person.personId ? contact : null))
  })
  afterAll(() => world?.close())

  const notifyShipped = (personId = person.personId) =>
    world.unitOfWork.run((tx) =>
      notifier.notify(tx, {
        personId,
        kind: 'order-shipped',
        params: { ...order, carrier: '示范快递', trackingNumber: 'SF1' },
      }),
    )
  const latest = async () =>
    (await mailbox.latest(100)).map(({ channel, subject }) => `${channel} ${subject}`)

  it('writes on the site and by mail after the commit, and is read once', async () => {
    const id = await notifyShipped()
    expect(await mailbox.latest(10)).toEqual([])
    await world.deliver()
    expect(await latest()).toEqual(['mail 订单 SH-202611-000001 已发货'])

    expect(await desk.countUnread(person)).toEqual({ count: 1 })
    const { items } = await desk.list(person, FIRST_PAGE)
    expect(items).toMatchObject([
      { id, title: '订单 SH-202611-000001 已发货', path: `/orders/${order.orderId}`, readAt: null },
    ])
    const read = await desk.read(person, id)
    world.clock.advance(60_000)
    expect((await desk.read(person, id)).readAt).toBe(read.readAt)
    expect(await desk.countUnread(person)).toEqual({ count: 0 })
  })

  it('says nothing when the deciding transaction fails', async () => {
    const before = await latest()
    await expect(
      world.unitOfWork.run(async (tx) => {
        await notifier.notify(tx, {
          personId: person.personId,
          kind: 'order-cancelled',
          params: order,
        })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await world.deliver()
    expect(await latest()).toEqual(before)
    expect(await desk.countUnread(person)).toEqual({ count: 0 })
  })

  it('keeps to what the person chose, but for their security', async () => {
    await desk.setPreferences(person, [
      { group: 'orders', mail: false, sms: true },
      { group: 'account', mail: false, sms: false },
    ])
    expect((await desk.preferences(person)).items).toContainEqual({
      group: 'programme',
      mail: true,
      sms: false,
    })
    const before = (await latest()).length
    await notifyShipped()
    await world.unitOfWork.run((tx) =>
      notifier.notify(tx, {
        personId: person.personId,
        kind: 'password-changed',
        params: { at: '2026-11-25T00:00:00Z' },
      }),
    )
    await world.deliver()
    expect((await latest()).slice(0, -before).sort()).toEqual(['mail 密码已修改', 'sms null'])
  })

  it('shows nobody the notifications of another', async () => {
    const stranger = makeActor()
    const id = await notifyShipped()
    expect((await desk.list(stranger, FIRST_PAGE)).items).toEqual([])
    await expect(desk.read(stranger, id)).rejects.toMatchObject({ code: 'object.not-found' })
    expect(await desk.readAll(stranger)).toEqual({ count: 0 })
    expect(await desk.readAll(person)).toEqual({ count: 3 })
  })

  it('pages through many, newest first', async () => {
    const other = makeActor()
    const ids = []
    for (let i = 0; i < 5; i++) ids.push(await notifyShipped(other.personId))
    const first = await desk.list(other, { limit: 3, state: 'all' })
    const second = await desk.list(other, { limit: 3, state: 'all', cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.reverse())
    expect(second.nextCursor).toBeNull()
  })

  it('forgets a code once it is sent, and sends it once however often it is handed over', async () => {
    await world.unitOfWork.run((tx) =>
      notifier.send(tx, {
        channel: 'sms',
        recipient: '13900139000',
        locale: 'zh-CN',
        kind: 'verification-code',
        params: { code: '730914', minutes: 10 },
      }),
    )
    const [waiting] = await world.sql<{ id: string }>(
      `select id from outgoing_messages where kind = 'verification-code'`,
    )
    await world.deliver()
    await world.get<MessageSender>(MessageSender).deliver(waiting!.id)
    const received = await mailbox.latest(100, '13900139000')
    expect(received.map(({ body }) => body)).toEqual([
      '【维宝】验证码 730914，10 分钟内有效。请勿转告他人。',
    ])
    const left = await world.sql(`select 1 from outgoing_messages where params::text like '%730914%'
      union all select 1 from outbox where payload::text like '%730914%'`)
    expect(left).toEqual([])
  })

  it('forgets a person altogether', async () => {
    await notifyShipped()
    await world.deliver()
    const told = await notifier.exportOf(world.unitOfWork.reader, person.personId)
    expect(JSON.stringify(told)).toContain(order.orderId)
    await world.unitOfWork.run((tx) =>
      notifier.erase(tx, person.personId, [contact.email!, contact.mobile!]),
    )
    expect(await notifier.exportOf(world.unitOfWork.reader, person.personId)).toEqual({
      notifications: [],
      preferences: [],
    })
    expect(await mailbox.latest(100, contact.email)).toEqual([])
  })

  it('gives up on what is no address, and says so', async () => {
    await world.unitOfWork.run((tx) =>
      notifier.send(tx, {
        channel: 'mail',
        recipient: 'a@b.cn\r\nBcc: c@d.cn',
        locale: 'en',
        kind: 'verification-code',
        params: { code: '111111', minutes: 10 },
      }),
    )
    await world.deliver()
    expect(
      await world.sql(
        `select failure, params, sent_at from outgoing_messages where failure is not null`,
      ),
    ).toEqual([{ failure: 'not an address', params: null, sent_at: null }])
  })
})

describe('SMS by a gateway', () => {
  it('goes as JSON with credentials in a header, and is tried again when the gateway fails', async () => {
    const requests: { authorization: string | undefined; body: unknown }[] = []
    let status = 503
    const server = createServer(async (request, reply) => {
      requests.push({ authorization: request.headers.authorization, body: await json(request) })
      reply.writeHead(status).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const smsUrl = `http://key:s%20x@127.0.0.1:${port}/sms`
    const world = await openWorld({
      modules: [DocumentsModule],
      providers: [testDocumentsConfig({ smsUrl })],
    })
    try {
      await world.unitOfWork.run((tx) =>
        world.get<Notifier>(Notifier).send(tx, {
          channel: 'sms',
          recipient: '13800138000',
          locale: 'zh-CN',
          kind: 'verification-code',
          params: { code: '204816', minutes: 10 },
        }),
      )
      await world.deliver()
      status = 200
      await world.sql('update outbox set available_at = now()')
      await world.deliver()
      expect(requests).toHaveLength(2)
      expect(requests[1]).toEqual(requests[0])
      expect(requests[0]).toMatchObject({
        authorization: `Basic ${Buffer.from('key:s x').toString('base64')}`,
        body: { to: '13800138000', text: expect.stringContaining('204816') },
      })
    } finally {
      await world.close()
      server.closeAllConnections()
      server.close()
    }
  })
})

describe('Mail by SMTP', () => {
  it('reaches one recipient only, with one header a line, whatever the names hold', async () => {
    const received: { to: string[]; text: string }[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          received.push({ to, text: Buffer.concat(chunks).toString() })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as AddressInfo
    const world = await openWorld({
      modules: [DocumentsModule],
      providers: [testDocumentsConfig({ mailUrl: `smtp://127.0.0.1:${port}` })],
    })
    try {
      await world.get<UnitOfWork>(UnitOfWork).run((tx) =>
        world.get<Notifier>(Notifier).send(tx, {
          channel: 'mail',
          recipient: 'zhang@example.cn',
          locale: 'zh-CN',
          kind: 'invitation',
          params: {
            organisation: '甲\r\nBcc: evil@example.cn',
            inviter: '乙',
            path: '/i/1',
            days: 7,
          },
        }),
      )
      await world.deliver()
      expect(received.map(({ to }) => to)).toEqual([['zhang@example.cn']])
      const headers = received[0]!.text.split('\r\n\r\n')[0]!
      expect(headers).not.toMatch(/^bcc:/im)
      expect(headers).toMatch(/^Message-ID: <[0-9a-f-]{36}@localhost>$/im)
      expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m)
    } finally {
      await world.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    }
  })
})
