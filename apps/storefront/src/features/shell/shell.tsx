import {
  BareLink,
  CartIcon,
  GridIcon,
  HomeIcon,
  LinkProvider,
  PersonIcon,
  ScaleIcon,
  SkipLink,
  useMessages,
  WovenBand,
  type IconType,
} from '@weibao/ui'
import { Suspense, useEffect, useRef } from 'react'
import {
  Outlet,
  ScrollRestoration,
  useLocation,
  useMatch,
  useNavigation,
  type Location,
} from 'react-router'
import { Bone } from '../../lib/bone'
import { RouterLink } from '../../lib/router-link'
import { CountDot, useCartCount } from './cart-count'
import { ConnectionNotice } from './connection-notice'
import { Header } from './header'
import { shellMessages } from './shell.messages'

/** A page opened anew has no key of its own: its address stands for it, so it starts at its top. */
const placeOf = ({ key, pathname }: Location) => (key === 'default' ? pathname : key)

/** What stands around every page: search on top, where one is, the bottom bar on a phone. */
export function Shell() {
  return (
    <LinkProvider component={RouterLink}>
      <SkipLink target="main" />
      <Progress />
      <Header />
      <ConnectionNotice />
      {/* At least as high as the view: what stands below is not pushed about while a page arrives. */}
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto min-h-[calc(100svh-3.75rem)] w-full max-w-6xl px-4 pt-4 pb-24 outline-none md:pb-12 print:min-h-0"
      >
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
      <BottomBar />
      <ScrollRestoration getKey={placeOf} />
      <FocusOnArrival />
    </LinkProvider>
  )
}

/** A new page begins at its content for the keyboard too, as it would if the browser had loaded it. */
function FocusOnArrival() {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
  return null
}

/** A thread along the top while the next page is fetched. */
function Progress() {
  const t = useMessages(shellMessages)
  const isOnTheWay = useNavigation().state !== 'idle'
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-30 h-0.5">
      {isOnTheWay && (
        <>
          <span className="wb-hidden">{t('loading')}</span>
          <span className="block h-full w-full animate-pulse bg-madder" />
        </>
      )}
    </div>
  )
}

/** On a product's page and in checkout its place belongs to the buttons that buy. */
function BottomBar() {
  const t = useMessages(shellMessages)
  const count = useCartCount()
  const isBuying = useMatch('/products/:slug')
  const isGiving = useMatch('/gifts/:slug')
  const isOrdering = useMatch('/checkout')
  if (isBuying || isGiving || isOrdering) return null
  return (
    <nav
      aria-label={t('bottomNavigation')}
      className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-5 border-t border-line bg-paper-raised pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <BottomLink href="/" icon={HomeIcon} label={t('home')} />
      <BottomLink href="/products" icon={GridIcon} label={t('categories')} />
      <BottomLink href="/hall" icon={ScaleIcon} label={t('hallShort')} />
      <BottomLink href="/cart" icon={CartIcon} label={t('cart')} count={count} />
      <BottomLink href="/account" icon={PersonIcon} label={t('mine')} />
    </nav>
  )
}

function BottomLink({
  href,
  icon: Icon,
  label,
  count = 0,
}: {
  href: string
  icon: IconType
  label: string
  count?: number
}) {
  const { pathname } = useLocation()
  const isHere = href === '/' ? pathname === '/' : pathname.startsWith(href)
  return (
    <BareLink
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className="relative flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs text-ink-soft no-underline aria-[current]:font-semibold aria-[current]:text-indigo"
    >
      <Icon className="text-xl" />
      <span>{label}</span>
      <span className="absolute top-1 left-1/2 ml-2">
        <CountDot count={count} />
      </span>
    </BareLink>
  )
}

function Footer() {
  const t = useMessages(shellMessages)
  return (
    <footer className="border-t border-line bg-paper-sunk pb-20 text-sm text-ink-soft md:pb-6 print:hidden">
      <WovenBand />
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-6">
        <span className="font-display text-base text-ink">{t('footerAbout')}</span>
        <a className="wb-link" href="/console/">
          {t('footerConsole')}
        </a>
        <a className="wb-link" href="/api/docs">
          {t('footerApi')}
        </a>
        <BareLink className="wb-link" href="/hall">
          {t('hall')}
        </BareLink>
        <BareLink className="wb-link" href="/help">
          {t('help')}
        </BareLink>
        <BareLink className="wb-link" href="/trace">
          {t('trace')}
        </BareLink>
        <BareLink className="wb-link" href="/terms">
          {t('terms')}
        </BareLink>
        <BareLink className="wb-link" href="/privacy">
          {t('privacy')}
        </BareLink>
        <BareLink className="wb-link" href="/rules">
          {t('rules')}
        </BareLink>
        <p className="basis-full">{t('demonstration')}</p>
      </div>
    </footer>
  )
}

/** The shape of a page while its parts arrive. */
export function PageSkeleton() {
  const t = useMessages(shellMessages)
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-4">
      <Bone className="h-8 w-1/2" />
      <Bone className="h-40" />
      <Bone className="h-40" />
    </div>
  )
}
