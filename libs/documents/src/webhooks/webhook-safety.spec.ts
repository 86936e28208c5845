import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isCallable, isPublicAddress, publicLookup } from './address-guard.js'
import { makeSecret, seal, unseal } from './sealed-secret.js'
import { callWebhook } from './webhook-call.js'
import { isSignedWebhook, signWebhook } from './webhook-signature.js'

describe('An address of a webhook', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'localhost',
    '',
    '8.8.8',
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '203.0.112.1',
    '2400:3200::1',
    '2606:4700::1111',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

  it.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://user:pass@example.com/',
    'https://intranet/',
    'https://example.com/#x',
    'ftp://example.com/',
    'https://[::ffff:10.0.0.1]/',
  ])('%s cannot be given in production', (url) =>
    expect(isCallable(new URL(url), false)).toBe(false),
  )

  it('may be https anywhere public, and in development this machine', () => {
    expect(isCallable(new URL('https://erp.example.com/hooks?x=1'), false)).toBe(true)
    expect(isCallable(new URL('https://8.8.8.8:8443/'), false)).toBe(true)
    expect(isCallable(new URL('http://127.0.0.1:9/'), true)).toBe(true)
    expect(isCallable(new URL('file:///etc/passwd'), true)).toBe(false)
  })

  it('is looked at when it is resolved: a name that points inside is refused', async () => {
    const outcome = await new Promise((resolve) =>
      publicLookup('localhost', { all: true }, (error, addresses) => resolve(error ?? addresses)),
    )
    expect(outcome).toMatchObject({ name: 'ClosedAddress' })
  })
})

describe('A call', () => {
  const servers: ReturnType<typeof createServer>[] = []
  afterEach(() =>
    servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())),
  )
  const serve = async (listener: RequestListener) => {
    const server = createServer(listener)
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }
  const call = (url: string, changes = {}) =>
    callWebhook({ url, body: '{}', headers: {}, isOpen: true, timeoutMillis: 300, ...changes })

  it('never reaches this machine in production, by address or by name', async () => {
    let calls = 0
    const url = await serve((_, answer) => (calls++, answer.end()))
    const { port } = new URL(url)
    const closed = { status: null, error: 'address-refused', answer: '' }
    for (const host of ['127.0.0.1', 'localhost.', '[::1]', '[::ffff:127.0.0.1]']) {
      expect(await call(`https://${host}:${port}/`, { isOpen: false })).toEqual(closed)
    }
    expect(calls).toBe(0)
  })

  it('does not follow a redirect', async () => {
    let calls = 0
    const target = await serve((_, answer) => (calls++, answer.end()))
    const url = await serve((_, answer) => answer.writeHead(302, { location: target }).end())
    expect(await call(url)).toEqual({ status: 302, error: null, answer: '' })
    expect(calls).toBe(0)
  })

  it('ends after its time, whether headers or nothing comes', async () => {
    const silent = await serve(() => undefined)
    expect(await call(silent)).toEqual({ status: null, error: 'timeout', answer: '' })
  })

  it('keeps no more than the beginning of an endless answer', async () => {
    const endless = await serve((_, answer) => {
      const more = () => answer.write('x'.repeat(65_536)) && setImmediate(more)
      answer.on('drain', more)
      more()
    })
    expect(await call(endless)).toEqual({ status: 200, error: null, answer: 'x'.repeat(2_000) })
  })

  it('says in a word why nobody answered', async () => {
    const url = await serve(() => undefined)
    servers.splice(0).forEach((server) => server.close())
    expect(await call(url)).toEqual({ status: null, error: 'connection-refused', answer: '' })
  })
})

describe('A signature', () => {
  const now = new Date('2026-11-25T00:00:00Z')
  it('holds for the very body, secret and time only', () => {
    const secret = makeSecret()
    const header = signWebhook([secret], '{"a":1}', now)
    expect(header).toMatch(/^t=1795564800,v1=[0-9a-f]{64}$/)
    expect(isSignedWebhook({ secret, body: '{"a":1}', now }, header)).toBe(true)
    expect(isSignedWebhook({ secret, body: '{"a":2}', now }, header)).toBe(false)
    expect(isSignedWebhook({ secret: makeSecret(), body: '{"a":1}', now }, header)).toBe(false)
    for (const minutes of [-6, 6]) {
      const other = new Date(now.getTime() + minutes * 60_000)
      expect(isSignedWebhook({ secret, body: '{"a":1}', now: other }, header)).toBe(false)
    }
    expect(isSignedWebhook({ secret, body: '{"a":1}', now }, 'v1=abc')).toBe(false)
  })

  it('of two secrets holds for either, while one is changed for the other', () => {
    const [before, after] = [makeSecret(), makeSecret()]
    const header = signWebhook([after, before], '{}', now)
    for (const secret of [before, after])
      expect(isSignedWebhook({ secret, body: '{}', now }, header)).toBe(true)
    expect(isSignedWebhook({ secret: makeSecret(), body: '{}', now }, header)).toBe(false)
  })
})

describe('A sealed secret', () => {
  it('opens with its key, for its row, unaltered', () => {
    const key = Buffer.alloc(32, 1)
    const sealed = seal('whsec_x', key, 'row-1')
    expect(sealed).not.toContain('whsec')
    expect(seal('whsec_x', key, 'row-1')).not.toBe(sealed)
    expect(unseal(sealed, key, 'row-1')).toBe('whsec_x')
    expect(() => unseal(sealed, key, 'row-2')).toThrow()
    expect(() => unseal(sealed, Buffer.alloc(32, 2), 'row-1')).toThrow()
    const bytes = Buffer.from(sealed, 'base64')
    bytes[bytes.length - 1]! ^= 1
    expect(() => unseal(bytes.toString('base64'), key, 'row-1')).toThrow()
  })
})
