import { useSuspenseQuery } from '@tanstack/react-query'
import { IconButton, LogOutIcon, useMessages } from '@weibao/ui'
import { sessionQuery, useSignOut } from '../sign-in/session.queries'
import { shellMessages } from './shell.messages'

/** Who is signed in, and the way out. */
export function Person() {
  const t = useMessages(shellMessages)
  const { data: session } = useSuspenseQuery(sessionQuery)
  const signOut = useSignOut()
  if (!session.person) return null
  const contact = session.person.email ?? session.person.mobile
  return (
    <div className="flex items-center gap-2 px-2">
      <span className="min-w-0 flex-1 text-sm">
        <span className="block truncate font-semibold">{session.person.displayName}</span>
        {contact && <span className="block truncate text-xs text-ink-soft">{contact}</span>}
      </span>
      <IconButton icon={LogOutIcon} label={t('signOut')} onClick={() => signOut.mutate()} />
    </div>
  )
}
