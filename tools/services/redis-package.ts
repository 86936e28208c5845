import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'

const PACKAGES = [
  'redis-server',
  'redis-tools',
  'liblzf1',
  'libjemalloc2',
  'libatomic1',
  'liblua5.1-0',
]
const ASK_AGAIN_MS = 24 * 3_600_000

/**
 * Debian's redis-server unpacked below `cacheFolder`, without installing anything and without root.
 * Null where that cannot be; a failed download is tried again after a day, or after `npm run reset`.
 */
export function unpackedRedis(
  cacheFolder: string,
  logFile: string,
): { path: string; libraryPath: string } | null {
  if (process.platform !== 'linux') return null
  const folder = join(cacheFolder, 'redis')
  const failed = join(cacheFolder, 'redis.unavailable')
  if (!existsSync(join(folder, 'usr/bin/redis-server'))) {
    if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < ASK_AGAIN_MS) return null
    mkdirSync(cacheFolder, { recursive: true })
    if (!download(folder, logFile)) {
      writeFileSync(failed, 'no redis-server package could be downloaded\n')
      return null
    }
  }
  const libraries = readdirSync(join(folder, 'usr/lib')).filter((name) => name.includes('-linux-'))
  return {
    path: join(folder, 'usr/bin/redis-server'),
    libraryPath: libraries.map((name) => join(folder, 'usr/lib', name)).join(':'),
  }
}

function download(folder: string, logFile: string): boolean {
  const work = `${folder}.${process.pid}`
  for (const part of ['lists/partial', 'cache/archives/partial', 'unpacked']) {
    mkdirSync(join(work, part), { recursive: true })
  }
  const run = (program: string, args: readonly string[]) => {
    const done = spawnSync(program, args, { cwd: work, encoding: 'utf8', timeout: 90_000 })
    appendFileSync(
      logFile,
      `${program} ${args.join(' ')}\n${done.stdout ?? ''}${done.stderr ?? ''}`,
    )
    return done.status === 0
  }
  const options = [
    `Dir::State::lists=${work}/lists`,
    `Dir::Cache=${work}/cache`,
    `APT::Sandbox::User=${userInfo().username}`,
    'Acquire::Retries=1',
  ].flatMap((option) => ['-o', option])
  try {
    if (!run('apt-get', [...options, '-q', 'update'])) return false
    run('apt-get', [...options, '-q', 'download', ...PACKAGES])
    const archives = readdirSync(work).filter((name) => name.endsWith('.deb'))
    for (const archive of archives) run('dpkg-deb', ['-x', archive, 'unpacked'])
    if (!existsSync(join(work, 'unpacked/usr/bin/redis-server'))) return false
    rmSync(folder, { recursive: true, force: true })
    renameSync(join(work, 'unpacked'), folder)
    return true
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
