import { existsSync } from 'node:fs'
import { runCommand } from './command.js'
import { findChromium } from './chromium.js'
import { nothing, oneCase, type Tally } from './tally.js'

const NEEDED: readonly { name: string; isThere: () => Promise<boolean> }[] = [
  { name: 'chromium', isThere: async () => findChromium() !== null },
  { name: 'fonts-noto-cjk', isThere: hasChineseFont },
  { name: 'redis-server', isThere: async () => (await which('redis-server')) !== null },
]

/**
 * A browser, a font with Chinese and a Redis. Debian's root gets them installed; everybody else is
 * told what to install. The market itself needs none of them.
 */
export async function ensurePrerequisites(log: (line: string) => void): Promise<Tally> {
  const missing: string[] = []
  for (const { name, isThere } of NEEDED) if (!(await isThere())) missing.push(name)
  if (missing.length === 0) return nothing
  if (process.getuid?.() !== 0 || (await which('apt-get')) === null) {
    log(`please install: ${missing.join(', ')} (Debian: apt-get install ${missing.join(' ')})`)
    return nothing
  }
  log(`installing ${missing.join(', ')} with apt-get…`)
  // At run level 1 Debian starts no service of a new package: tests run a Redis of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  await runCommand(['apt-get', '-q', 'update'], { env })
  const install = ['apt-get', '-q', '-y', '--no-install-recommends', 'install', ...missing]
  const { code, output } = await runCommand(install, { env })
  if (code !== 0) log(output)
  return oneCase(code === 0)
}

async function which(program: string): Promise<string | null> {
  const { code, output } = await runCommand(['sh', '-c', `command -v ${program}`])
  return code === 0 ? output.trim() : null
}

async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true
  const { code, output } = await runCommand(['fc-list', ':lang=zh-cn'])
  return code === 0 && output.trim() !== ''
}
