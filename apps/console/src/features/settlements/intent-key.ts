import { ApiError, newIdempotencyKey } from '@weibao/api-client/http'
import { useState } from 'react'

/**
 * The key of one intent. Another content, or a second try after a refusal, is another intent; only a
 * silent network may have been heard, and keeps the key.
 */
export function useIntentKey() {
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const renew = () => setKey(newIdempotencyKey())
  return {
    idempotencyKey,
    renew,
    onError: (error: unknown) => {
      const isOpen = error instanceof ApiError && (error.status === 0 || error.status >= 500)
      if (!isOpen) renew()
    },
  }
}
