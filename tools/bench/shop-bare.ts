import fastify from 'fastify'

/** A bare Fastify that serves the same bytes: what the machine gives without any of our code. */
const bodies = new Map<string, { type: string; text: string }>(
  JSON.parse(await text()) as [string, { type: string; text: string }][],
)
const app = fastify()
app.get('/*', (request, reply) => {
  const found = bodies.get(request.url)
  if (!found) return reply.code(404).send()
  return reply.type(found.type).send(found.text)
})
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${address}\n`)

async function text(): Promise<string> {
  let all = ''
  for await (const part of process.stdin) all += String(part)
  return all
}
