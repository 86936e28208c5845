import type { Id } from '@weibao/kernel'
import type { Tx } from '@weibao/platform'

/** What a lot lacks of what is promised of it. */
export interface Missing {
  readonly lotId: Id
  readonly packages: number
  /** As the cooperative gave it: those who lose read it. */
  readonly reason: string
}

/** Packages that came free of a promise, in the order in which its heirs come first. */
export interface Freed {
  /** What keeps them for whatever is offered in its place, until that is. */
  readonly keptAs: string
  readonly packages: number
}

/** Who holds promises of lots. Implemented by matching, whom supply must not import. */
export abstract class ShortfallRelief {
  /** Locks the promises of a lot: before the lot itself, in the order in which their holders lock. */
  abstract lock(tx: Tx, lotId: Id): Promise<void>

  /** Ends promises so that packages come free, as few as harm least, and tells whom it touches. What came free. */
  abstract relieve(tx: Tx, missing: Missing): Promise<readonly Freed[]>
}
