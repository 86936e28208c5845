import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { FastifyInstance } from 'fastify'
import type { AppConfig } from './config.js'

const YEAR = 'public, max-age=31536000, immutable'
const HOUR = 'public, max-age=3600'
const ALWAYS_ASK = 'no-cache'

/** Serves storefront at `/`, console at `/console/`, pictures and the API's page: one origin. */
export async function serveFrontEnds(
  app: NestFastifyApplication,
  config: AppConfig,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance
  await serveFolder(fastify, config.picturesDir, '/pictures/', { wildcard: false })
  // What is not drawn is a photograph: orders know goods by their slug alone.
  fastify.get<{ Params: { name: string } }>('/pictures/:name', (request, reply) => {
    const found = /^([a-z0-9-]+)-((?:square|wide)-\d+)\.webp$/.exec(request.params.name)
    if (!found) return reply.callNotFound()
    return reply
      .header('Cache-Control', 'public, max-age=300')
      .redirect(`/api/product-pictures/${found[1]}/${found[2]}`)
  })
  await serveApiPage(fastify)
  await serveApplication(fastify, config.consoleDir, '/console/')
  await serveApplication(fastify, config.storefrontDir, '/')
}

/** A built single-page application: its files, and its page at every other address below. */
async function serveApplication(
  fastify: FastifyInstance,
  root: string,
  prefix: string,
): Promise<void> {
  const page = join(root, 'index.html')
  if (!existsSync(page)) return
  await serveFolder(fastify, root, prefix, {
    wildcard: false,
    index: false,
    globIgnore: ['**/*.html'],
    preCompressed: true,
  })
  const shell = join(root, 'shell.html')
  const home = readFileSync(page)
  const other = existsSync(shell) ? readFileSync(shell) : home
  fastify.get(prefix, (_, reply) =>
    reply.header('Cache-Control', ALWAYS_ASK).type('text/html; charset=utf-8').send(home),
  )
  fastify.get(`${prefix}*`, (_, reply) =>
    reply.header('Cache-Control', ALWAYS_ASK).type('text/html; charset=utf-8').send(other),
  )
  if (prefix !== '/') fastify.get(prefix.slice(0, -1), (_, reply) => reply.redirect(prefix))
}

async function serveFolder(
  fastify: FastifyInstance,
  root: string,
  prefix: string,
  options: object = {},
): Promise<void> {
  if (!existsSync(root)) return
  await fastify.register(fastifyStatic, {
    root,
    prefix,
    decorateReply: false,
    cacheControl: false,
    index: false,
    setHeaders: (reply, path) =>
      void reply.header('Cache-Control', path.includes('/assets/') ? YEAR : HOUR),
    ...options,
  })
}

const API_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Weibao API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/files/swagger-ui.css"></head>
<body><div id="swagger-ui"></div><script src="/api/docs/files/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script></body></html>`

/** The browsable form of `/api/openapi.json`. */
async function serveApiPage(fastify: FastifyInstance): Promise<void> {
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  await serveFolder(fastify, root, '/api/docs/files/')
  fastify.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(API_PAGE))
  fastify.get('/api/docs/start.js', (_, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .send(`SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui' })`),
  )
}
