import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { claimFolder, unclaimFolder } from './market/claim.js'
import { marketBlock } from './market/market-block.js'
import { MarketRun } from './market/open-market.js'
import { stopWithNpm, untilAskedToStop } from './market/signals.js'
import { varFolder } from './services/paths.js'

/** `npm start`: a working market on this machine, until Ctrl-C. */
const folder = varFolder()
const started = Date.now()
const log = (line: string) => process.stdout.write(`${line}\n`)

if (!(await claimFolder(folder))) {
  log(`A market already runs on ${folder}: see urls.json there. Stop it first, or set WEIBAO_VAR.`)
  process.exit(1)
}
const market = new MarketRun({
  folder,
  log,
  ports: { api: Number(process.env['PORT'] ?? 3000), sandbox: 3001, postgres: 5433, redis: 6380 },
})
const close = async (code: number) => {
  rmSync(join(folder, 'urls.json'), { force: true })
  await market.close()
  unclaimFolder(folder)
  process.exit(code)
}
let isStopping = false
stopWithNpm()
void untilAskedToStop().then(() => {
  isStopping = true
  log('\nstopping…')
  return close(0)
})

try {
  const urls = await market.open()
  log(marketBlock(urls, folder, Date.now() - started))
} catch (error) {
  // Stopped while starting: what was being started fails, which is no news.
  if (!isStopping) {
    log(error instanceof Error ? error.message : String(error))
    await close(1)
  }
}
