import { watch } from 'node:fs'
import { join } from 'node:path'
import { nxCommand, nxEnvironment } from './market/build.js'
import { claimFolder, unclaimFolder } from './market/claim.js'
import { startFront } from './market/front.js'
import { marketBlock } from './market/market-block.js'
import { MarketRun } from './market/open-market.js'
import { stopWithNpm, untilAskedToStop } from './market/signals.js'
import { removeStaleOutput } from './market/stale-output.js'
import { runStep } from './market/step.js'
import { root, varFolder } from './services/paths.js'
import { freePort } from './services/ports.js'

/** `npm run dev`: the market with Vite in front; a change of server code restarts api and worker. */
const QUIET_MS = 200
const SERVER_SOURCE =
  /^(libs\/[^/]+|apps\/(api|payment-sandbox))\/src\/.*(?<!\.spec)\.(ts|sql|json)$/

const folder = varFolder()
const log = (line: string) => process.stdout.write(`${line}\n`)
if (!(await claimFolder(folder))) {
  log(`A market already runs on ${folder}: stop it first.`)
  process.exit(1)
}
const started = Date.now()
const frontPort = await freePort(Number(process.env['PORT'] ?? 3000))
const market = new MarketRun({
  folder,
  log,
  ports: { api: 3100, sandbox: 3001, postgres: 5433, redis: 6380 },
  origin: `http://localhost:${frontPort}`,
})
let closeFront = async () => undefined as void
const close = async (code: number) => {
  await closeFront()
  await market.close()
  unclaimFolder(folder)
  process.exit(code)
}
stopWithNpm()
void untilAskedToStop().then(() => close(0))

const urls = await market.open().catch(async (error: unknown) => {
  log(error instanceof Error ? error.message : String(error))
  return close(1)
})
if (urls) {
  closeFront = await startFront(frontPort, market.apiPort)
  watchServer()
  log(marketBlock(urls, folder, Date.now() - started))
}

function watchServer(): void {
  let timer: NodeJS.Timeout | undefined
  let reloading = Promise.resolve()
  for (const part of ['libs', 'apps']) {
    watch(join(root, part), { recursive: true }, (_, name) => {
      if (name === null || !SERVER_SOURCE.test(`${part}/${name.replaceAll('\\', '/')}`)) return
      clearTimeout(timer)
      timer = setTimeout(() => (reloading = reloading.then(reload)), QUIET_MS)
    })
  }
}

async function reload(): Promise<void> {
  const began = Date.now()
  const command = nxCommand(['run-many', '-t', 'build', '-p', 'api,payment-sandbox'])
  try {
    removeStaleOutput(root)
    await runStep('build', command, { env: nxEnvironment() })
    await market.reload()
    log(`reloaded in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  } catch (error) {
    log(error instanceof Error ? error.message : String(error))
  }
}
