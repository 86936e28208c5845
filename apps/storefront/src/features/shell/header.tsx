import { BareLink, CartIcon, cx, useLocale, useMessages } from '@weibao/ui'
import { useLocation, useSearchParams } from 'react-router'
import { SearchBox } from '../search/search-box'
import { BrandMark } from './brand-mark'
import { CountDot, useCartCount } from './cart-count'
import { shellMessages } from './shell.messages'

/** The brand, the search, and on a desk the ways through the shop. */
export function Header() {
  const t = useMessages(shellMessages)
  const [search] = useSearchParams()
  const searched = search.get('q') ?? ''
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper/95 backdrop-blur print:hidden">
      <div className="mx-auto flex w-full max-w-6xl items-center gap-3 px-4 py-2 md:gap-6">
        <BareLink
          href="/"
          className="flex shrink-0 items-center gap-2 py-1 text-indigo no-underline"
        >
          <BrandMark />
          <span className="font-display text-lg font-bold max-[359px]:sr-only md:text-xl">
            {t('brand')}
          </span>
          <span className="hidden text-sm text-ink-soft xl:inline">{t('tagline')}</span>
        </BareLink>
        <SearchBox key={searched} searched={searched} />
        <nav aria-label={t('mainNavigation')} className="hidden items-center gap-1 md:flex">
          <HeaderLink href="/products">{t('categories')}</HeaderLink>
          <HeaderLink href="/gifts">{t('gifts')}</HeaderLink>
          <HeaderLink href="/hall" isWide>
            {t('hallShort')}
          </HeaderLink>
          <HeaderLink href="/orders">{t('orders')}</HeaderLink>
          <HeaderLink href="/account">{t('mine')}</HeaderLink>
          <CartLink />
        </nav>
        <LanguageSwitch />
      </div>
    </header>
  )
}

interface HeaderLinkProps {
  readonly href: string
  /** Where a narrow desk has no room, the footer has it. */
  readonly isWide?: boolean
  readonly children: string
}

function HeaderLink({ href, isWide = false, children }: HeaderLinkProps) {
  const { pathname } = useLocation()
  return (
    <BareLink
      href={href}
      aria-current={pathname.startsWith(href) ? 'page' : undefined}
      className={cx(
        'rounded-control px-3 py-2.5 text-ink no-underline hover:bg-paper-sunk aria-[current]:font-semibold aria-[current]:text-indigo',
        isWide && 'hidden lg:block',
      )}
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
