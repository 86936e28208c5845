import { readConfig } from './config.js'
import { startSandbox } from './server.js'

const config = readConfig(process.env)
const sandbox = await startSandbox(config)
console.log(
  `Payment sandbox at ${sandbox.url} (no real money). What happened: ${sandbox.url}/sandbox`,
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0))
  })
}
