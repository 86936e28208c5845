import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stopMarketOn } from './market/claim.js'
import { stopStalePostmaster } from './services/postgres.js'
import { varFolder } from './services/paths.js'

/** Neither data nor made from data: downloads, pictures of the catalogue, the build, test servers. */
const KEPT = new Set(['cache', 'pictures', 'build.json', 'test'])

/** `npm run reset`: stops the market that runs here and removes its data; `-- --all` its caches too. */
const folder = varFolder()
const isAll = process.argv.includes('--all')
if (await stopMarketOn(folder)) console.log('stopped the running market')
await stopStalePostmaster(join(folder, 'pg'))
const found = existsSync(folder) ? readdirSync(folder) : []
const removed = found.filter((name) => isAll || !KEPT.has(name))
for (const name of removed) rmSync(join(folder, name), { recursive: true, force: true })
console.log(removed.length ? `removed from ${folder}: ${removed.join(', ')}` : 'nothing to remove')
