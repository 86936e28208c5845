import type { MarketPatch } from '../market/market-patch.js'
import type { MarketSnapshot } from '../market/market-snapshot.js'
import type { Address } from './preview-address.js'

/** What the keeper of the preview process tells its engines, each in a thread of its own, and what they answer. */

export type ToEngine =
  /** `asOf`: the memory of the moment whose market it has, as the keeper says it from then on. */
  | { readonly kind: 'listen'; readonly at: Address; readonly asOf: SharedArrayBuffer }
  | { readonly kind: 'build'; readonly market: MarketSnapshot }
  | { readonly kind: 'follow'; readonly patches: readonly MarketPatch[] }
  /** Whether it is the one to be asked from now on. */
  | { readonly kind: 'serve'; readonly serves: boolean }

/** Once a market is built or followed. `failed`: its market is lost, and only a build gives it another. */
export type FromEngine =
  { readonly kind: 'done' } | { readonly kind: 'failed'; readonly message: string }
