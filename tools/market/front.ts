import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { root } from '../services/paths.js'

/** What the api serves itself; everything else is one of the two front ends. */
const OF_API = /^\/(api|pictures)(\/|\?|$)/
const OF_CONSOLE = /^\/console(\/|\?|$)/

/** Vite before the api on one origin, as the api serves the built front ends in other modes. */
export async function startFront(port: number, apiPort: number): Promise<() => Promise<void>> {
  const server = createServer((incoming, outgoing) => {
    const url = incoming.url ?? '/'
    if (OF_API.test(url)) return passOn(incoming, outgoing, apiPort)
    const vite = OF_CONSOLE.test(url) ? apps.console : apps.storefront
    vite.middlewares(incoming, outgoing)
  })
  const open = (name: string): Promise<ViteDevServer> =>
    createVite({
      root: join(root, 'apps', name),
      configFile: join(root, 'apps', name, 'vite.config.ts'),
      cacheDir: join(root, 'var/cache/vite', name),
      server: { middlewareMode: true, ws: { server, path: `/@vite-${name}` } },
    })
  const apps = { storefront: await open('storefront'), console: await open('console') }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return async () => {
    server.close()
    server.closeAllConnections()
    await Promise.all([apps.storefront.close(), apps.console.close()])
  }
}

/** Streams through, so that server-sent events arrive as they are sent. */
function passOn(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url: path, headers } = incoming
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502)
    outgoing.end('the api is starting')
  })
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}
