import type { MessagePort } from 'node:worker_threads'
import type { MarketPatch } from '../market/market-patch.js'
import type { MarketSnapshot } from '../market/market-snapshot.js'
import type { PreviewLine, PreviewQuestion } from './preview-question.js'

/** What the threads of the preview process tell each other: keeper → engine, keeper → door, door → engine. */

export type ToEngine =
  | { readonly kind: 'door'; readonly port: MessagePort }
  | { readonly kind: 'build'; readonly market: MarketSnapshot }
  | { readonly kind: 'follow'; readonly patches: readonly MarketPatch[] }

/** `failed`: its market is lost, and only a build gives it another. */
export type FromEngine =
  { readonly kind: 'done' } | { readonly kind: 'failed'; readonly message: string }

export type ToDoor =
  | { readonly kind: 'listen'; readonly address: string }
  | { readonly kind: 'engine'; readonly engine: number; readonly port: MessagePort }
  /** From now on `engine` answers, by the market as it was at `asOf`. */
  | { readonly kind: 'serve'; readonly engine: number; readonly asOf: string }
  /** Nothing has changed since: the market served is the present one. */
  | { readonly kind: 'current'; readonly asOf: string }
  | { readonly kind: 'gone'; readonly engine: number }

export type FromDoor = { readonly kind: 'listening' }

export interface AskedOfEngine {
  readonly id: number
  readonly question: PreviewQuestion
}

export interface SaidByEngine {
  readonly id: number
  /** Null: the engine failed. */
  readonly lines: readonly PreviewLine[] | null
}
