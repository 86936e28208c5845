import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import {
  BareLink,
  BellIcon,
  Drawer,
  IconButton,
  LinkProvider,
  MenuIcon,
  SkipLink,
  Skeleton,
  useLocale,
  useMessages,
  WovenBand,
} from '@weibao/ui'
import { Suspense, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { useActing, type Acting } from '../../lib/acting'
import { useLive } from '../../lib/live'
import { RouterLink } from '../../lib/router-link'
import { unreadCountQuery } from '../notifications/notifications.queries'
import { notificationsMessages } from '../notifications/notifications.messages'
import { sessionQuery } from '../sign-in/session.queries'
import { MembershipGate } from './membership-gate'
import { Navigation } from './navigation'
import { Person } from './person'
import { shellMessages } from './shell.messages'
import { Switcher } from './switcher'

/** What stands around the pages of an organisation: navigation at the left, or a drawer on a phone. */
export function Shell() {
  const acting = useActing()
  useLive()
  return (
    <LinkProvider component={RouterLink}>
      <SkipLink target="main" />
      <Progress />
      <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_1fr] print:block">
        <Sidebar acting={acting} />
        <div className="flex min-w-0 flex-col">
          <TopBar acting={acting} />
          <OfflineNote />
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-[90rem] flex-1 px-4 pt-4 pb-16 outline-none md:px-6 md:pt-6 lg:pt-2"
          >
            <Suspense fallback={<PageSkeleton />}>
              <MembershipGate acting={acting}>
                <Outlet />
              </MembershipGate>
            </Suspense>
          </main>
          <Footer />
        </div>
      </div>
      <ScrollRestoration />
    </LinkProvider>
  )
}

/** The entry one stands on may be below the edge. Only the list moves, never the page. */
function bringCurrentIntoView(list: HTMLElement | null): void {
  const entry = list?.querySelector('[aria-current]')
  if (!list || !entry) return
  const edge = list.getBoundingClientRect()
  const place = entry.getBoundingClientRect()
  if (place.bottom > edge.bottom) list.scrollTop += place.bottom - edge.bottom
  if (place.top < edge.top) list.scrollTop -= edge.top - place.top
}

function Brand({ base }: { base: string }) {
  const t = useMessages(shellMessages)
  return (
    <BareLink href={base} className="flex min-h-11 items-center text-indigo no-underline">
      <span className="flex items-baseline gap-2">
        <span className="font-display text-xl leading-tight font-bold">{t('brand')}</span>
        <span className="text-sm text-ink-soft">{t('brandNote')}</span>
      </span>
    </BareLink>
  )
}

function Sidebar({ acting }: { acting: Acting }) {
  const t = useMessages(shellMessages)
  const { pathname } = useLocation()
  const entries = useRef<HTMLDivElement>(null)
  useEffect(() => bringCurrentIntoView(entries.current), [pathname])
  return (
    <aside
      aria-label={t('brandNote')}
      className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-paper-raised lg:flex print:hidden"
    >
      <div className="px-5 pt-4 pb-2">
        <Brand base={acting.base} />
      </div>
      <div className="px-3 pb-3">
        <Switcher acting={acting} />
      </div>
      <div ref={entries} className="flex-1 overflow-y-auto px-3 py-2">
        <Navigation acting={acting} />
      </div>
      <WovenBand />
      <div className="px-3 py-2">
        <Person />
      </div>
    </aside>
  )
}

function TopBar({ acting }: { acting: Acting }) {
  const t = useMessages(shellMessages)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <header className="sticky top-0 z-20 flex items-center gap-1 border-b border-line bg-paper/95 px-2 backdrop-blur lg:static lg:justify-end lg:border-0 lg:bg-transparent lg:px-6 lg:pt-2 print:hidden">
      <div className="lg:hidden">
        <IconButton icon={MenuIcon} label={t('menu')} onClick={() => setIsOpen(true)} />
      </div>
      <div className="flex-1 lg:hidden">
        <Brand base={acting.base} />
      </div>
      <Bell base={acting.base} />
      <LanguageSwitch />
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={t('brand')}>
        <DrawerContent close={() => setIsOpen(false)}>
          <Switcher acting={acting} />
          <Navigation acting={acting} />
          <Person />
        </DrawerContent>
      </Drawer>
    </header>
  )
}

/** Closes the drawer once a link in it was followed. */
function DrawerContent({ close, children }: { close: () => void; children: ReactNode }) {
  return (
    <div
      className="grid gap-5"
      onClick={(event) => (event.target as HTMLElement).closest('a') && close()}
    >
      {children}
    </div>
  )
}

function Bell({ base }: { base: string }) {
  const t = useMessages(notificationsMessages)
  const count = useQuery(unreadCountQuery).data?.count ?? 0
  return (
    <BareLink
      href={`${base}/notifications`}
      aria-label={count ? t('bellCount', { count }) : t('title')}
      className="wb-icon-button text-ink"
    >
      <BellIcon />
      {count > 0 && (
        <span className="wb-icon-button-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </BareLink>
  )
}

/** Loads the page anew, so that what the API words comes in the other language too. */
export function LanguageSwitch() {
  const t = useMessages(shellMessages)
  const { locale, setLocale } = useLocale()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <button
      type="button"
      lang={other}
      onClick={() => {
        setLocale(other)
        location.reload()
      }}
      className="min-h-11 shrink-0 rounded-control px-3 text-sm text-ink-soft hover:bg-paper-sunk hover:text-ink"
    >
      {t('language')}
    </button>
  )
}

/** A thin line while the next page is on its way. */
function Progress() {
  const { state } = useNavigation()
  if (state === 'idle') return null
  return (
    <div
      className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden print:hidden"
      aria-hidden="true"
    >
      <div className="h-full w-1/3 animate-pulse bg-madder" />
    </div>
  )
}

function OfflineNote() {
  const t = useMessages(shellMessages)
  const isOnline = useSyncExternalStore(followConnection, () => navigator.onLine)
  return (
    <div role="status" aria-live="polite" className="print:hidden">
      {!isOnline && (
        <p className="bg-honey-soft px-4 py-2 text-sm text-honey-ink md:px-6">{t('offline')}</p>
      )}
    </div>
  )
}

function followConnection(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

function Footer() {
  const t = useMessages(shellMessages)
  const { pathname } = useLocation()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const isDemonstration = session.memberships.some(
    (each) => each.isDemonstration && pathname.includes(each.organisationId),
  )
  return (
    <footer className="flex flex-wrap gap-x-6 gap-y-1 px-4 py-4 text-sm text-ink-soft md:px-6 print:hidden">
      {isDemonstration && <span>{t('demonstration')}</span>}
      <a className="wb-link" href="/">
        {t('shop')}
      </a>
    </footer>
  )
}

/** The shape of a page while its parts arrive. */
export function PageSkeleton() {
  const t = useMessages(shellMessages)
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-4 p-4">
      <Skeleton width="12rem" height="2.2rem" />
      <Skeleton height="6rem" />
      <Skeleton height="18rem" />
    </div>
  )
}
