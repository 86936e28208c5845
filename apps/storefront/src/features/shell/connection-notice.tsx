import { useMessages } from '@weibao/ui'
import { useSyncExternalStore } from 'react'
import { shellMessages } from './shell.messages'

/** Says so when the device has lost its network; nothing typed or put aside is lost by it. */
export function ConnectionNotice() {
  const t = useMessages(shellMessages)
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  return (
    <div role="status">
      {!isOnline && (
        <p className="bg-honey-soft px-4 py-2 text-center text-sm text-honey-ink">{t('offline')}</p>
      )}
    </div>
  )
}

function subscribe(onChange: () => void): () => void {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}
