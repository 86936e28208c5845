import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** Everything that is built or downloaded once and shared by all instances of this checkout. */
export const sharedFolder = resolve(root, 'var')

/** Everything that one running market writes: `var/`, or the folder named by `WEIBAO_VAR`. */
export function varFolder(): string {
  return resolve(root, process.env['WEIBAO_VAR'] ?? 'var')
}

export const cacheFolder = resolve(sharedFolder, 'cache')
