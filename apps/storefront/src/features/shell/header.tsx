import { BareLink, CartIcon, SearchIcon, useLocale, useMessages } from '@weibao/ui'
import type { FormEvent } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { BrandMark } from './brand-mark'
import { CountDot, useCartCount } from './cart-count'
import { shellMessages } from './shell.messages'

/** The brand, the search, and on a desk the ways through the shop. */
export function Header() {
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
          <HeaderLink href="/gifts">{t('gifts')}</HeaderLink>
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
      {t('cart')} {count > 0 && <span className="wb-hidden">{t('cartCount', { count })}</span>}
      <CountDot count={count} />
    </BareLink>
  )
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
