import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { receive, send, type SaidByEngine } from './preview-wire.js'

const folder = mkdtempSync(join(tmpdir(), 'wire-'))
const server = createServer()
const sockets: Socket[] = []

beforeAll(() => once(server.listen(join(folder, 'door')), 'listening'))
afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()))
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** Two ends of a connection, and what comes at the far one. */
async function openWire(limit: number) {
  const near = connect(join(folder, 'door'))
  const [far] = (await once(server, 'connection')) as [Socket]
  sockets.push(near, far)
  const taken: SaidByEngine[] = []
  const errors: Error[] = []
  far.on('error', (error) => errors.push(error))
  near.on('error', () => undefined)
  receive<SaidByEngine>(far, limit, (message) => taken.push(message))
  return { near, far, taken, errors }
}

const soon = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 20_000, interval: 2 })

/** Only when what was written before has been read is the next piece written: it comes by itself. */
async function writeInPieces(near: Socket, far: Socket, pieces: readonly Uint8Array[]) {
  for (const piece of pieces) {
    const due = far.bytesRead + piece.length
    near.write(piece)
    await soon(() => far.bytesRead === due)
  }
}

/** Hundredths of a second until the system looks for the other side of each open connection at a port. */
function keepAliveTimers(port: number): number[] {
  const at = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, near, far, state]) => state === '01' && (near?.endsWith(at) || far?.endsWith(at)))
    .flatMap(([, , , , , timer]) =>
      timer?.startsWith('02:') ? [parseInt(timer.slice(3), 16)] : [],
    )
}

const messages = fc.array(
  fc.record({
    id: fc.nat(),
    asOf: fc.string({ unit: 'grapheme', maxLength: 40 }),
    lines: fc.constant(null),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('The wire between api and the engines', () => {
  it('hands over every message whole and in order, wherever its bytes are cut', async () => {
    const cuts = fc.array(fc.nat({ max: 600 }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(messages, cuts, async (said, places) => {
        const { near, far, taken, errors } = await openWire(10_000)
        const bytes = Buffer.from(said.map((each) => `${JSON.stringify(each)}\n`).join(''))
        const ends = [...new Set([...places.map((place) => place % bytes.length), bytes.length])]
          .filter((end) => end > 0)
          .sort((a, b) => a - b)
        const pieces = ends.map((end, n) => bytes.subarray(ends[n - 1] ?? 0, end))
        await writeInPieces(near, far, pieces)
        await soon(() => taken.length >= said.length || errors.length > 0)
        expect(taken).toEqual(said)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('puts a character together whose bytes come one by one', async () => {
    const { near, far, taken } = await openWire(1000)
    const bytes = Buffer.from(`${JSON.stringify({ id: 1, asOf: '维🍄', lines: null })}\n`)
    await writeInPieces(
      near,
      far,
      [...bytes].map((byte) => Uint8Array.of(byte)),
    )
    await soon(() => taken.length === 1)
    expect(taken).toEqual([{ id: 1, asOf: '维🍄', lines: null }])
  })

  it('takes what another side sends by the same rules', async () => {
    const { near, taken } = await openWire(1000)
    send(near, { serves: true })
    send(near, { id: 7, asOf: 'line\nbreak', lines: [] })
    await soon(() => taken.length === 2)
    expect(taken).toEqual([{ serves: true }, { id: 7, asOf: 'line\nbreak', lines: [] }])
  })

  it('ends a connection whose line goes on past the limit, and not one of many short lines', async () => {
    const { near, far, taken, errors } = await openWire(100)
    near.write('{"serves":true}\n'.repeat(50))
    await soon(() => taken.length === 50)
    near.write('x'.repeat(100))
    await soon(() => far.bytesRead === 50 * 16 + 100)
    expect(far.destroyed).toBe(false)
    near.write('x')
    await soon(() => far.destroyed && near.destroyed)
    expect(errors).toEqual([expect.any(RangeError)])
  })

  it.runIf(existsSync('/proc/net/tcp'))(
    'has the system look whether a silent other side is there, from both ends',
    async () => {
      const remote = createServer((far) => receive(far, 1000, () => undefined))
      await once(remote.listen(0, '127.0.0.1'), 'listening')
      const { port } = remote.address() as AddressInfo
      const near = connect(port, '127.0.0.1')
      sockets.push(near)
      receive(near, 1000, () => undefined)
      await soon(() => keepAliveTimers(port).length === 2)
      for (const hundredths of keepAliveTimers(port)) expect(hundredths).toBeLessThanOrEqual(1000)
      near.destroy()
      await once(remote.close(), 'close')
    },
  )

  it.each([['{"serves":'], ['null but not JSON']])(
    'ends a connection that says %j, and takes nothing after it',
    async (line) => {
      const { near, far, taken, errors } = await openWire(1000)
      near.write(`{"serves":true}\n${line}\n{"serves":true}\n`)
      await soon(() => far.destroyed && near.destroyed)
      expect(taken).toEqual([{ serves: true }])
      expect(errors).toEqual([expect.any(SyntaxError)])
    },
  )
})
