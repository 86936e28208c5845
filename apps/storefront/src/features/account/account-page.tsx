import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { account } from '@weibao/api-client/account'
import { consentVersions } from '@weibao/contracts/consent'
import type { Session } from '@weibao/contracts/session'
import {
  Badge,
  BareLink,
  BellIcon,
  BoxIcon,
  Button,
  ButtonLink,
  CheckIcon,
  ChevronRightIcon,
  DownloadIcon,
  HelpIcon,
  LockIcon,
  LogOutIcon,
  MapPinIcon,
  MountainLine,
  Notice,
  PersonIcon,
  SealIcon,
  TextLink,
  TruckIcon,
  useBilingual,
  useMessages,
  useToast,
  WalletIcon,
  type IconType,
} from '@weibao/ui'
import { useNavigate } from 'react-router'
import { errorText } from '../../lib/error-text'
import { useTitle } from '../../lib/use-title'
import { unreadCountQuery } from '../notifications/notifications.queries'
import { accountMessages } from './account.messages'
import { accountQuery, sessionQuery, useAccountAct, useSignOut } from './account.queries'
import { roleNames } from './role-names'

/** The visitor's own page: orders first, then notices, account and organisations. */
export function AccountPage() {
  const t = useMessages(accountMessages)
  useTitle(t('title'))
  const { data: session } = useSuspenseQuery(sessionQuery)
  const isIn = session.state === 'signed-in'
  return (
    <div className="mx-auto grid max-w-3xl gap-5">
      <Banner session={session} />
      {isIn && <Consent />}
      <OrderShortcuts />
      {isIn && session.memberships.length > 0 && <Organisations session={session} />}
      <ul className="wb-card divide-y divide-line">
        {isIn && <NotificationsEntry />}
        {isIn && (
          <>
            <Entry
              href="/account/profile"
              icon={PersonIcon}
              title={t('profile')}
              note={t('profileNote')}
            />
            <Entry
              href="/account/addresses"
              icon={TruckIcon}
              title={t('addresses')}
              note={t('addressesNote')}
            />
            <Entry
              href="/account/security"
              icon={LockIcon}
              title={t('security')}
              note={t('securityNote')}
            />
            <Entry
              href="/account/data"
              icon={DownloadIcon}
              title={t('data')}
              note={t('dataNote')}
            />
          </>
        )}
        {isIn && session.memberships.length === 0 && (
          <Entry
            href="/console/apply"
            icon={SealIcon}
            title={t('registerOrganisation')}
            note={t('registerOrganisationNote')}
          />
        )}
        <Entry href="/help" icon={HelpIcon} title={t('help')} note={t('helpNote')} />
        <Entry href="/trace" icon={MapPinIcon} title={t('trace')} note={t('traceNote')} />
      </ul>
      {isIn && <SignOut />}
    </div>
  )
}

function Banner({ session }: { session: Session }) {
  const t = useMessages(accountMessages)
  const isIn = session.state === 'signed-in' && session.person
  return (
    <div className="relative -mx-4 -mt-4 overflow-hidden bg-mist md:mx-0 md:mt-0 md:rounded-card">
      <div className="relative z-10 grid justify-items-start gap-2 px-5 pt-6 pb-24 md:px-8 md:pb-28">
        <h1 className="text-indigo">
          {isIn ? t('hello', { name: session.person!.displayName }) : t('guestTitle')}
        </h1>
        {isIn ? (
          <p>{session.person!.mobile ?? session.person!.email}</p>
        ) : (
          <>
            <p className="max-w-md">{t('guestText')}</p>
            <div className="mt-2 flex flex-wrap gap-3">
              <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
              <ButtonLink href="/register" tone="quiet">
                {t('register')}
              </ButtonLink>
            </div>
          </>
        )}
      </div>
      <MountainLine className="absolute right-0 -bottom-3 md:w-3/4 md:mask-l-from-60%" />
    </div>
  )
}

/** Texts that changed since they were agreed to. */
function Consent() {
  const t = useMessages(accountMessages)
  const { data } = useQuery(accountQuery)
  const agree = useAccountAct(() => account.consent({ body: { ...consentVersions } }))
  if (!data?.isConsentOutdated) return null
  return (
    <Notice tone="season" title={t('consentOutdated')}>
      <p className="mb-2">
        {t('consentRead')} <TextLink href="/terms">/terms</TextLink>{' '}
        <TextLink href="/privacy">/privacy</TextLink>
      </p>
      <Button size="small" busy={agree.isPending} onClick={() => agree.mutate(undefined)}>
        {t('consentAgree')}
      </Button>
    </Notice>
  )
}

function OrderShortcuts() {
  const t = useMessages(accountMessages)
  const shortcuts: [string, IconType, string][] = [
    ['/orders?tab=to-pay', WalletIcon, t('toPay')],
    ['/orders?tab=to-ship', BoxIcon, t('toShip')],
    ['/orders?tab=to-receive', TruckIcon, t('toReceive')],
    ['/orders?tab=done', CheckIcon, t('done')],
  ]
  return (
    <section className="wb-card grid gap-2 px-2 py-3">
      <div className="flex items-baseline justify-between px-3">
        <h2 className="text-base">{t('ordersTitle')}</h2>
        <TextLink href="/orders" className="text-sm">
          {t('allOrders')}
        </TextLink>
      </div>
      <ul className="grid grid-cols-4">
        {shortcuts.map(([href, Icon, label]) => (
          <li key={href}>
            <BareLink
              href={href}
              className="grid min-h-16 justify-items-center gap-1 rounded-control py-2 text-center text-sm text-ink no-underline hover:bg-paper-sunk"
            >
              <Icon className="text-xl text-indigo" />
              {label}
            </BareLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Organisations({ session }: { session: Session }) {
  const t = useMessages(accountMessages)
  const say = useBilingual()
  return (
    <section className="wb-card grid gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base">{t('organisations')}</h2>
        <ButtonLink href="/console/" tone="quiet" size="small">
          {t('openConsole')}
        </ButtonLink>
      </div>
      <ul className="grid gap-2">
        {session.memberships.map((membership) => (
          <li key={membership.memberId} className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">{say(membership.name)}</span>
            <span className="text-sm text-ink-soft">{say(roleNames[membership.role])}</span>
            {!membership.isInForce && <Badge tone="honey">{t('notInForce')}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NotificationsEntry() {
  const t = useMessages(accountMessages)
  const count = useQuery(unreadCountQuery).data?.count ?? 0
  return (
    <Entry
      href="/notifications"
      icon={BellIcon}
      title={t('notifications')}
      note={count > 0 ? t('unread', { count }) : ''}
    />
  )
}

interface EntryProps {
  readonly href: string
  readonly icon: IconType
  readonly title: string
  readonly note: string
}

function Entry({ href, icon: Icon, title, note }: EntryProps) {
  return (
    <li>
      <BareLink
        href={href}
        className="flex min-h-14 items-center gap-3 px-4 py-2 text-ink no-underline hover:bg-paper-sunk"
      >
        <Icon className="text-lg text-indigo" />
        <span className="flex grow flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-semibold">{title}</span>
          <span className="text-sm text-ink-soft">{note}</span>
        </span>
        <ChevronRightIcon className="text-ink-soft" />
      </BareLink>
    </li>
  )
}

function SignOut() {
  const t = useMessages(accountMessages)
  const toast = useToast()
  const navigate = useNavigate()
  const signOut = useSignOut()
  return (
    <Button
      tone="quiet"
      icon={LogOutIcon}
      busy={signOut.isPending}
      onClick={() =>
        signOut.mutate('here', {
          onSuccess: () => {
            toast({ text: t('signedOut') })
            void navigate('/')
          },
          onError: (error) => toast({ text: errorText(error), tone: 'problem' }),
        })
      }
    >
      {t('signOut')}
    </Button>
  )
}
