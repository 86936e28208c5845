import { useQuery } from '@tanstack/react-query'
import {
  BareLink,
  CartIcon,
  GridIcon,
  HomeIcon,
  LinkProvider,
  PersonIcon,
  SearchIcon,
  SkipLink,
  useLocale,
  useMessages,
  WovenBand,
  type IconType,
} from '@weibao/ui'
import { Suspense, type FormEvent } from 'react'
import {
  Outlet,
  ScrollRestoration,
  useLocation,
  useMatch,
  useNavigate,
  useNavigation,
  useSearchParams,
  type Location,
} from 'react-router'
import { Bone } from '../../lib/bone'
import { RouterLink } from '../../lib/router-link'
import { cartQuery } from '../cart/cart.queries'
import { BrandMark } from './brand-mark'
import { ConnectionNotice } from './connection-notice'
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
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl px-4 pt-4 pb-24 outline-none md:pb-12"
      >
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
      <BottomBar />
      <ScrollRestoration getKey={placeOf} />
    </LinkProvider>
  )
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

function Header() {
  const t = useMessages(shellMessages)
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper/95 backdrop-blur print:hidden">
      <div className="mx-auto flex w-full max-w-6xl items-center gap-3 px-4 py-2 md:gap-6">
        <BareLink
          href="/"
          className="flex shrink-0 items-center gap-2 py-1 text-indigo no-underline"
        >
          <BrandMark />
          <span className="font-display text-lg font-bold md:text-xl">{t('brand')}</span>
          <span className="hidden text-sm text-ink-soft xl:inline">{t('tagline')}</span>
        </BareLink>
        <SearchBox />
        <nav aria-label={t('mainNavigation')} className="hidden items-center gap-1 md:flex">
          <HeaderLink href="/products">{t('categories')}</HeaderLink>
          <HeaderLink href="/orders">{t('orders')}</HeaderLink>
          <HeaderLink href="/account">{t('mine')}</HeaderLink>
          <CartLink />
        </nav>
        <LanguageSwitch />
      </div>
    </header>
  )
}

function HeaderLink({ href, children }: { href: string; children: string }) {
  const { pathname } = useLocation()
  return (
    <BareLink
      href={href}
      aria-current={pathname.startsWith(href) ? 'page' : undefined}
      className="rounded-control px-3 py-2.5 text-ink no-underline hover:bg-paper-sunk aria-[current]:font-semibold aria-[current]:text-indigo"
    >
      {children}
    </BareLink>
  )
}

function CartLink() {
  const t = useMessages(shellMessages)
  const count = useCartCount()
  return (
    <BareLink
      href="/cart"
      className="relative inline-flex items-center gap-2 rounded-control px-3 py-2.5 text-ink no-underline hover:bg-paper-sunk"
    >
      <CartIcon />
      {t('cart')}
      <span className="wb-hidden">{t('cartCount', { count })}</span>
      <CountDot count={count} />
    </BareLink>
  )
}

function CountDot({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span
      aria-hidden="true"
      className="min-w-5 rounded-full bg-madder px-1.5 text-center text-xs leading-5 font-semibold text-on-madder tabular-nums"
    >
      {count > 99 ? '99+' : count}
    </span>
  )
}

function useCartCount(): number {
  return useQuery(cartQuery).data?.quantity ?? 0
}

function SearchBox() {
  const t = useMessages(shellMessages)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    void navigate(text ? `/products?q=${encodeURIComponent(text)}` : '/products')
  }
  return (
    <form
      role="search"
      action="/products"
      onSubmit={submit}
      className="wb-input-frame min-w-0 flex-1 overflow-hidden"
    >
      <label className="sr-only" htmlFor="search">
        {t('search')}
      </label>
      <input
        id="search"
        name="q"
        type="search"
        maxLength={40}
        autoComplete="off"
        key={search.get('q') ?? ''}
        defaultValue={search.get('q') ?? ''}
        placeholder={t('searchPlaceholder')}
        className="wb-input"
      />
      <button
        type="submit"
        aria-label={t('searchButton')}
        className="inline-flex min-h-11 w-12 shrink-0 items-center justify-center self-stretch bg-indigo text-on-indigo hover:bg-indigo-hover focus-visible:outline-offset-[-4px] focus-visible:outline-on-indigo"
      >
        <SearchIcon />
      </button>
    </form>
  )
}

function LanguageSwitch() {
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
      className="min-h-11 shrink-0 rounded-control px-2 text-sm text-ink-soft hover:bg-paper-sunk hover:text-ink"
    >
      {t('language')}
    </button>
  )
}

/** On a product's page and in checkout its place belongs to the buttons that buy. */
function BottomBar() {
  const t = useMessages(shellMessages)
  const count = useCartCount()
  const isBuying = useMatch('/products/:slug')
  const isOrdering = useMatch('/checkout')
  if (isBuying || isOrdering) return null
  return (
    <nav
      aria-label={t('bottomNavigation')}
      className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-4 border-t border-line bg-paper-raised pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <BottomLink href="/" icon={HomeIcon} label={t('home')} />
      <BottomLink href="/products" icon={GridIcon} label={t('categories')} />
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
