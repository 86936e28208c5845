import multipart from '@fastify/multipart'
import { DomainError } from '@weibao/kernel'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readUpload } from './upload.js'

describe('An upload', () => {
  let server: FastifyInstance
  beforeAll(async () => {
    server = fastify()
    await server.register(multipart)
    server.setErrorHandler((error, _, reply) => {
      void reply.status(error instanceof DomainError ? 422 : 500).send((error as Error).message)
    })
    server.post('/', async (request) => {
      const { name, bytes } = await readUpload(request, 1_000)
      return { name, size: bytes.length }
    })
  })
  afterAll(() => server?.close())

  const send = async (bytes: Buffer, name: string) => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(bytes)]), name)
    const request = new Request('http://localhost/', { method: 'POST', body: form })
    return server.inject({
      method: 'POST',
      url: '/',
      headers: { 'content-type': request.headers.get('content-type')! },
      payload: Buffer.from(await request.arrayBuffer()),
    })
  }

  it('is read with its name on one line', async () => {
    expect((await send(Buffer.alloc(1_000, 'a'), '批次\u202E表.csv')).json()).toEqual({
      name: '批次表.csv',
      size: 1_000,
    })
  })

  it('is refused when it is too large, empty, or not there', async () => {
    expect((await send(Buffer.alloc(1_001), 'a.csv')).body).toBe('file.too-large')
    expect((await send(Buffer.alloc(0), 'a.csv')).body).toBe('file.missing')
    const json = await server.inject({ method: 'POST', url: '/', payload: { a: 1 } })
    expect(json.body).toBe('file.missing')
  })
})
