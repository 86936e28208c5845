import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** How PostgreSQL, which refuses to run as root, is started from here. */
export interface PrivilegeDrop {
  /** Put before the command. */
  readonly prefix: readonly string[]
  /** Given to spawn. */
  readonly identity: { readonly uid?: number; readonly gid?: number }
  /** Hands a file or folder to whom the server will run as. */
  readonly own: (path: string) => void
}

const NOBODY = 65534
const asOurselves: PrivilegeDrop = { prefix: [], identity: {}, own: () => undefined }

/**
 * An ordinary user needs nothing. Root enters a user namespace: the server sees uid 65534 while the
 * files stay root's, so that a checkout below a closed home folder works and no account is made.
 * Where namespaces are off (some containers), or the data is a user's, the server runs as `nobody` or
 * as that user.
 */
export function privilegeDrop(dataFolder: string, binary: string): PrivilegeDrop {
  if (process.getuid?.() !== 0) return asOurselves
  const entered = spawnSync('unshare', ['--user', 'true'])
  const owner = existsSync(dataFolder) ? statSync(dataFolder) : { uid: 0, gid: 0 }
  if (entered.status === 0 && owner.uid === 0) {
    return { ...asOurselves, prefix: ['unshare', '--user'] }
  }
  for (const path of [dirname(dataFolder), dirname(binary)]) mustBeOpen(path)
  const { uid, gid } = owner.uid === 0 ? { uid: NOBODY, gid: NOBODY } : owner
  return { prefix: [], identity: { uid, gid }, own: (path) => chownSync(path, uid, gid) }
}

function mustBeOpen(path: string): void {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) !== 0) continue
    throw new Error(
      `PostgreSQL does not run as root and ${folder} is closed to others: run as an ordinary user, ` +
        `or open the folder with chmod o+x, or set DATABASE_URL and MIGRATION_DATABASE_URL`,
    )
  }
}
