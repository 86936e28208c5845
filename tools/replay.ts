import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marketEnvironment } from './market/environment.js'
import { makeSecrets, readSecrets } from './market/secrets.js'
import { root, varFolder } from './services/paths.js'

/**
 * `npm run replay -- ROUND`: `dist/replay.js` on the database of `DATABASE_URL`, or of this folder's market,
 * which must be running. Exits with its code; 2 where there is no database or no build.
 */
const folder = varFolder()
const connections = join(folder, 'connections.json')
const secrets = join(folder, 'secrets.json')
const script = join(root, 'apps/api/dist/replay.js')

function databaseUrl(): string | undefined {
  if (process.env['DATABASE_URL'] || !existsSync(connections)) return process.env['DATABASE_URL']
  return (JSON.parse(readFileSync(connections, 'utf8')) as { app: string }).app
}

function replay(): number {
  const url = databaseUrl()
  if (!url || !existsSync(script)) {
    console.error(url ? 'not built: npm run build' : 'no market here: npm start, or DATABASE_URL=…')
    return 2
  }
  const env = marketEnvironment({
    folder,
    // Nothing is opened or signed; the settings must only be there.
    secrets: existsSync(secrets) ? readSecrets(secrets) : makeSecrets(),
    databaseUrl: url,
    ownerUrl: '',
    redisUrl: '',
    apiPort: 1,
    sandboxPort: 1,
    origin: 'http://localhost:1',
  })
  const args = [script, ...process.argv.slice(2)]
  return spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status ?? 2
}

process.exitCode = replay()
