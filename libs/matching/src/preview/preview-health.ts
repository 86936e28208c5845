import { createServer, type Server } from 'node:http'
import { addressOf } from './preview-address.js'
import { listenAt } from './preview-door.js'

/**
 * Says at an address, to whoever watches the process, whether a market answers; resolves once it listens. Rejects where
 * another process does: whoever has the address has the places beside it.
 */
export async function sayWhetherReady(
  address: string,
  asOfNow: () => string | null,
): Promise<Server> {
  const server = createServer((_, response) => {
    const asOf = asOfNow()
    const text = JSON.stringify({ state: asOf === null ? 'warming' : 'ready', asOf })
    response.writeHead(asOf === null ? 503 : 200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      connection: 'close',
    })
    response.end(text)
  })
  await listenAt(server, addressOf(address))
  return server
}
