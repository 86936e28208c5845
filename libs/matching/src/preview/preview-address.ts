/** Where the preview process listens: the path of a Unix socket, or `host:port` where there is none. */

export function listenAt(address: string): { path: string } | { host: string; port: number } {
  const port = /^(?<host>[\w.-]+):(?<port>\d{1,5})$/.exec(address)?.groups
  return port ? { host: port['host']!, port: Number(port['port']) } : { path: address }
}

/** The same for a client of `node:http`. */
export function askAt(address: string): { socketPath: string } | { host: string; port: number } {
  const at = listenAt(address)
  return 'path' in at ? { socketPath: at.path } : at
}
