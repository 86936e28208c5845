import { useSuspenseQuery } from '@tanstack/react-query'
import { account } from '@weibao/api-client/account'
import type { AccountSession } from '@weibao/contracts/account'
import { Badge, Button, ConfirmDialog, Panel, useFormats, useMessages, useToast } from '@weibao/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { errorText } from '../../lib/error-text'
import { accountSessionsQuery, useAccountAct, useSignOut } from './account.queries'
import { deviceName } from './device-name'
import { securityMessages } from './security.messages'

/** Where the person is signed in; each place can be ended, or all at once. */
export function SessionsPanel() {
  const t = useMessages(securityMessages)
  const { data } = useSuspenseQuery(accountSessionsQuery)
  return (
    <Panel title={t('sessionsTitle')} note={t('sessionsNote')}>
      <ul className="-mt-3 mb-4 divide-y divide-line">
        {data.items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <SignOutEverywhere />
    </Panel>
  )
}

function SessionRow({ session }: { session: AccountSession }) {
  const t = useMessages(securityMessages)
  const toast = useToast()
  const { dayTime, relative } = useFormats()
  const end = useAccountAct((id: string) => account.endSession({ params: { id } }))
  const device = deviceName(session.userAgent) ?? t('unknownDevice')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="grid min-w-48 flex-1">
        <span className="flex flex-wrap items-center gap-2 font-semibold">
          {device}
          {session.isCurrent && <Badge tone="pine">{t('here')}</Badge>}
        </span>
        <span className="text-sm text-ink-soft">
          {session.address && <>{session.address} · </>}
          {t('lastSeen', { time: relative(session.lastSeenAt) })} ·{' '}
          {t('since', { time: dayTime(session.createdAt) })}
        </span>
      </div>
      {!session.isCurrent && (
        <Button
          tone="quiet"
          size="small"
          busy={end.isPending}
          aria-label={t('endOf', { device })}
          onClick={() =>
            end.mutate(session.id, {
              onSuccess: () => toast({ text: t('ended') }),
              onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
            })
          }
        >
          {t('end')}
        </Button>
      )}
    </li>
  )
}

function SignOutEverywhere() {
  const t = useMessages(securityMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const signOut = useSignOut()
  return (
    <>
      <Button tone="danger" onClick={() => setIsOpen(true)}>
        {t('everywhere')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('everywhereTitle')}
        confirmLabel={t('everywhereConfirm')}
        tone="danger"
        busy={signOut.isPending}
        onConfirm={() =>
          signOut.mutate('everywhere', {
            onSuccess: () => {
              toast({ text: t('signedOut') })
              void navigate('/sign-in', { replace: true })
            },
            onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
          })
        }
      >
        {t('everywhereText')}
      </ConfirmDialog>
    </>
  )
}
