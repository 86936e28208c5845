import type { ApiError } from '@weibao/api-client/http'

/**
 * Where a refused call waits while the person proves their second factor: one question at a time,
 * however many calls were refused, and each of them is then sent again.
 */
type Answer = (isProved: boolean) => void

let waiting: Answer[] = []
const listeners = new Set<() => void>()

/** Whether a proof is being asked for; for `useSyncExternalStore`. */
export function isProofAsked(): boolean {
  return waiting.length > 0
}

export function followProof(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Ends the question: true sends the waiting calls again, false lets their refusal stand. */
export function answerProof(isProved: boolean): void {
  const answers = waiting
  waiting = []
  for (const answer of answers) answer(isProved)
  tell()
}

/** For `onRefusal` of the API client: asks when the second factor is what is missing. */
export function proveWhenNeeded(error: ApiError): Promise<boolean> {
  if (error.code !== 'access.second-factor-needed') return Promise.resolve(false)
  return new Promise((answer) => {
    waiting.push(answer)
    tell()
  })
}

function tell(): void {
  for (const listener of listeners) listener()
}
