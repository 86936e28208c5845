/** A broken promise of our own code: stop, log, alert; the caller sees a 500 without details. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws `InvariantError` when `condition` does not hold. For programmer errors only. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message)
}
