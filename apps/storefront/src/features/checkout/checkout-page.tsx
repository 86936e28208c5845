import { useSuspenseQuery } from '@tanstack/react-query'
import type { Quote } from '@weibao/contracts/order'
import {
  Button,
  ButtonLink,
  EmptyState,
  FormErrorSummary,
  LiveRegion,
  Money,
  Panel,
  Price,
  useFormats,
  useMessages,
} from '@weibao/ui'
import { Bone } from '../../lib/bone'
import { useTitle } from '../../lib/use-title'
import { cartQuery } from '../cart/cart.queries'
import { AddressFields } from './address-fields'
import { useCheckoutForm } from './checkout-form'
import { checkoutMessages } from './checkout.messages'
import { ConsentFields } from './consent-fields'
import { Parcels } from './parcels'

/** Address, parcels, consents and one total that adds up, on one page. */
export function CheckoutPage() {
  const t = useMessages(checkoutMessages)
  useTitle(t('title'))
  const { data: cart } = useSuspenseQuery(cartQuery)
  const form = useCheckoutForm(cart)
  if (form.isEmpty && !form.isLeaving)
    return (
      <EmptyState
        level={1}
        title={t('emptyTitle')}
        actions={<ButtonLink href="/cart">{t('toCart')}</ButtonLink>}
      >
        {t('emptyText')}
      </EmptyState>
    )
  return (
    <form
      noValidate
      onSubmit={form.submit}
      className="grid gap-4 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-6"
    >
      <div className="grid gap-4">
        <h1>{t('title')}</h1>
        <FormErrorSummary problems={form.problems} title={t('errorTitle')} />
        <AddressFields draft={form.address} onChange={form.setAddress} faults={form.faults} />
        <Panel title={t('parcelsTitle')}>
          {form.quote ? (
            <Parcels quote={form.quote} cart={cart} form={form} />
          ) : form.isQuoting ? (
            <ParcelBones count={cart.cooperatives.length} />
          ) : (
            <p className="text-ink-soft">{t('needAddress')}</p>
          )}
        </Panel>
        <ConsentFields form={form} />
      </div>
      <Totals quote={form.quote} isBusy={form.isPlacing} />
    </form>
  )
}

/** As high as the parcels will be, so that what stands below stays where it is. */
function ParcelBones({ count }: { count: number }) {
  const t = useMessages(checkoutMessages)
  return (
    <div role="status" aria-label={t('calculating')} className="grid gap-5">
      {Array.from({ length: Math.max(count, 1) }, (_, index) => (
        <Bone key={index} className="h-52" />
      ))}
    </div>
  )
}

function Totals({ quote, isBusy }: { quote: Quote | undefined; isBusy: boolean }) {
  const t = useMessages(checkoutMessages)
  const { money } = useFormats()
  return (
    <aside className="grid gap-3 max-lg:contents lg:sticky lg:top-20 lg:rounded-card lg:border lg:border-line lg:bg-paper-raised lg:p-4">
      <dl className="grid gap-2 max-lg:px-1">
        <TotalRow label={t('goods')} fen={quote?.goodsFen} />
        <TotalRow label={t('freight')} fen={quote?.freightFen} />
      </dl>
      <p className="text-sm text-ink-soft max-lg:px-1 lg:order-last">{t('payHint')}</p>
      <LiveRegion>{quote ? t('totalNow', { amount: money(quote.totalFen) }) : ''}</LiveRegion>
      <div className="flex items-center justify-between gap-3 border-t border-line max-lg:sticky max-lg:bottom-0 max-lg:z-20 max-lg:-mx-4 max-lg:bg-paper-raised max-lg:px-4 max-lg:pt-2 max-lg:pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:block lg:space-y-3 lg:pt-3">
        <p className="flex min-h-10 flex-wrap items-baseline justify-between gap-x-2">
          <span className="text-sm font-semibold">{t('total')}</span>
          {quote ? <Price fen={quote.totalFen} size="large" /> : '—'}
        </p>
        <Button type="submit" tone="buy" busy={isBusy} className="min-w-0 lg:w-full">
          {t('pay')}
        </Button>
      </div>
    </aside>
  )
}

function TotalRow({ label, fen }: { label: string; fen: number | undefined }) {
  return (
    <div className="flex justify-between text-ink-soft">
      <dt>{label}</dt>
      <dd>{fen === undefined ? '—' : <Money fen={fen} />}</dd>
    </div>
  )
}
