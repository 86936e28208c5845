import { existsSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { addressOf } from './preview-address.js'

/** Says at an address, to whoever watches the process, whether a market answers; resolves once it listens. */
export function sayWhetherReady(address: string, asOfNow: () => string | null): Promise<Server> {
  const at = addressOf(address)
  // Left by a process that was killed: nobody listens there any more.
  if ('path' in at && existsSync(at.path)) rmSync(at.path)
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
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(at, () => resolve(server))
  })
}
