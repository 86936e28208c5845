import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

const CALLS: readonly { name: string; method: string; path: RegExp }[] = [
  { name: 'opening the page', method: 'POST', path: /^\/v1\/checkout\/sessions$/ },
  { name: 'reading the payment', method: 'GET', path: /^\/v1\/checkout\/sessions\// },
  { name: 'refunding', method: 'POST', path: /^\/v1\/refunds$/ },
]

export const CALL_POINTS = CALLS.flatMap(({ name }) => [`before ${name}`, `answer of ${name} lost`])

export interface ProviderDoor {
  /** Where this process finds the provider. */
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * The way of one process to the payment provider: tells before a call goes out and after it was
 * answered there but not here yet, so that the process can be killed in between. A call whose process
 * was killed before it does not go out.
 */
export async function openProviderDoor(
  sandboxPort: () => number,
  reached: (point: string) => boolean,
): Promise<ProviderDoor> {
  const server: Server = createServer((incoming, outgoing) => {
    void pass(incoming, outgoing, sandboxPort(), reached).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  reached: (point: string) => boolean,
): Promise<void> {
  const path = (incoming.url ?? '').split('?')[0]!
  const call = CALLS.find((each) => each.method === incoming.method && each.path.test(path))
  const body = await bytesOf(incoming)
  if (call && reached(`before ${call.name}`)) {
    outgoing.destroy()
    return
  }
  const answer = await forward(incoming, body, port)
  const text = await bytesOf(answer)
  if (call) reached(`answer of ${call.name} lost`)
  const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers
  outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': text.length })
  outgoing.end(text)
}

function forward(incoming: IncomingMessage, body: Buffer, port: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { host: _, connection: __, ...headers } = incoming.headers
    const out = request(
      { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers },
      resolve,
    )
    out.on('error', reject)
    out.end(body)
  })
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
