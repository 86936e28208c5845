import { invariant } from '@weibao/kernel'

export type Address = { readonly path: string } | { readonly host: string; readonly port: number }

/** Where the preview process says whether it is ready: the path of a Unix socket, or `host:port` where there is none. */
export function addressOf(address: string): Address {
  const port = /^(?<host>[\w.-]+):(?<port>\d{1,5})$/.exec(address)?.groups
  return port ? { host: port['host']!, port: Number(port['port']) } : { path: address }
}

/** Two engines answer, each at a place of its own beside that address: the next two paths or ports. */
export const ENGINE_PLACES = [1, 2] as const
export type EnginePlace = (typeof ENGINE_PLACES)[number]

export function engineAddress(address: string, place: EnginePlace): Address {
  const at = addressOf(address)
  if ('path' in at) return { path: `${at.path}.${place}` }
  const port = at.port + place
  invariant(port <= 65_535, 'PREVIEW_ADDRESS leaves no two ports after it for the engines')
  return { ...at, port }
}
