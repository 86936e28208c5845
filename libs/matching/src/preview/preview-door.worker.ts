import { existsSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parentPort, type MessagePort } from 'node:worker_threads'
import { invariant } from '@weibao/kernel'
import { listenAt } from './preview-address.js'
import type { PreviewAnswer, PreviewQuestion } from './preview-question.js'
import type { AskedOfEngine, FromDoor, SaidByEngine, ToDoor } from './preview-threads.js'

/**
 * Takes questions over the local socket and hands them to the engine that serves. A thread of its own, so that no
 * reading of the market and no building keeps a question waiting.
 */
invariant(parentPort, 'the door runs in a worker thread')
const keeper = parentPort
const BODY_LIMIT = 256 * 1024

const engines = new Map<number, MessagePort>()
const waiting = new Map<number, { engine: number; answer: (said: SaidByEngine) => void }>()
let serving: number | null = null
let asOf = ''
let next = 0

const server = createServer((request, response) => {
  void serve(request, response).catch(() => end(response, 500, { state: 'warming' }))
})
server.keepAliveTimeout = 60_000

keeper.on('message', (order: ToDoor) => {
  if (order.kind === 'listen') listen(order.address)
  if (order.kind === 'engine') admit(order.engine, order.port)
  if (order.kind === 'serve') serving = order.engine
  if (order.kind === 'serve' || order.kind === 'current') ({ asOf } = order)
  if (order.kind === 'gone') dismiss(order.engine)
})

function listen(address: string): void {
  const at = listenAt(address)
  // Left by a process that was killed: nobody listens there any more.
  if ('path' in at && existsSync(at.path)) rmSync(at.path)
  server.listen(at, () => keeper.postMessage({ kind: 'listening' } satisfies FromDoor))
}

function admit(engine: number, port: MessagePort): void {
  engines.set(engine, port)
  port.on('message', (said: SaidByEngine) => waiting.get(said.id)?.answer(said))
}

function dismiss(engine: number): void {
  if (serving === engine) serving = null
  engines.delete(engine)
  for (const [id, each] of waiting) if (each.engine === engine) each.answer({ id, lines: null })
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET')
    return end(response, serving === null ? 503 : 200, {
      state: serving === null ? 'warming' : 'ready',
      asOf: serving === null ? null : asOf,
    })
  const question = JSON.parse(await bodyOf(request)) as PreviewQuestion
  end(response, 200, await answer(question))
}

async function answer(question: PreviewQuestion): Promise<PreviewAnswer> {
  const engine = serving
  const port = engine === null ? undefined : engines.get(engine)
  if (engine === null || !port) return { state: 'warming' }
  const current = asOf
  const id = next++
  const said = await new Promise<SaidByEngine>((resolve) => {
    waiting.set(id, { engine, answer: resolve })
    port.postMessage({ id, question } satisfies AskedOfEngine)
  })
  waiting.delete(id)
  return said.lines ? { state: 'ready', asOf: current, lines: said.lines } : { state: 'warming' }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_LIMIT) throw new RangeError('a question is no larger')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function end(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
